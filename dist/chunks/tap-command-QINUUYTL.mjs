import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-AML7ATTH.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-WFL2Y6HC.mjs";
import "./chunk-2VKLI7JB.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-JH63KMMX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-PJGE2AZL.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import {
  parseKtap
} from "./chunk-6Q5IN44C.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-QTSMFX6Q.mjs";
import {
  bounds
} from "./chunk-Z52LW6BK.mjs";
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
        ...asJson(parseKtap(pieces.join(""))),
        ...isCut ? { note: `only the first ${bounds.inputTextChars} characters were read` } : {}
      })
    };
  });
}
function asJson({ status, counts, tests, leftOut }) {
  return { status, counts, tests, ...leftOut === 0 ? {} : { leftOut } };
}
export {
  tapCommand
};
