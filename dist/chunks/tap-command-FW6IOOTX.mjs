import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-7O3BN5SH.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-5M67AM6T.mjs";
import "./chunk-H2TMIXBC.mjs";
import "./chunk-MKDVNKDL.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-HAJ25JEO.mjs";
import "./chunk-TSI2CKU2.mjs";
import "./chunk-U3PELH3R.mjs";
import "./chunk-QYEL2MFA.mjs";
import {
  parseKtap
} from "./chunk-SKBP2LP6.mjs";
import "./chunk-SRGFSDY6.mjs";
import "./chunk-SHTDDZMR.mjs";
import "./chunk-CZYP53SI.mjs";
import "./chunk-FJTRCQN3.mjs";
import "./chunk-QG5PWIID.mjs";
import "./chunk-TN6WU2A4.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import {
  bounds
} from "./chunk-UE56YTIM.mjs";
import "./chunk-YA5OBRNA.mjs";
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
