import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  runWithReporter,
  startReporter
} from "./chunk-DH6NYWB5.mjs";
import {
  readPlan
} from "./chunk-LDG7USO3.mjs";
import "./chunk-4WVYUHJQ.mjs";
import "./chunk-DOSLJNQS.mjs";
import "./chunk-QVBAHAR2.mjs";
import {
  alignColumns,
  formatDuration
} from "./chunk-TLPQH62J.mjs";
import "./chunk-RWZHS4TK.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-ABA5X5BY.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-MMJZXIOY.mjs";
import "./chunk-EHHXR7MV.mjs";
import "./chunk-H7VB4FMN.mjs";
import "./chunk-YFROGLQM.mjs";
import {
  runChoices
} from "./chunk-YTWL5IFB.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-Z4MY4UNO.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-56PU4Y4X.mjs";
import "./chunk-BHP33WRS.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  cancelOnSignals
} from "./chunk-BQTMZKTG.mjs";
import {
  plainLine
} from "./chunk-NFB3NNVB.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import {
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-GO5KNIBB.mjs";
import "./chunk-3NC5PDVW.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-L4FURYEC.mjs";
import "./chunk-RIMQFIWY.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-VQ6UBOWN.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/selftest-command.ts
import { join, relative, resolve } from "node:path";

// src/app/selftest/expectations.ts
var expectations = [
  { id: "machine/pass", shows: "a pass", outcome: "pass", ok: true, start: "clone" },
  { id: "machine/cold", shows: "a machine that boots for itself", outcome: "pass", ok: true, start: "cold" },
  { id: "machine/fail", shows: "a failure", outcome: "fail", ok: false, reason: /expected 42, found 41/ },
  { id: "machine/skip", shows: "a skip", outcome: "skip", ok: true },
  { id: "machine/expected-failure", shows: "a failure that was expected", outcome: "fail", ok: true },
  { id: "machine/unexpected-pass", shows: "a pass that was not expected", outcome: "pass", ok: false },
  { id: "machine/timeout", shows: "a test without an end", outcome: "timeout", ok: false, reason: /still answers/ },
  { id: "machine/panic", shows: "a kernel panic", outcome: "crash", ok: false, reason: /sysrq/i },
  { id: "machine/reboot", shows: "a reboot", outcome: "crash", ok: false, reason: /rebooted by itself/ },
  { id: "machine/power-off", shows: "a power-off", outcome: "crash", ok: false, reason: /powered off/ },
  { id: "machine/setup-fails", shows: "a failed setup", outcome: "error", ok: false, reason: /setup failed/ },
  { id: "machine/teardown-fails", shows: "a failed teardown", outcome: "error", ok: false, reason: /teardown failed/ },
  { id: "machine/subtests", shows: "subtests", outcome: "fail", ok: false, reason: /1 of 2 subtests failed/ },
  { id: "machine/forged", shows: "a forged verdict", outcome: "fail", ok: false, reason: /exit status 1/ },
  { id: "machine/missing-message", shows: "a message that is missing", outcome: "pass", ok: false },
  { id: "machine/artifact", shows: "a file from the guest", outcome: "pass", ok: true, artifact: "/found.txt" },
  { id: "machine/changes-kernel", shows: "a pristine kernel", outcome: "pass", ok: true },
  { id: "machine/pristine-kernel", shows: "another pristine kernel", outcome: "pass", ok: true },
  { id: "machine/hot-plug", shows: "a device plugged in and removed", outcome: "pass", ok: true },
  { id: "machine/disk-fault", shows: "a disk that fails on command", outcome: "pass", ok: true },
  { id: "driver/loads", shows: "a module built here, loaded, removed", outcome: "pass", ok: true },
  { id: "driver/kernel-module", shows: "a module of the kernel", outcome: "pass", ok: true },
  { id: "driver/oops", shows: "an oops, with its line", outcome: "crash", ok: false, at: "the oops" },
  { id: "driver/warning", shows: "a warning, with its line", outcome: "crash", ok: false, at: "the warning" },
  { id: "driver/hang", shows: "a hang, with its function", outcome: "hang", ok: false, reason: /probe_stuck/ },
  { id: "driver/model", shows: "a device model", outcome: "pass", ok: true },
  { id: "driver/model-fault", shows: "a device model that fails", outcome: "pass", ok: true }
];

// src/app/selftest/compare.ts
function compareVerdicts(results, source) {
  const deadBoot = results.cells.find(({ boot }) => boot.outcome !== "ok");
  if (deadBoot !== void 0)
    return { kind: "undecided", reason: results.tests[0]?.reason ?? `the kernel of ${deadBoot.id} did not boot` };
  const rows = results.cells.flatMap(
    ({ id: cell }) => expectations.map((expected) => {
      const test = results.tests.find((one) => one.id === expected.id && one.cell === cell);
      return test === void 0 ? missing(expected) : rowOf(expected, test, source);
    })
  );
  return { kind: rows.every(({ differences }) => differences.length === 0) ? "right" : "wrong", rows };
}
function missing({ id, shows }) {
  return { id, shows, start: "", found: "not run", differences: ["expected a verdict, found none"] };
}
function rowOf(expected, test, source) {
  const place = test.findings[0]?.source;
  const at = place === void 0 ? "" : ` at ${nameOf(place.file)}:${place.line}`;
  return {
    id: expected.id,
    shows: expected.shows,
    start: test.start,
    found: `${test.outcome}${at}`,
    differences: [...wrongVerdict(expected, test), ...wrongPlace(expected, test, source)]
  };
}
function wrongVerdict(expected, test) {
  const differences = [];
  const { reason } = test;
  if (test.outcome !== expected.outcome)
    differences.push(`expected ${expected.outcome}, found ${test.outcome}${reason === "" ? "" : `: ${reason}`}`);
  else if (test.ok !== expected.ok)
    differences.push(`expected that it is ${expected.ok ? "" : "not "}as its suite expects: ${reason}`);
  else if (expected.reason?.test(reason) === false)
    differences.push(`expected a reason like ${expected.reason.source}, found ${JSON.stringify(reason)}`);
  if (expected.start !== void 0 && test.start !== expected.start)
    differences.push(`expected a start as ${expected.start}, found ${test.start}: ${test.startReason}`);
  return differences;
}
function wrongPlace({ at, artifact }, test, source) {
  const differences = [];
  if (artifact !== void 0 && !test.artifacts.some((path) => path.endsWith(artifact)))
    differences.push(`expected the artifact ${artifact.slice(1)}, found ${test.artifacts.join(", ") || "none"}`);
  if (at === void 0) return differences;
  const line = lineOf(source, at);
  const found = test.findings[0]?.source;
  if (found === void 0 || nameOf(found.file) !== "probe.c" || found.line !== line)
    differences.push(
      `expected probe.c:${line}, found ${found === void 0 ? "no line" : `${nameOf(found.file)}:${found.line}`}`
    );
  return differences;
}
function lineOf(source, comment) {
  return source.split("\n").findIndex((line) => line.includes(`/* ${comment} */`)) + 1;
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/cli/selftest-command.ts
var unavailable = 69;
async function selftestCommand(args, host) {
  if (args.operands.length > 0) throw new UsageError("selftest brings its own tests, and takes no suite.");
  const { selftestDirectory } = host.installation;
  const operands = ["machine", "driver"].map((name) => join(selftestDirectory, name));
  const plan = readPlan({ ...args, operands }, host);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-selftest");
  keepHeapSmall();
  host.write(`qemu-driver-test ${host.installation.version} selftest
`);
  const reporter = withoutTests(startReporter({ write: host.complain, isTty: false, verbose: false }, host));
  const signal = cancelOnSignals(host, reporter.onEvent);
  const choices = runChoices(args, host);
  const results = await runWithReporter({ plan, shard: void 0, choices, outDirectory, signal }, reporter, host);
  const source = readTextIfThere(join(selftestDirectory, "driver/source/probe.c")) ?? "";
  const verdict = signal.aborted ? { kind: "undecided", reason: "it was cancelled" } : compareVerdicts(results, source);
  for (const line of report(verdict, results, relative(host.cwd, outDirectory) || ".")) host.write(`${line}
`);
  return exitStatus(verdict);
}
function withoutTests(reporter) {
  return {
    ...reporter,
    onEvent: (event) => {
      if (event.kind !== "test-begin" && event.kind !== "test-end") reporter.onEvent(event);
    }
  };
}
function exitStatus({ kind }) {
  switch (kind) {
    case "right":
      return 0;
    case "wrong":
      return 1;
    case "undecided":
      return unavailable;
  }
}
function report(verdict, { durationMs, host }, directory) {
  if (verdict.kind === "undecided") return ["", plainLine(`Nothing can be concluded: ${verdict.reason}`)];
  const { rows } = verdict;
  const wrong = rows.filter(({ differences }) => differences.length > 0);
  const how = `${host.accelerator.toUpperCase()}, ${formatDuration(durationMs)}`;
  const end = wrong.length === 0 ? `All ${rows.length} verdicts are as expected (${how}).` : `${wrong.length} of ${rows.length} verdicts are not as expected (${how}). Their logs are in ${directory}.`;
  return ["", ...table(rows), "", plainLine(end)];
}
function table(rows) {
  const cells = rows.map(({ differences, shows, start, found, id }) => [
    differences.length === 0 ? "ok" : "WRONG",
    shows,
    start,
    found,
    id
  ]);
  const lines = alignColumns([["", "SHOWS", "START", "VERDICT", "TEST"], ...cells]);
  return lines.flatMap((line, index) => [
    line,
    ...(rows[index - 1]?.differences ?? []).map((difference) => `       ${plainLine(difference)}`)
  ]);
}
export {
  selftestCommand
};
