import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-JF7RF5LJ.mjs";
import "./chunk-U3QXYCEN.mjs";
import "./chunk-54FEXWFO.mjs";
import "./chunk-BXNL2SBR.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-ADR2244B.mjs";
import "./chunk-BD2LEHZD.mjs";
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
