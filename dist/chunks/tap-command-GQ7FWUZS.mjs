import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-I6O3SH2R.mjs";
import "./chunk-V3LGSP6I.mjs";
import "./chunk-CWIDTWL5.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-4NAOM35O.mjs";
import "./chunk-ZIRE2WXS.mjs";
import "./chunk-ZCKYQYTZ.mjs";
import "./chunk-NTA7CW6N.mjs";
import "./chunk-BDJ27EXF.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-L4FURYEC.mjs";
import {
  parseKtap
} from "./chunk-6DJVX2NU.mjs";
import "./chunk-GIMLPV7G.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-TN32ZU5T.mjs";
import {
  bounds
} from "./chunk-SKYZ6BOQ.mjs";
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
