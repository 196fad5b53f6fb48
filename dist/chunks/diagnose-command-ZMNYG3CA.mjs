import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-ZHDTFJVT.mjs";
import {
  createBugFinder
} from "./chunk-RXGZI53L.mjs";
import "./chunk-IUCQ4QF6.mjs";
import "./chunk-S5JOU3XU.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/diagnose-command.ts
function diagnoseCommand(args, host) {
  return parseFiles(args, host, () => {
    const finder = createBugFinder();
    return { push: (text) => finder.push(text), end: () => ({ findings: finder.end() }) };
  });
}
export {
  diagnoseCommand
};
