import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-XHNKOMLM.mjs";
import {
  parseKtap
} from "./chunk-B3ELJWBA.mjs";
import "./chunk-TKNCHDQE.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-C42CHZQF.mjs";
import "./chunk-VBOZQQIC.mjs";
import {
  bounds
} from "./chunk-YUOOXMDW.mjs";
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
    return { push, end: () => ({ ...told(parseKtap(pieces.join(""))), ...isCut ? { note: `only the first ${bounds.inputTextChars} characters were read` } : {} }) };
  });
}
function told({ status, counts, tests, leftOut }) {
  return { status, counts, tests, ...leftOut === 0 ? {} : { leftOut } };
}
export {
  tapCommand
};
