import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  createBugFinder
} from "./chunk-P4SY2SS2.mjs";
import "./chunk-S5JOU3XU.mjs";
import {
  parseFiles
} from "./chunk-ZHDTFJVT.mjs";
import "./chunk-IUCQ4QF6.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-2AMXK7X7.mjs";

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
