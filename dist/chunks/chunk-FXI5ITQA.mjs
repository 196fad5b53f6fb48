import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  replayRecord
} from "./chunk-AGTK7UH4.mjs";
import {
  RecordDamaged,
  hasRecord
} from "./chunk-Q64Y2P5O.mjs";
import {
  parseResults
} from "./chunk-CB2YYOKH.mjs";
import {
  readTextIfThere
} from "./chunk-OAU2IF34.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";

// src/app/read-results.ts
import { join } from "node:path";
function readResults(directory, name) {
  try {
    return hasRecord(directory) ? { kind: "results", results: replayRecord({ directory, name, unwritten: [] }).results } : parsedFile(directory, name);
  } catch (error) {
    if (error instanceof RecordDamaged) return { kind: "problem", message: error.message };
    if (!isSystemError(error)) throw error;
    return {
      kind: "problem",
      message: `${join(name, "results.json")}: expected the results of a run, found ${error.code}`
    };
  }
}
function parsedFile(directory, name) {
  const file = join(name, "results.json");
  const text = readTextIfThere(join(directory, "results.json"));
  return text === void 0 ? { kind: "problem", message: `${file}: expected the results of a run, found no such file` } : parseResults(text, file);
}

export {
  readResults
};
