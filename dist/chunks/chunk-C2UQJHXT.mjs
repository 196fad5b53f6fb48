import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  replayRecord
} from "./chunk-J3EUFVXW.mjs";
import {
  RecordDamaged,
  hasRecord,
  recordName
} from "./chunk-5YCLOZG5.mjs";
import {
  parseResults
} from "./chunk-WLYXCBTZ.mjs";
import {
  readWholeInside
} from "./chunk-TBV7IG7K.mjs";
import {
  isSystemError
} from "./chunk-BGL2MGIU.mjs";
import {
  bounds
} from "./chunk-4PORZPZM.mjs";

// src/app/read-results.ts
import { join } from "node:path";
function readResults(directory, name, maxBytes = bounds.results.bytes) {
  return hasRecord(directory) ? replayed(directory, name) : parsedFile(directory, name, maxBytes);
}
function replayed(directory, name) {
  try {
    return { parsed: { kind: "results", results: replayRecord({ directory, name, unwritten: [] }).results }, bytes: 0 };
  } catch (error) {
    if (error instanceof RecordDamaged) return { parsed: { kind: "problem", message: error.message }, bytes: 0 };
    if (!isSystemError(error)) throw error;
    return {
      parsed: {
        kind: "problem",
        message: `${join(name, recordName)}: expected the record of a run, found ${error.code}`
      },
      bytes: 0
    };
  }
}
function parsedFile(directory, name, maxBytes) {
  const file = join(name, "results.json");
  const read = readWholeInside({ directory, path: "results.json" }, maxBytes);
  const problem = (found) => ({
    parsed: { kind: "problem", message: `${file}: expected the results of a run, found ${found}` },
    bytes: 0
  });
  switch (read.kind) {
    case "text":
      return { parsed: parseResults(read.text, file), bytes: read.bytes };
    case "nothing":
      return problem("no such file");
    case "refused":
      return problem(read.reason);
  }
}

export {
  readResults
};
