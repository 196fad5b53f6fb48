import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-36Q67UB2.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-GJGVNV2E.mjs";
import "./chunk-JZF3CTAP.mjs";
import "./chunk-TIQLIYA3.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-TVCQSB66.mjs";
import "./chunk-TS44JV3Y.mjs";
import "./chunk-APKFICTJ.mjs";
import "./chunk-QYEL2MFA.mjs";
import {
  parseKtap
} from "./chunk-RPTY24U7.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-4RU3GCCT.mjs";
import "./chunk-SRNC3GSI.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import {
  bounds
} from "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
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
