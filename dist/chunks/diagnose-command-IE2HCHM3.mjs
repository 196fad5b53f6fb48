import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-PCQASZRD.mjs";
import {
  createBugFinder
} from "./chunk-RNU4YARO.mjs";
import "./chunk-IUCQ4QF6.mjs";
import "./chunk-A22H6BHT.mjs";
import "./chunk-I244RMEF.mjs";
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
