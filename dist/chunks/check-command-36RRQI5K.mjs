import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readSuites
} from "./chunk-OD6K7QBB.mjs";
import "./chunk-J4GE3IYL.mjs";
import "./chunk-ZYMPLFA3.mjs";
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
