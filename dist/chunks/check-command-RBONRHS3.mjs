import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readSuites
} from "./chunk-QTN4UGUB.mjs";
import "./chunk-MGJO6DPF.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-EIM3R42W.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-2AMXK7X7.mjs";

// src/cli/check-command.ts
function checkCommand(args, host) {
  for (const { name, tests } of readSuites(args, host)) host.write(`${name}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
`);
  return 0;
}
export {
  checkCommand
};
