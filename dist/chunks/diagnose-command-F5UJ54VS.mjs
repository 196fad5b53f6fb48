import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-36Q67UB2.mjs";
import {
  JudgeThreads
} from "./chunk-PVDGFEX7.mjs";
import {
  RecordDamaged,
  hasRecord,
  readRecord
} from "./chunk-DJY7UOEN.mjs";
import "./chunk-V6QVYMDT.mjs";
import "./chunk-GJGVNV2E.mjs";
import "./chunk-JZF3CTAP.mjs";
import "./chunk-TIQLIYA3.mjs";
import "./chunk-PK6VEPSI.mjs";
import "./chunk-TVCQSB66.mjs";
import "./chunk-TS44JV3Y.mjs";
import "./chunk-APKFICTJ.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  createBugFinder
} from "./chunk-Y4FPGWM2.mjs";
import "./chunk-F7USHXZA.mjs";
import "./chunk-RPTY24U7.mjs";
import "./chunk-DKSBWKUE.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-4RU3GCCT.mjs";
import "./chunk-SRNC3GSI.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-5AVZSXSO.mjs";
import "./chunk-LNOYAHRC.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-55UQDUV5.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-KLTUR2PH.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-UE56YTIM.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-OY4GEF45.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/diagnose-command.ts
import { resolve } from "node:path";

// src/app/rejudge.ts
async function* rejudge({ directory, name, judge }) {
  const tests = [];
  const bootFingerprints = /* @__PURE__ */ new Map();
  for (const line of readRecord({ directory, name, unwritten: [] })) {
    if (line.kind === "damaged") throw new RecordDamaged(line.problem);
    const { entry } = line;
    if (entry.entry === "run" || entry.entry === "tests") tests.push(...entry.tests);
    if (entry.entry === "boot") bootFingerprints.set(entry.cell, fingerprintsOf(entry.findings));
    if (entry.entry !== "attempt") continue;
    const planned = tests[entry.test];
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
    throw new UsageError("diagnose takes console logs or directories with results, not both.");
  for (const name of directories) await judgeAgain(name, host);
  return 0;
}
function diagnoseFiles(args, host) {
  return parseFiles(args, host, () => {
    const finder = createBugFinder();
    return { push: (text) => finder.push(text), end: () => asJson(finder) };
  });
}
function asJson(finder) {
  const findings = finder.end();
  return { findings, ...finder.leftOut() === 0 ? {} : { leftOut: finder.leftOut() } };
}
async function judgeAgain(name, host) {
  var _stack = [];
  try {
    const directory = resolve(host.cwd, name);
    if (!hasRecord(directory))
      throw new UsageError(
        `${name}: expected a console log, or a directory with the results of a run, found no record.jsonl in it.`
      );
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
