import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-Q5F3EHG3.mjs";
import "./chunk-52FCBMAZ.mjs";
import "./chunk-7ZH777M5.mjs";
import "./chunk-4ZUKQMHM.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-7BS4A6PL.mjs";
import "./chunk-BI2CKF3J.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import {
  parseKtap
} from "./chunk-PZVFUNXK.mjs";
import "./chunk-YNHOY77G.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-ECW3NRHC.mjs";
import {
  bounds
} from "./chunk-STATPHJ4.mjs";
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
