import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-4OBC7ETG.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-L3WEPZ6I.mjs";
import "./chunk-H2TO7X7F.mjs";
import "./chunk-E7XGSJMQ.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-AVXTAMDB.mjs";
import "./chunk-GSAV6IMO.mjs";
import "./chunk-D65C2E4D.mjs";
import "./chunk-QYEL2MFA.mjs";
import {
  parseKtap
} from "./chunk-SKBP2LP6.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-FX2T7QRF.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-2C35U6OZ.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import {
  bounds
} from "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-OY4GEF45.mjs";
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
