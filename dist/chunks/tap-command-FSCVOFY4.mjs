import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-F6IV2NMJ.mjs";
import "./chunk-GCA3H5EJ.mjs";
import "./chunk-CVZNGOEO.mjs";
import "./chunk-LGTA3Z2J.mjs";
import "./chunk-AGXE76LD.mjs";
import "./chunk-Q2WMKSFD.mjs";
import "./chunk-OMGNMJPB.mjs";
import "./chunk-CLE55MPA.mjs";
import "./chunk-JE7DW4WU.mjs";
import "./chunk-KUXDDXUL.mjs";
import {
  parseKtap
} from "./chunk-2XDF6ZYF.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import {
  bounds
} from "./chunk-37LICBCB.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/tap-command.ts
function tapCommand(args, host) {
  return parseFiles(args, host, () => {
    const pieces = [];
    let room = bounds.inputTextChars;
    let isCut = false;
    const push = (text) => {
      pieces.push(text.slice(0, room));
      isCut ||= text.length > room;
      room = Math.max(0, room - text.length);
    };
    return {
      push,
      end: () => ({
        ...told(parseKtap(pieces.join(""))),
        ...isCut ? { note: `only the first ${bounds.inputTextChars} characters were read` } : {}
      })
    };
  });
}
function told({ status, counts, tests, leftOut }) {
  return { status, counts, tests, ...leftOut === 0 ? {} : { leftOut } };
}
export {
  tapCommand
};
