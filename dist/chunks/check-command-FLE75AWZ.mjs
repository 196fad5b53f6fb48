import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readSuites
} from "./chunk-KMG3IZ5Z.mjs";
import "./chunk-CML6T4IU.mjs";
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
