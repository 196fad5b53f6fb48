import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readSuites
} from "./chunk-ZSCG2W4H.mjs";
import "./chunk-ILKBPNBB.mjs";
import "./chunk-GN7Y56HB.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-X5TN7JVF.mjs";
import "./chunk-LFGQZFD2.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/check-command.ts
function checkCommand(args, host) {
  for (const { name, tests } of readSuites(args, host)) host.write(`${name}: ${tests.length} ${tests.length === 1 ? "test" : "tests"}, no problems
`);
  return 0;
}
export {
  checkCommand
};
