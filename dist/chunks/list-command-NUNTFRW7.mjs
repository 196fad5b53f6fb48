import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  listPlan
} from "./chunk-4OYJNYE7.mjs";
import {
  readPlan
} from "./chunk-KMG3IZ5Z.mjs";
import "./chunk-CML6T4IU.mjs";
import "./chunk-UUDNWT5W.mjs";
import "./chunk-2AMXK7X7.mjs";

// src/cli/list-command.ts
function listCommand(args, host) {
  host.write(`${listPlan(readPlan(args, host)).join("\n")}
`);
  return 0;
}
export {
  listCommand
};
