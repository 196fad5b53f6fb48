import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-TNDEUD7G.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-7W7PU2WX.mjs";
import "./chunk-QKKQO7HW.mjs";
import "./chunk-NCO2VSFF.mjs";
import "./chunk-6GYYFU3Y.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-YXA77WRS.mjs";
import "./chunk-D4CYNWJO.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import {
  parseKtap
} from "./chunk-ZNGPKFOR.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-QTSMFX6Q.mjs";
import {
  bounds
} from "./chunk-GBTCJQXP.mjs";
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
