import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseFiles
} from "./chunk-SR67EZ76.mjs";
import {
  JudgeThreads
} from "./chunk-4IFTEJWE.mjs";
import {
  RecordDamaged,
  hasRecord,
  readRecord
} from "./chunk-LWVAITKD.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-T6GTHSTU.mjs";
import "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  createBugFinder
} from "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import {
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
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
