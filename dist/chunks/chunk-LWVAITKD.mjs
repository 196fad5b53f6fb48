import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bootDetails,
  bootedAt,
  cellBeforeBoot,
  coverage,
  coveredSource,
  crash,
  fault,
  finding,
  host,
  outcome,
  pointOrigin,
  pointVerdict,
  reachedLines,
  seed,
  shard,
  stageName,
  subtest
} from "./chunk-T6GTHSTU.mjs";
import {
  amount,
  boolean,
  cellId,
  defined,
  formatOf,
  insidePath,
  listOf,
  moment,
  name,
  object,
  oneOf,
  oneOfKinds,
  optional,
  orUndefined,
  readAs,
  readBy,
  recordOf,
  testId,
  text,
  wholeNumber,
  withKeywords
} from "./chunk-7ASZTMLB.mjs";
import {
  openInside
} from "./chunk-DZ5U262N.mjs";
import {
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/record/formats/judging-format.ts
var pattern = readBy(text("A regular expression."), "a regular expression", (source) => {
  try {
    return new RegExp(source);
  } catch {
    return void 0;
  }
});
var expectation = oneOfKinds("kind", [
  object({ kind: oneOf(["pass"]) }),
  object({ kind: oneOf(["any-failure"]) }),
  object({ kind: oneOf(["fail"]) }),
  object({ kind: oneOf(["timeout"]) }),
  object({ kind: oneOf(["hang"]) }),
  object({ kind: oneOf(["crash"]), title: orUndefined(pattern) })
]);
var consoleExpectation = object({
  kind: oneOf(["allow", "require"]),
  pattern,
  reason: text(),
  file: text(),
  line: wholeNumber(),
  until: orUndefined(text("YYYY-MM-DD")),
  only: optional(oneOf(["leak"], "It is about such findings only."))
});
var pointRules = object(
  {
    device: optional(text("Id of the device. Missing: a call fails.")),
    fault: text("Id of the sweep's fault."),
    call: optional(text("The call at which the fault is set. Missing: it is an access to a device.")),
    baseline: object({ console: insidePath(), logs: listOf(insidePath()) }, "Files of the run without a fault.")
  },
  "Where to look for what the driver made of the fault."
);
var rules = formatOf()(
  defined(
    "rules",
    object(
      {
        expectation,
        expectConsole: listOf(consoleExpectation),
        isSweepPoint: boolean("It is asked to be handled, and no more."),
        point: optional(pointRules)
      },
      "How its author wants it judged."
    )
  )
);
var verdict = formatOf()(
  defined(
    "verdict",
    object(
      {
        outcome,
        ok: boolean("As expected."),
        expected: text(),
        reason: text(),
        findings: listOf(finding),
        subtests: listOf(subtest),
        whereabouts: listOf(text()),
        notes: listOf(text("What was left out.")),
        point: optional(object(pointVerdict, "Of a point of a sweep."))
      },
      "What was concluded."
    )
  )
);

// src/record/formats/ending-format.ts
function exitStatus(description) {
  return wholeNumber(description, { min: -(2 ** 31), max: 2 ** 31 });
}
var timeoutMs = amount();
var detail = text();
var cause = oneOfKinds("kind", [
  object({
    kind: oneOf(["module-build"]),
    directory: text(),
    output: text(),
    error: orUndefined(text("The first error, with its file and line."))
  }),
  object({ kind: oneOf(["kernel-config"]), detail }),
  object({ kind: oneOf(["boot-failed"]), detail }),
  object({ kind: oneOf(["model-failed"]), detail }),
  object({ kind: oneOf(["no-calls"]), detail }),
  object({ kind: oneOf(["no-bus"]), detail }),
  object({ kind: oneOf(["no-disk"]), detail })
]);
var ending = formatOf()(
  defined(
    "ending",
    oneOfKinds(
      "kind",
      [
        object({ kind: oneOf(["completed"]) }, "All stages ended and the machine powered off."),
        object(
          { kind: oneOf(["deadline"]), timeoutMs, answering: boolean("The guest still gave signs of life.") },
          "The stages' deadline passed."
        ),
        object({ kind: oneOf(["no-power-off"]), timeoutMs }),
        object({
          kind: oneOf(["boot-deadline"]),
          timeoutMs,
          phase: oneOf(["kernel-silent", "kernel-started", "init-started", "port-missing"])
        }),
        object({ kind: oneOf(["guest-shutdown"]) }),
        object({ kind: oneOf(["guest-reset"]) }),
        object({ kind: oneOf(["guest-panicked"]) }),
        object(
          { kind: oneOf(["after-bug"]), bug: text("The line that told.") },
          "The kernel had killed a task because of a bug that nobody expected."
        ),
        object({
          kind: oneOf(["qemu-exited"]),
          lastOutput: text("The end of qemu.log."),
          exitCode: orUndefined(exitStatus()),
          signal: orUndefined(text())
        }),
        object(
          { kind: oneOf(["image-failed"]), detail },
          "The disk image did not come up, or has no root for the stages."
        ),
        object({ kind: oneOf(["agent-lost"]), detail }),
        object({ kind: oneOf(["model-broke"]), detail }),
        object({ kind: oneOf(["over-limit"]), detail }),
        object({ kind: oneOf(["kvm-failed"]), detail }, "KVM could not run the guest any further."),
        object({ kind: oneOf(["host-failed"]), detail }),
        object(
          { kind: oneOf(["internal-error"]), detail, log: text("The file with the stack.") },
          "Our own code failed."
        ),
        object({ kind: oneOf(["not-started"]), cause }),
        object({ kind: oneOf(["cancelled"]) })
      ],
      "How the machine's life ended, as seen from outside."
    )
  )
);

// src/record/formats/run-record-format.ts
var time = readBy(text("ISO 8601, UTC."), "a time such as 2026-01-31T10:00:00.000Z", (written) => {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? void 0 : at;
});
var path = insidePath("Relative to the results directory.");
var stage = object({
  name: stageName,
  durationMs: amount(),
  log: path,
  exitStatus: orUndefined(exitStatus("Missing: it did not end."))
});
var device = defined(
  "device",
  object(
    {
      id: text(),
      model: text(),
      faults: listOf(fault),
      coverage: optional(coverage),
      crash: optional(crash),
      lost: optional(text("Why nothing is known of it."))
    },
    "A device model in its machine."
  )
);
var coverageEvidence = oneOfKinds(
  "kind",
  [
    object({ kind: oneOf(["read"]), files: reachedLines() }, "The lines that ran."),
    object({ kind: oneOf(["lost"]), reason: text() }, "It could not be read.")
  ],
  "What ran of the modules under test. Missing: it was not recorded."
);
var runRecord = formatOf()(
  defined(
    "record",
    object(
      {
        start: oneOf(["cold", "clone"]),
        startedAt: time,
        durationMs: amount("Launch until the machine was gone."),
        isHeard: boolean("The agent said anything."),
        ending,
        stages: listOf(stage),
        directory: path,
        artifacts: listOf(path),
        devices: listOf(device),
        notes: listOf(text()),
        startMs: orUndefined(amount("Launch until the first stage began. Missing: none did.")),
        consolePath: optional(path),
        buildLogPath: optional(path),
        timelinePath: optional(path),
        leaks: optional(listOf(text("A report of the kernel."))),
        coverage: optional(coverageEvidence),
        postMortem: optional(object({ files: listOf(path) }))
      },
      "What was seen. Texts stay in their files."
    )
  )
);

// src/record/formats/record-format.ts
var planned = defined(
  "planned",
  object(
    {
      id: testId("suite/test"),
      cell: cellId(),
      suite: name(),
      description: text(),
      tags: optional(listOf(name(), void 0, bounds.results.tags)),
      parameters: optional(recordOf(text())),
      expected: text("In words."),
      rules,
      point: optional(object(pointOrigin, "Which point of a sweep it is.")),
      reproduce: text("The command line that runs it again."),
      shell: text("The command line that opens a shell on its machine.")
    },
    "A test in a cell, before it has run."
  )
);
var header = defined(
  "run",
  object(
    {
      entry: oneOf(["run"]),
      schema: oneOf(["qemu-driver-test/record/1"]),
      tool: object({ version: text() }),
      startedAt: moment("ISO 8601, UTC."),
      host,
      repeat: wholeNumber("How many times each test runs.", { min: 1 }),
      cells: listOf(object(cellBeforeBoot, "A cell, before its boot."), void 0, bounds.results.cells),
      tests: listOf(planned, "All tests of the run, in the order in which they are reported.", bounds.results.tests),
      shuffleSeed: optional(seed("What the order of the machines was made from.")),
      shard: optional(shard)
    },
    "The header: what is known before the first test."
  )
);
var laterTests = defined(
  "tests",
  object(
    {
      entry: oneOf(["tests"]),
      tests: listOf(planned, "Their places follow those of the tests before them.", bounds.results.tests)
    },
    "More tests, planned from what earlier ones came to: the points of a sweep."
  )
);
var boot = defined(
  "boot",
  object(
    {
      entry: oneOf(["boot"]),
      cell: cellId(),
      outcome: oneOf(["ok", "failed"]),
      durationMs: amount(),
      findings: listOf(finding),
      bootedAt: bootedAt(),
      ...bootDetails
    },
    "A cell's own boot."
  )
);
var templateLost = defined(
  "templateLost",
  object(
    { entry: oneOf(["template-lost"]), cell: cellId(), note: text() },
    "Why tests of a cell boot cold that should have been cloned."
  )
);
var attempt = defined(
  "attempt",
  object(
    {
      entry: oneOf(["attempt"]),
      test: wholeNumber("Place in the header's tests, from 0 on."),
      attempt: wholeNumber("From 1 on.", { min: 1 }),
      startReason: text(),
      record: runRecord,
      verdict
    },
    "One run of a test, over and judged."
  )
);
var coverable = defined(
  "coverable",
  object(
    {
      entry: oneOf(["coverable"]),
      cell: cellId(),
      suite: name(),
      files: listOf(object(coveredSource), "The sources of its modules.", bounds.coverage.files),
      reason: optional(text("Why it is not measured. Missing: it is."))
    },
    "With --coverage: the lines of the modules of a suite, as built for a cell, of which it will be known whether they run."
  )
);
var end = defined(
  "end",
  object(
    {
      entry: oneOf(["end"]),
      durationMs: amount(),
      bail: optional(
        object(
          { failures: wholeNumber("How many tests were not as expected.", { min: 1 }) },
          "With --bail: tests without all of their attempts were not started, because so many others failed."
        )
      )
    },
    "The run came to its end. Missing: it was interrupted, or goes on."
  )
);
var entry = withKeywords(
  { $id: "urn:qemu-driver-test:record:1", title: "qemu-driver-test record" },
  oneOfKinds(
    "entry",
    [header, boot, templateLost, laterTests, coverable, attempt, end],
    "A line of record.jsonl: what a run saw and concluded, each written when it was known. The first line is the run, the last its end; results.json and every report are replays of it. Durations are milliseconds."
  )
);

// src/record/entry-text.ts
var RecordDamaged = class extends Error {
  name = "RecordDamaged";
};
function formatEntry(entry2) {
  const text2 = JSON.stringify(entry2, (_key, value) => value instanceof RegExp ? value.source : value);
  const reading = readAs(entry, JSON.parse(text2), "entry");
  if (reading.kind === "mismatch")
    throw new Error(`Internal error: an entry of the record that could not be read back: ${reading.message}`);
  return text2;
}
function parseEntry(text2, place) {
  const json = parseJson(text2, bounds.results);
  if (json.kind === "problem") throw new RecordDamaged(`${place}: ${json.reason}`);
  const reading = readAs(entry, json.value, place);
  if (reading.kind === "mismatch") throw new RecordDamaged(reading.message);
  return reading.value;
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

// src/record/entries.ts
var recordName = "record.jsonl";

// src/record/read-record.ts
function hasRecord(directory) {
  return kindOfFile(join(directory, recordName)) === "file";
}
function* readRecord({ directory, name: name2, unwritten }) {
  const file = { directory, path: recordName };
  let number = 0;
  const lines = hasRecord(directory) || unwritten.length === 0 ? readFileLines(file, bounds.recordLineBytes) : [];
  for (const line of lines) {
    number++;
    if (line.kind === "cut-off") break;
    const { place } = line;
    yield recorded(line, `${join(name2, recordName)}:${number}`, () => readLineAt(file, place));
  }
  for (const [index, text2] of unwritten.entries())
    yield recorded({ kind: "line", text: text2 }, `entry ${index + 1} that was not written`, () => text2);
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
  RecordDamaged,
  formatEntry,
  hasRecord,
  readRecord
};
