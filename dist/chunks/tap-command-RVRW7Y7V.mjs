import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-ZHDTFJVT.mjs";
import {
  parseKtap
} from "./chunk-7TJCNEOX.mjs";
import "./chunk-2MR2ZGFV.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-BOP7G6SY.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/tap-command.ts
function tapCommand(args, host) {
  return parseFiles(args, host, () => {
    const pieces = [];
    return { push: (text) => void pieces.push(text), end: () => ({ ...parseKtap(pieces.join("")) }) };
  });
}
export {
  tapCommand
};
