import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-BJUEYFOV.mjs";
import "./chunk-S5GG2IC3.mjs";
import "./chunk-FBGR25Y5.mjs";
import "./chunk-JS5NFNJV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-DC7FZJX5.mjs";
import "./chunk-GW3KOSYU.mjs";
import "./chunk-BDJ27EXF.mjs";
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
