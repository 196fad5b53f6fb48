import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readSuites
} from "./chunk-ZBZ7R3I2.mjs";
import "./chunk-VPJ6DPZT.mjs";
import "./chunk-LCYJELCA.mjs";
import "./chunk-BWDQSQA3.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-KWU4N3DS.mjs";
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
