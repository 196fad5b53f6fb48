import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cellId,
  cellShapes,
  coverage,
  crash,
  fault,
  finding,
  host,
  moment,
  outcome,
  shard,
  stageName,
  subtest,
  testId
} from "./chunk-BXNL2SBR.mjs";
import {
  ShapeMismatch,
  amount,
  arrayOf,
  boolean,
  insidePath,
  name,
  number,
  object,
  objectWith,
  oneOf,
  string,
  whole
} from "./chunk-BD2LEHZD.mjs";
import {
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  openInside
} from "./chunk-ZKCTBXWF.mjs";
import {
  asObject,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  bounds
} from "./chunk-STATPHJ4.mjs";

// src/record/entries.ts
var recordName = "record.jsonl";
var recordSchema = "qemu-driver-test/record/1";

// src/record/entry-shapes.ts
function taggedBy(kinds) {
  const shapes = new Map(Object.entries(kinds));
  return (value, place) => {
    const kind = asObject(value)?.["kind"];
    const shape = typeof kind === "string" ? shapes.get(kind) : void 0;
    if (shape === void 0) throw new ShapeMismatch(`${place}.kind`, `one of ${[...shapes.keys()].join(", ")}`, kind);
    return shape(value, place);
  };
}
function bare(kind) {
  return object({ kind: oneOf([kind]) });
}
function detailed(kind) {
  return object({ kind: oneOf([kind]), detail: string });
}
var cause = taggedBy({
  "module-build": object({ kind: oneOf(["module-build"]), directory: string, output: string }),
  "boot-failed": detailed("boot-failed"),
  "model-failed": detailed("model-failed")
});
var writtenExit = objectWith({ kind: oneOf(["qemu-exited"]), lastOutput: string }, { exitCode: number, signal: string });
var qemuExit = (value, place) => {
  const { exitCode, signal, ...rest } = writtenExit(value, place);
  return { ...rest, exitCode, signal };
};
var ending = taggedBy({
  completed: bare("completed"),
  deadline: object({ kind: oneOf(["deadline"]), timeoutMs: number, answering: boolean }),
  "no-power-off": object({ kind: oneOf(["no-power-off"]), timeoutMs: number }),
  "boot-deadline": object({
    kind: oneOf(["boot-deadline"]),
    timeoutMs: number,
    phase: oneOf(["kernel-silent", "kernel-started", "init-started"])
  }),
  "guest-shutdown": bare("guest-shutdown"),
  "guest-reset": bare("guest-reset"),
  "guest-panicked": bare("guest-panicked"),
  "after-bug": object({ kind: oneOf(["after-bug"]), bug: string }),
  "qemu-exited": qemuExit,
  "agent-lost": detailed("agent-lost"),
  "model-broke": detailed("model-broke"),
  "over-limit": detailed("over-limit"),
  "host-failed": detailed("host-failed"),
  "internal-error": object({ kind: oneOf(["internal-error"]), detail: string, log: string }),
  "not-started": object({ kind: oneOf(["not-started"]), cause }),
  cancelled: bare("cancelled")
});
var entryShape = (value, place) => {
  const kind = asObject(value)?.["entry"];
  switch (kind) {
    case "run":
      return header(value, place);
    case "boot":
      return boot(value, place);
    case "template-lost":
      return templateLost(value, place);
    case "attempt":
      return attempt(value, place);
    case "end":
      return end(value, place);
    default:
      throw new ShapeMismatch(`${place}.entry`, "one of run, boot, template-lost, attempt, end", kind);
  }
};
var pattern = (value, place) => {
  const source = string(value, place);
  try {
    return new RegExp(source);
  } catch {
    throw new ShapeMismatch(place, "a regular expression", source);
  }
};
var expectation = (value, place) => {
  const { kind, title } = objectWith(
    { kind: oneOf(["pass", "any-failure", "fail", "timeout", "hang", "crash"]) },
    { title: pattern }
  )(value, place);
  return kind === "crash" ? { kind, title } : { kind };
};
var writtenExpectation = objectWith(
  { kind: oneOf(["allow", "require"]), pattern, reason: string, file: string, line: number },
  { until: string }
);
var consoleExpectation = (value, place) => {
  const { until, ...rest } = writtenExpectation(value, place);
  return { ...rest, until };
};
var rules = object({
  expectation,
  expectConsole: arrayOf(consoleExpectation),
  isSweepPoint: boolean
});
var planned = object({
  id: testId,
  cell: cellId,
  suite: name,
  description: string,
  expected: string,
  rules,
  reproduce: string,
  shell: string
});
var { boot: _boot, ...cellShapes2 } = cellShapes;
var header = objectWith(
  {
    entry: oneOf(["run"]),
    schema: oneOf([recordSchema]),
    tool: object({ version: string }),
    startedAt: moment,
    host,
    repeat: whole(1),
    cells: arrayOf(object(cellShapes2), bounds.results.cells),
    tests: arrayOf(planned, bounds.results.tests)
  },
  { shuffleSeed: number, shard }
);
var boot = object({
  entry: oneOf(["boot"]),
  cell: cellId,
  outcome: oneOf(["ok", "failed"]),
  durationMs: amount,
  findings: arrayOf(finding)
});
var templateLost = object({
  entry: oneOf(["template-lost"]),
  cell: cellId,
  note: string
});
var end = object({ entry: oneOf(["end"]), durationMs: amount });
var writtenStage = objectWith(
  { name: stageName, durationMs: amount, log: insidePath },
  { exitStatus: number }
);
var stage = (value, place) => {
  const { exitStatus, ...rest } = writtenStage(value, place);
  return { ...rest, exitStatus };
};
var device = objectWith(
  { id: string, model: string, faults: arrayOf(fault) },
  { coverage, crash, lost: string }
);
var time = (value, place) => {
  const at = new Date(string(value, place));
  if (Number.isNaN(at.getTime())) throw new ShapeMismatch(place, "a time such as 2026-01-31T10:00:00.000Z", value);
  return at;
};
var postMortem = object({ files: arrayOf(insidePath) });
var writtenRecord = objectWith(
  {
    start: oneOf(["cold", "clone"]),
    startedAt: time,
    durationMs: amount,
    isHeard: boolean,
    ending,
    stages: arrayOf(stage),
    directory: insidePath,
    consolePath: insidePath,
    artifacts: arrayOf(insidePath),
    devices: arrayOf(device),
    notes: arrayOf(string)
  },
  { startMs: amount, timelinePath: insidePath, postMortem }
);
var runRecord = (value, place) => {
  const { startMs, ...rest } = writtenRecord(value, place);
  return { ...rest, startMs };
};
var verdict = object({
  outcome,
  ok: boolean,
  expected: string,
  reason: string,
  findings: arrayOf(finding),
  subtests: arrayOf(subtest),
  whereabouts: arrayOf(string),
  notes: arrayOf(string)
});
var attempt = object({
  entry: oneOf(["attempt"]),
  test: whole(),
  attempt: whole(1),
  startReason: string,
  record: runRecord,
  verdict
});

// src/record/entry-text.ts
var RecordDamaged = class extends Error {
  name = "RecordDamaged";
};
function formatEntry(entry) {
  const text = JSON.stringify(entry, (_key, value) => value instanceof RegExp ? value.source : value);
  try {
    entryShape(JSON.parse(text), "entry: ");
  } catch (error) {
    if (error instanceof ShapeMismatch)
      throw new Error(`Internal error: an entry of the record that could not be read back: ${error.message}`, {
        cause: error
      });
    throw error;
  }
  return text;
}
function parseEntry(text, place) {
  const json = parseJson(text, bounds.results);
  if (json.kind === "problem") throw new RecordDamaged(`${place}: ${json.reason}`);
  try {
    return entryShape(json.value, `${place}: `);
  } catch (error) {
    if (error instanceof ShapeMismatch) throw new RecordDamaged(error.message);
    throw error;
  }
}

// src/record/read-record.ts
import { join } from "node:path";

// src/host/files/file-lines.ts
import { closeSync, fstatSync, readSync } from "node:fs";
var pieceBytes = 1024 * 1024;
var lineFeed = 10;
function* readFileLines(place, maxBytes) {
  const descriptor = openPlain(place);
  try {
    yield* linesOf(descriptor, maxBytes);
  } finally {
    closeSync(descriptor);
  }
}
function* linesOf(descriptor, maxBytes) {
  const piece = Buffer.alloc(pieceBytes);
  let offset = 0;
  let rest = [];
  let restBytes = 0;
  for (let length = readSync(descriptor, piece, 0, pieceBytes, null); length > 0; length = readSync(descriptor, piece, 0, pieceBytes, null)) {
    let start = 0;
    for (let at = piece.indexOf(lineFeed); at !== -1 && at < length; at = piece.indexOf(lineFeed, start)) {
      const bytes = restBytes + at - start;
      const place = { offset, bytes };
      const isKept = bytes <= maxBytes;
      yield isKept ? { kind: "line", text: Buffer.concat([...rest, piece.subarray(start, at)]).toString("utf8"), place } : { kind: "too-long", place };
      offset += bytes + 1;
      rest = [];
      restBytes = 0;
      start = at + 1;
    }
    restBytes += length - start;
    if (restBytes <= maxBytes) rest.push(Buffer.from(piece.subarray(start, length)));
    else rest = [];
  }
  if (restBytes > 0) yield { kind: "cut-off", place: { offset, bytes: restBytes } };
}
function readLineAt(place, { offset, bytes }) {
  const descriptor = openPlain(place);
  try {
    const buffer = Buffer.alloc(bytes);
    let done = 0;
    for (let length = 1; done < bytes && length > 0; done += length)
      length = readSync(descriptor, buffer, done, bytes - done, offset + done);
    return buffer.subarray(0, done).toString("utf8");
  } finally {
    closeSync(descriptor);
  }
}
function openPlain(place) {
  const descriptor = openInside(place);
  if (descriptor !== void 0 && fstatSync(descriptor).isFile()) return descriptor;
  if (descriptor !== void 0) closeSync(descriptor);
  throw Object.assign(new Error(`${place.path} is not a plain file`), { code: "EINVAL", syscall: "open" });
}

// src/record/read-record.ts
function hasRecord(directory) {
  return kindOfFile(join(directory, recordName)) === "file";
}
function* readRecord({ directory, name: name2, unwritten }) {
  const file = { directory, path: recordName };
  let number2 = 0;
  const lines = hasRecord(directory) || unwritten.length === 0 ? readFileLines(file, bounds.recordLineBytes) : [];
  for (const line of lines) {
    number2++;
    if (line.kind === "cut-off") break;
    const { place } = line;
    yield recorded(line, `${join(name2, recordName)}:${number2}`, () => readLineAt(file, place));
  }
  for (const [index, text] of unwritten.entries())
    yield recorded({ kind: "line", text }, `entry ${index + 1} that was not written`, () => text);
}
function recorded(line, place, again) {
  if (line.kind === "too-long")
    return {
      kind: "damaged",
      problem: `${place}: expected at most ${bounds.recordLineBytes} bytes, found ${line.place.bytes}`
    };
  try {
    return { kind: "entry", entry: parseEntry(line.text, place), load: () => parseEntry(again(), place) };
  } catch (error) {
    if (error instanceof RecordDamaged) return { kind: "damaged", problem: error.message };
    throw error;
  }
}

export {
  recordName,
  recordSchema,
  RecordDamaged,
  formatEntry,
  hasRecord,
  readRecord
};
