import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseResults
} from "./chunk-TBKBWAYM.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";
import {
  readTextIfThere
} from "./chunk-OAU2IF34.mjs";

// src/app/read-results.ts
import { join } from "node:path";
function readResults(directory, name) {
  const file = join(name, "results.json");
  try {
    const text = readTextIfThere(join(directory, "results.json"));
    return text === void 0 ? { kind: "problem", message: `${file}: expected the results of a run, found no such file` } : parseResults(text, file);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "problem", message: `${file}: expected the results of a run, found ${error.code}` };
  }
}

export {
  readResults
};
