import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-IAV73VBN.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-ZTRBTY2K.mjs";
import "./chunk-DA453JI4.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-QXS2J4PZ.mjs";
import "./chunk-2UVFISCW.mjs";
import "./chunk-QYEL2MFA.mjs";
import {
  parseKtap
} from "./chunk-6QBK7Y33.mjs";
import "./chunk-2I2LEN5D.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import {
  bounds
} from "./chunk-NMISTXWY.mjs";
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
