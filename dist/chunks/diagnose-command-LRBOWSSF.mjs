import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-BJUEYFOV.mjs";
import {
  JudgeThreads
} from "./chunk-NHS3PDMN.mjs";
import {
  RecordDamaged,
  hasRecord,
  readRecord
} from "./chunk-MLYYM3DR.mjs";
import "./chunk-S5GG2IC3.mjs";
import "./chunk-FBGR25Y5.mjs";
import "./chunk-JS5NFNJV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import "./chunk-DC7FZJX5.mjs";
import "./chunk-GW3KOSYU.mjs";
import {
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-JE7DW4WU.mjs";
import "./chunk-KUXDDXUL.mjs";
import "./chunk-HTNQB4FX.mjs";
import {
  createBugFinder
} from "./chunk-MUMNHH5Q.mjs";
import "./chunk-2XDF6ZYF.mjs";
import "./chunk-O3BFIY6O.mjs";
import "./chunk-HGFEME7W.mjs";
import "./chunk-7TDX4BK4.mjs";
import "./chunk-SZU3HCXJ.mjs";
import "./chunk-MGCEODHU.mjs";
import "./chunk-4VOBW4F5.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-V4ERITS4.mjs";
import "./chunk-BG5MEEMU.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-IMACQRHJ.mjs";
import "./chunk-CG4EY3AM.mjs";
import "./chunk-37LICBCB.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/diagnose-command.ts
import { resolve } from "node:path";

// src/app/rejudge.ts
async function* rejudge({ directory, name, judge }) {
  let header;
  const bootFingerprints = /* @__PURE__ */ new Map();
  for (const line of readRecord({ directory, name, unwritten: [] })) {
    if (line.kind === "damaged") throw new RecordDamaged(line.problem);
    const { entry } = line;
    if (entry.entry === "run") header = entry;
    if (entry.entry === "boot") bootFingerprints.set(entry.cell, fingerprintsOf(entry.findings));
    if (entry.entry !== "attempt") continue;
    const planned = header?.tests[entry.test];
    if (planned === void 0)
      throw new RecordDamaged(`${name}: the record has an attempt of a test that it does not name`);
    const { record } = entry;
    const now = await judge.judge({
      resultsDirectory: directory,
      record,
      rules: planned.rules,
      bootFingerprints: bootFingerprints.get(planned.cell) ?? [],
      today: record.startedAt.toISOString().slice(0, 10)
    });
    yield compared(entry, { test: planned.id, cell: planned.cell, now });
  }
}
function fingerprintsOf(findings) {
  return findings.map(({ fingerprint }) => fingerprint);
}
function compared({ attempt, verdict }, { test, cell, now }) {
  const digests = { was: digest(verdict), now: digest(now) };
  return { test, cell, attempt, changed: JSON.stringify(digests.was) !== JSON.stringify(digests.now), ...digests };
}
function digest({ outcome, ok, reason, findings }) {
  return { outcome, ok, reason, titles: findings.map(({ title }) => title) };
}

// src/cli/diagnose-command.ts
async function diagnoseCommand(args, host) {
  const directories = args.operands.filter((name) => kindOfFile(resolve(host.cwd, name)) === "directory");
  if (directories.length === 0) return await diagnoseFiles(args, host);
  if (directories.length < args.operands.length)
    throw new UsageError("Name console logs, or directories with results, not both.");
  for (const name of directories) await judgeAgain(name, host);
  return 0;
}
function diagnoseFiles(args, host) {
  return parseFiles(args, host, () => {
    const finder = createBugFinder();
    return { push: (text) => finder.push(text), end: () => told(finder) };
  });
}
function told(finder) {
  const findings = finder.end();
  return { findings, ...finder.leftOut() === 0 ? {} : { leftOut: finder.leftOut() } };
}
async function judgeAgain(name, host) {
  var _stack = [];
  try {
    const directory = resolve(host.cwd, name);
    if (!hasRecord(directory))
      throw new UsageError(`${name} has no record.jsonl: expected the results of a run, or a console log.`);
    const judge = __using(_stack, new JudgeThreads(host.installation.judgeProgram));
    let all = 0;
    let changed = 0;
    try {
      for await (const rejudged of rejudge({ directory, name, judge })) {
        all++;
        if (rejudged.changed) changed++;
        host.write(`${JSON.stringify(rejudged)}
`);
      }
    } catch (error) {
      if (error instanceof RecordDamaged) throw new UsageError(error.message);
      throw error;
    }
    host.complain(`${name}: ${changed} of ${all} verdicts changed
`);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
export {
  diagnoseCommand
};
