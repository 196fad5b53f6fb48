import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseKtap
} from "./chunk-WPMISJ4E.mjs";
import {
  FindingLocator,
  hostResources
} from "./chunk-JQF6ZMFF.mjs";
import {
  CellBoots,
  announceAccelerator,
  announceSupplies,
  attemptName,
  attemptsOf,
  chooseAccelerator,
  chooseStarts,
  countMarks,
  createProvisionContext,
  createStyle,
  createTerminalReporter,
  cutLine,
  cutText,
  defuseCommands,
  describeEnding,
  drawMarks,
  fitWidth,
  formatDuration,
  formatSeconds,
  isFlaky,
  markOf,
  memoryMiB,
  now,
  padWidth,
  paintMark,
  plainLine,
  plainText,
  provideSupplies,
  provisionListener,
  readGuestFiles,
  reportBuildFailures,
  runPlanned,
  shownAttempt,
  suppliesOf,
  textWidth,
  unbuiltFeatures,
  wrapWords
} from "./chunk-N4AZQC5P.mjs";
import {
  findBugs,
  fingerprintOf,
  guiltyFunction,
  reportTitle
} from "./chunk-RXGZI53L.mjs";
import {
  parseConsoleLine
} from "./chunk-IUCQ4QF6.mjs";
import {
  movePath,
  sha256Of,
  writeFileAt
} from "./chunk-BQFXE4X2.mjs";
import {
  parseInstructionPointer,
  readStack
} from "./chunk-S5JOU3XU.mjs";
import {
  ProvisionError,
  RunRefused,
  cancelOnSignals,
  shellJoin
} from "./chunk-XAD5MSIM.mjs";
import "./chunk-IRRUEY6F.mjs";
import {
  randomSeed,
  removeTree
} from "./chunk-W7MJDZLK.mjs";
import {
  isSystemError
} from "./chunk-A22H6BHT.mjs";
import "./chunk-MNSBFTQX.mjs";
import {
  listDirectory
} from "./chunk-VEV5XY66.mjs";
import {
  jobCount,
  oneOf,
  orderTests,
  readPlan,
  repeatCount,
  shuffleSeed
} from "./chunk-KMG3IZ5Z.mjs";
import {
  kindOfFile
} from "./chunk-CML6T4IU.mjs";
import "./chunk-UUDNWT5W.mjs";
import {
  __callDispose,
  __using
} from "./chunk-2AMXK7X7.mjs";

// src/cli/run-command.ts
import { resolve, relative as relative2 } from "node:path";

// src/app/duration-record.ts
function readDurations(store, tests) {
  const known = new Map([...suitesOf(tests)].map((suite) => [suite, parseDurations(store.readDocument(documentName(suite)))]));
  return { durationMsOf: ({ cell, suite, test }) => known.get(suite)?.[cell.id]?.[test.name] };
}
function recordDurations(store, timed) {
  for (const suite of suitesOf(timed.map(({ planned }) => planned))) {
    const own = timed.filter(({ planned }) => planned.suite === suite);
    store.writeDocument(documentName(suite), { directory: suite.directory, durationMs: mergeTimes(suite, parseDurations(store.readDocument(documentName(suite))), own) });
  }
}
var maxCells = 100;
function mergeTimes(suite, before, timed) {
  const names = new Set(suite.tests.map(({ name }) => name));
  const cells = new Map(Object.entries(before).map(([cell, times]) => [cell, Object.fromEntries(Object.entries(times).filter(([name]) => names.has(name)))]));
  for (const { planned, durationMs } of timed) {
    const times = { ...cells.get(planned.cell.id), [planned.test.name]: Math.round(durationMs) };
    cells.delete(planned.cell.id);
    cells.set(planned.cell.id, times);
  }
  return Object.fromEntries([...cells].slice(-maxCells));
}
function suitesOf(tests) {
  return new Set(tests.map(({ suite }) => suite));
}
function documentName(suite) {
  return `durations/${sha256Of(suite.directory).slice(0, 32)}`;
}
function parseDurations(document) {
  const cells = isObject(document) ? document["durationMs"] : void 0;
  if (!isObject(cells)) return {};
  return Object.fromEntries(Object.entries(cells).map(([cell, times]) => [cell, isObject(times) ? numbersIn(times) : {}]));
}
function numbersIn(times) {
  return Object.fromEntries(Object.entries(times).flatMap(([name, time]) => typeof time === "number" && time >= 0 ? [[name, time]] : []));
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/app/jobs.ts
var overheadMiB = 160;
var privatePagesMiB = 64;
function automaticJobs(starts, { cpus, availableMemoryMiB }) {
  const machines = [...starts].map(([{ cell, suite, test }, start]) => ({ start, memoryMiB: memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs]) }));
  const needMiB = Math.max(0, ...machines.map(({ start, memoryMiB: own }) => overheadMiB + (start.kind === "clone" ? Math.min(own, privatePagesMiB) : own)));
  const leftMiB = availableMemoryMiB - templatesMiB(machines);
  return Math.max(1, Math.min(cpus, Math.floor(leftMiB / needMiB)));
}
function templatesMiB(machines) {
  const sizes = new Map(machines.flatMap(({ start, memoryMiB: own }) => start.kind === "clone" ? [[start.template, own]] : []));
  return [...sizes.values()].sort((a, b) => b - a).slice(0, 2).reduce((sum, size) => sum + size, 0);
}

// src/app/results.ts
import { relative } from "node:path";

// src/report/exit-status.ts
function exitStatus(tests) {
  if (tests.every(isInconclusive)) return 69;
  return tests.every((test) => test.ok) ? 0 : 1;
}
function isInconclusive({ outcome, startMs, ending }) {
  if (outcome !== "error" || startMs !== null) return false;
  return !(ending.kind === "not-started" && ending.cause.kind === "module-build");
}

// src/report/reproduce.ts
function reproduceCommand(planned, options) {
  const timeout = options.timeoutSeconds === void 0 ? [] : ["--timeout", String(options.timeoutSeconds)];
  const repeat = options.repeat === void 0 ? [] : ["--repeat", String(options.repeat)];
  return shellJoin([...options.invocation, "run", notAnOption(options.suitePath), "--test", planned.id, ...machineWords(planned, options), ...timeout, ...repeat]);
}
function shellCommandLine(planned, options) {
  return shellJoin([...options.invocation, "shell", notAnOption(`${options.suitePath}/${planned.test.name}`), ...machineWords(planned, options)]);
}
function machineWords({ cell, suite }, { qemu, diskImage, accelerator }) {
  return [
    ...cell.kernel.text === suite.kernel ? [] : ["--kernel", cell.kernel.text],
    ...cell.machine.args.length === 0 ? [] : ["--machine", `${cell.machine.name}=${shellJoin(cell.machine.args)}`],
    ...qemu === void 0 ? [] : ["--qemu", qemu],
    ...diskImage === void 0 ? [] : ["--disk-image", diskImage],
    ...accelerator === void 0 ? [] : ["--accel", accelerator]
  ];
}
function notAnOption(path) {
  return path.startsWith("-") ? `./${path}` : path;
}

// src/report/flaky.ts
function flakyReason(attempts) {
  const good = attempts.filter(({ ok }) => ok).length;
  const bad = attempts.findIndex(({ ok }) => !ok);
  const [count, shown] = [`flaky: as expected in ${good} of ${attempts.length} runs`, attempts[bad]];
  return shown === void 0 ? `${count}, with different outcomes` : `${count}; run ${bad + 1}: ${shown.reason}`;
}

// src/report/totals.ts
function countTotals(tests) {
  const count = (outcome) => tests.filter((test) => test.outcome === outcome).length;
  const ok = tests.filter((test) => test.ok).length;
  return {
    tests: tests.length,
    ok,
    notOk: tests.length - ok,
    pass: count("pass"),
    fail: count("fail"),
    skip: count("skip"),
    timeout: count("timeout"),
    hang: count("hang"),
    crash: count("crash"),
    error: count("error")
  };
}

// src/app/results.ts
function assembleResults(frame2, outcome) {
  const tests = outcome.tests.map((judged) => testResult(judged, frame2));
  const ended = outcome.tests.map(shownAttempt).map(({ record, verdict }) => ({
    outcome: verdict.outcome,
    ok: verdict.ok,
    startMs: record.startMs ?? null,
    ending: record.ending
  }));
  return {
    schema: "qemu-driver-test/results/1",
    tool: { version: frame2.version },
    startedAt: frame2.startedAt.toISOString(),
    durationMs: Math.round(frame2.durationMs),
    ...frame2.shuffleSeed === void 0 ? {} : { shuffleSeed: frame2.shuffleSeed },
    exitStatus: exitStatus(ended),
    host: frame2.host,
    cells: frame2.plan.cells.map((cell) => cellResult(cell, frame2, outcome)),
    tests,
    totals: countTotals(tests)
  };
}
function cellResult(cell, { supplies }, { boots, templateLosses }) {
  const supplied = supplies.get(cell);
  if (supplied === void 0) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  const { kernel, qemu } = supplied;
  return {
    id: cell.id,
    kernel: { spec: kernel.spec, release: kernel.release, sha256: kernel.sha256 },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    boot: bootResult(boots.get(cell), templateLosses.get(cell))
  };
}
function bootResult(boot, notes) {
  if (boot === void 0) return { outcome: "not-needed", durationMs: 0, findings: [] };
  const { outcome, durationMs, findings } = boot;
  return { outcome, durationMs: Math.round(durationMs), findings: findings.map(published), ...notes === void 0 ? {} : { notes } };
}
function testResult(judged, frame2) {
  const { planned } = judged;
  const { record, startReason, verdict, postMortemFiles } = shownAttempt(judged);
  const repeated = judged.attempts.length === 1 ? void 0 : { attempts: judged.attempts.map(attemptResult), flaky: isFlaky(judged) };
  const again = { ...frame2.options, suitePath: relative(frame2.cwd, planned.suite.directory) || "." };
  return {
    id: planned.id,
    cell: planned.cell.id,
    description: planned.test.description,
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: repeated?.flaky === true ? flakyReason(repeated.attempts) : verdict.reason,
    start: record.start,
    startReason,
    startMs: record.startMs === void 0 ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings.map(published),
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    console: record.consolePath,
    ...postMortemFiles === void 0 ? {} : { postMortem: { files: postMortemFiles, whereabouts: verdict.whereabouts } },
    notes: record.notes,
    reproduce: reproduceCommand(planned, { ...again, ...repeated?.flaky === true ? { repeat: repeated.attempts.length } : {} }),
    shell: shellCommandLine(planned, again),
    ...repeated
  };
}
function attemptResult({ record, verdict }) {
  return {
    outcome: verdict.outcome,
    ok: verdict.ok,
    reason: verdict.reason,
    startMs: record.startMs === void 0 ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    console: record.consolePath
  };
}
function published({ kind, title, fingerprint, line, source, report }) {
  return { kind, title, fingerprint, line, ...source === void 0 ? {} : { source }, report };
}
function stageResult({ name, exitStatus: status, durationMs, log }) {
  return { name, exitStatus: status ?? null, durationMs: Math.round(durationMs), log };
}

// src/app/results-directory.ts
import { join } from "node:path";

// src/report/json.ts
function renderJson(results) {
  return `${JSON.stringify(results, void 0, 2)}
`;
}

// src/report/distinct-failures.ts
function distinctFailures({ cells, tests }) {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const groups = /* @__PURE__ */ new Map();
  for (const test of tests) {
    if (test.ok) continue;
    const key = keyOf(test, evidenceOf(test, cellById.get(test.cell)).finding);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [test]);
    else group.push(test);
  }
  return [...groups.values()].flatMap((group) => {
    const [test] = group;
    return test === void 0 ? [] : [{ test, tests: group, ...evidenceOf(test, cellById.get(test.cell)) }];
  });
}
function unexpectedPass(test) {
  if (test.outcome !== "pass" || test.ok || test.expected === "pass") return void 0;
  return `It passed, which is not ok here: ${test.expected} was expected. If what it shows is mended, remove its info/expect-failure.`;
}
function keyOf(test, finding) {
  if (finding !== void 0) return JSON.stringify([test.outcome, finding.fingerprint]);
  const reason2 = test.reason.replace(/\d+(?:\.\d+)? ?(?:ms|s|min)\b/g, "TIME");
  return JSON.stringify([test.outcome, test.outcome === "error" ? "" : test.id, reason2]);
}
function evidenceOf(test, cell) {
  const bootFinding = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings[0] : void 0;
  const own = test.findings[0];
  if (own !== void 0 || bootFinding === void 0 || cell === void 0) return { finding: own, console: test.console };
  return { finding: bootFinding, console: `${cell.id}/boot/console.log` };
}

// src/report/junit-case-text.ts
var budgetCharacters = 6e6;
var reportLimit = { lines: 200, columns: 400 };
var subtestLimit = 100;
var reasonLimit = 2e3;
function createCaseText({ cells, tests }) {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = budgetCharacters - tests.length * 100;
  return {
    reason,
    note: (test) => [...expectedFailure(test), ...test.notes].join("\n"),
    failure: (test) => {
      const text = left > 0 ? failureText(test, boots.get(test.cell)) : "";
      left -= text.length;
      return left > 0 ? text : [reason(test), ...whereToLook(test), "More was left out: this file would be too large. All of it is in results.json."].join("\n");
    }
  };
}
function reason(test) {
  return cutLine(plainText(unexpectedPass(test) ?? test.reason), reasonLimit);
}
function expectedFailure({ outcome, ok, expected, reason: why }) {
  if (!ok || outcome === "pass") return [];
  return [`A failure that is expected (${expected}): ${outcome}. ${cutLine(plainText(why), reasonLimit)}`];
}
function failureText(test, cell) {
  const boot = cell?.boot.outcome === "failed" && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot].map(
    ({ title, source, report }) => ["", title, ...source === void 0 ? [] : [`at ${source.file}:${source.line}`], plainText(cutText(report, reportLimit))].join("\n")
  );
  return [reason(test), ...failedSubtests(test), ...whereToLook(test), ...test.notes.map((note) => `note: ${note}`), ...reports].join("\n");
}
function failedSubtests({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  const shown = failed.slice(0, subtestLimit).map(({ name, status, reason: why }) => `not ok: ${name} (${status})${why === void 0 ? "" : `: ${why}`}`);
  return failed.length > subtestLimit ? [...shown, `and ${failed.length - subtestLimit} more subtests that are not ok`] : shown;
}
function whereToLook(test) {
  const line = test.findings[0]?.line;
  return [`console: ${test.console}${line === void 0 ? "" : `:${line}`}`, `again: ${test.reproduce}`];
}

// src/report/xml.ts
function renderElement({ name, attributes = {}, text, children = [] }) {
  const opened = `${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`).join("")}`;
  if (text !== void 0) return `<${opened}>${escapeXml(text)}</${name}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>
${children.join("\n")}
</${name}>`;
}
function escapeXml(text) {
  return plainText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function escapeAttribute(text) {
  return escapeXml(text).replaceAll('"', "&quot;").replaceAll("	", "&#9;").replaceAll("\n", "&#10;");
}

// src/report/junit.ts
function renderJunit(results, options = { caseNames: "test" }) {
  const caseText = createCaseText(results);
  const suites = results.cells.map((cell) => testSuite(results, cell, { options, caseText }));
  const attributes = { name: "qemu-driver-test", ...countsOf(results.tests), time: formatSeconds(results.durationMs) };
  return `<?xml version="1.0" encoding="UTF-8"?>
${renderElement({ name: "testsuites", attributes, children: suites })}
`;
}
function testSuite(results, cell, rendering) {
  const tests = results.tests.filter((test) => test.cell === cell.id);
  return renderElement({
    name: "testsuite",
    attributes: {
      name: plainLine(cell.id),
      ...countsOf(tests),
      skipped: tests.filter((test) => kindOf(test) === "skipped").length,
      time: formatSeconds(tests.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: results.startedAt.slice(0, 19)
    },
    children: [properties(results, cell), ...tests.map((test) => testCase(test, rendering))]
  });
}
function countsOf(tests) {
  const count = (kind) => tests.filter((test) => kindOf(test) === kind).length;
  return { tests: tests.length, failures: count("failure"), errors: count("error") };
}
function kindOf({ ok, outcome }) {
  if (ok) return outcome === "skip" ? "skipped" : "passed";
  return outcome === "error" ? "error" : "failure";
}
function properties({ host, tool }, { kernel, machine, qemu, arch }) {
  const values = {
    kernel: kernel.spec,
    "kernel.release": kernel.release,
    machine: machine.name,
    "machine.args": machine.args.join(" "),
    arch,
    qemu: qemu.version,
    accelerator: host.accelerator,
    "qemu-driver-test": tool.version
  };
  const children = Object.entries(values).map(([name, value]) => renderElement({ name: "property", attributes: { name, value } }));
  return renderElement({ name: "properties", children });
}
function testCase(test, { options, caseText }) {
  const slash = test.id.indexOf("/");
  const name = test.id.slice(slash + 1);
  const attributes = {
    classname: plainLine(test.id.slice(0, Math.max(0, slash))),
    name: plainLine(options.caseNames === "test" ? name : `${name} [${test.cell}]`),
    time: formatSeconds(test.durationMs)
  };
  return renderElement({ name: "testcase", attributes, children: verdictElements(test, caseText) });
}
function verdictElements(test, caseText) {
  const kind = kindOf(test);
  switch (kind) {
    case "passed": {
      const note = caseText.note(test);
      return note === "" ? [] : [renderElement({ name: "system-out", text: note })];
    }
    case "skipped":
      return [renderElement({ name: "skipped", text: caseText.reason(test) })];
    case "failure":
    case "error": {
      const attributes = { type: test.outcome === "pass" ? "unexpected-pass" : test.outcome, message: plainLine(caseText.reason(test)) };
      return [renderElement({ name: kind, attributes, text: caseText.failure(test) })];
    }
  }
}

// src/report/markdown.ts
function codeSpan(text) {
  const line = plainLine(text).replaceAll("|", "\xA6");
  if (line === "") return "(empty)";
  const fence = "`".repeat(longestRun(line) + 1);
  const space = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}
function codeBlock(text, language) {
  const plain = plainText(text).replace(/\n+$/, "");
  const fence = "`".repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}
${plain}
${fence}`;
}
function markdownTable(header, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
function longestRun(text) {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

// src/report/verdict-line.ts
function verdictLine(results) {
  const { tests, totals, durationMs } = results;
  const counted = `${totals.ok} of ${totals.tests} as expected${asExpected(tests)}`;
  return [...inconclusive(results), counted, ...notAsExpected(tests), formatDuration(durationMs)].join(" \xB7 ");
}
function inconclusive({ exitStatus: exitStatus2 }) {
  return exitStatus2 === 69 ? ["Nothing could be concluded"] : [];
}
function asExpected(tests) {
  const count = (matches) => tests.filter((test) => test.ok && matches(test)).length;
  const passed = count(({ outcome }) => outcome === "pass");
  const skipped = count(({ outcome }) => outcome === "skip");
  const failed = count(({ outcome }) => outcome !== "pass" && outcome !== "skip");
  const parts = [
    ...passed > 0 ? [`${passed} passed`] : [],
    ...skipped > 0 ? [`${skipped} skipped`] : [],
    ...failed > 0 ? [`${failed} failed as ${failed === 1 ? "it" : "they"} should`] : []
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
function notAsExpected(tests) {
  const counts = /* @__PURE__ */ new Map();
  const flaky = tests.filter((test) => test.flaky === true).length;
  for (const test of tests) if (!test.ok && test.flaky !== true) counts.set(test.outcome, (counts.get(test.outcome) ?? 0) + 1);
  return [...[...counts].map(([outcome, count]) => `${count} ${notOkWords[outcome]}`), ...flaky > 0 ? [`${flaky} flaky`] : []];
}
var notOkWords = {
  pass: "passed but should not have",
  fail: "failed",
  skip: "skipped but should not have been",
  timeout: "timed out",
  hang: "hung",
  crash: "crashed",
  error: "could not be judged"
};

// src/report/summary-failure.ts
var evidenceLimit = { lines: 45, columns: 240 };
var lineLimit = 500;
var reproduceLimit = 4e3;
var maxListed = 12;
function renderFailure(failure, number) {
  const { test, finding } = failure;
  const heading = `### ${number}. ${span(finding?.title ?? test.id)} ${finding === void 0 ? notOkWords[test.outcome] : `(${test.outcome})`}`;
  const evidence = [...isLong(test.reason) ? [test.reason] : [], ...finding === void 0 ? [] : [finding.report]];
  const blocks = evidence.map((text) => codeBlock(cutText(text, evidenceLimit), "text"));
  const again = codeBlock(cutLine(plainText(test.reproduce), reproduceLimit), "sh");
  return [heading, facts(failure).join("\n"), ...blocks, "Again:", again].join("\n\n");
}
function facts({ test, tests, finding, console }) {
  return [
    ...whereSeen(tests),
    ...finding?.source === void 0 ? [] : [`- source: ${span(`${finding.source.file}:${finding.source.line}`)}`],
    `- reason: ${span(unexpectedPass(test) ?? firstLine(test.reason))}`,
    ...failedSubtests2(test),
    `- console: ${span(`${console}${finding === void 0 ? "" : `:${finding.line}`}`)}`,
    ...stageLog(test),
    ...otherFindings(test),
    ...postMortem(test),
    ...test.notes.slice(0, maxListed).map((note) => `- note: ${span(note)}`)
  ];
}
function isLong(reason2) {
  return reason2.trimEnd().includes("\n");
}
function firstLine(reason2) {
  return reason2.trimStart().split("\n", 1)[0] ?? "";
}
function whereSeen(tests) {
  const cellsById = /* @__PURE__ */ new Map();
  for (const { id, cell } of tests) cellsById.set(id, [...cellsById.get(id) ?? [], cell]);
  const lines = [...cellsById].slice(0, maxListed).map(([id, cells]) => `- ${span(id)} in ${listed(cells)}`);
  return cellsById.size > maxListed ? [...lines, `- and ${cellsById.size - maxListed} more tests`] : lines;
}
function failedSubtests2({ subtests }) {
  const failed = subtests.filter(({ status }) => status === "fail" || status === "crash" || status === "error");
  if (failed.length === 0) return [];
  return [`- subtests not ok, ${failed.length} of ${subtests.length}: ${listed(failed.map(({ name }) => name))}`];
}
function stageLog({ stages }) {
  const stage = stages.find(({ exitStatus: exitStatus2 }) => exitStatus2 !== 0);
  return stage === void 0 ? [] : [`- output of ${stage.name}: ${span(stage.log)}`];
}
function postMortem({ postMortem: postMortem2 }) {
  if (postMortem2 === void 0) return [];
  const places = postMortem2.whereabouts.slice(0, maxListed).map((place) => `- stood: ${span(place)}`);
  return [...places, ...postMortem2.files.length === 0 ? [] : [`- post-mortem: ${listed(postMortem2.files)}`]];
}
function otherFindings({ findings }) {
  return findings.slice(1, maxListed).map(({ title, line }) => `- also: ${span(title)}, line ${line} of the console`);
}
function listed(names) {
  const shown = names.slice(0, maxListed).map((name) => span(name));
  return names.length > maxListed ? `${shown.join(", ")} and ${names.length - maxListed} more` : shown.join(", ");
}
function span(text) {
  return codeSpan(cutLine(plainLine(text), lineLimit));
}

// src/report/summary-table.ts
var maxColumns = 16;
var maxRows = 300;
function renderTable({ cells, tests }) {
  if (tests.length === 0) return "";
  const columns = mostTelling(cells.map(({ id }) => id), (id) => tests.some((test) => test.cell === id && !test.ok), maxColumns);
  const ids = [...new Set(tests.map(({ id }) => id))];
  const rows = mostTelling(ids, (id) => tests.some((test) => test.id === id && !test.ok), maxRows);
  const byPlace = new Map(tests.map((test) => [placeOf(test.id, test.cell), test]));
  const table = markdownTable(
    ["test", ...columns.map((cell) => codeSpan(cell))],
    rows.map((id) => [codeSpan(id), ...columns.map((cell) => renderPlace(byPlace.get(placeOf(id, cell))))])
  );
  return [table, ...leftOut(ids.length - rows.length, "test"), ...leftOut(cells.length - columns.length, "cell")].join("\n\n");
}
function renderPlace(test) {
  if (test === void 0) return "";
  switch (markOf(test)) {
    case "passed":
      return "\u2713 pass";
    case "skipped":
      return "\u2013 skip";
    case "expected-failure":
      return `x ${test.outcome}, as expected`;
    case "not-ok":
      if (test.flaky === true) return "\u274C **flaky**";
      return test.outcome === "pass" || test.outcome === "skip" ? `\u274C **${test.outcome}, not expected**` : `\u274C **${test.outcome}**`;
  }
}
function mostTelling(ids, isNotOk, limit) {
  if (ids.length <= limit) return ids;
  const notOk = new Set(ids.filter(isNotOk).slice(0, limit));
  const others = new Set(ids.filter((id) => !notOk.has(id)).slice(0, limit - notOk.size));
  return ids.filter((id) => notOk.has(id) || others.has(id));
}
function leftOut(count, noun) {
  return count > 0 ? [`\u2026and ${count} more ${count === 1 ? noun : `${noun}s`}, in \`results.json\`.`] : [];
}
function placeOf(id, cell) {
  return JSON.stringify([id, cell]);
}

// src/report/median.ts
function medianMs(durationsMs) {
  return durationsMs.toSorted((a, b) => a - b)[Math.floor((durationsMs.length - 1) / 2)];
}

// src/report/summary-timings.ts
var maxCells2 = 50;
var slowest = 5;
function renderTimings(results) {
  const { cells, host } = results;
  const table = markdownTable(
    ["cell", "kernel", "machine", "QEMU", "boot", "a test (median)"],
    cells.slice(0, maxCells2).map((cell) => cellRow(results, cell))
  );
  const speed = `${host.accelerator.toUpperCase()} on ${host.cpus} CPUs and ${host.memoryMiB} MiB: ${codeSpan(host.acceleratorReason)}`;
  const more = cells.length > maxCells2 ? [`\u2026and ${cells.length - maxCells2} more cells.`] : [];
  return ["## Timings", table, ...more, speed, ...slowestTests(results)].join("\n\n");
}
function cellRow({ tests }, { id, kernel, machine, qemu, boot }) {
  const median = medianMs(tests.filter((test) => test.cell === id).map(({ durationMs }) => durationMs));
  return [
    codeSpan(id),
    codeSpan(kernel.release),
    codeSpan(machine.args.join(" ")),
    codeSpan(qemu.version),
    boot.outcome === "not-needed" ? "with each test" : `${boot.outcome}, ${formatDuration(boot.durationMs)}`,
    median === void 0 ? "" : formatDuration(median)
  ];
}
function slowestTests({ tests }) {
  if (tests.length <= slowest) return [];
  const ordered = tests.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, slowest);
  return [`Slowest: ${ordered.map(({ id, cell, durationMs }) => `${codeSpan(id)} in ${codeSpan(cell)} ${formatDuration(durationMs)}`).join(", ")}.`];
}

// src/report/summary.ts
var maxBytes = 9e5;
var maxFailures = 40;
function renderSummary(results) {
  const opening = [`${verdictSymbol(results)} **${verdictLine(results)}**`, renderTable(results)];
  const timings = renderTimings(results);
  const failures = renderFailures(results, maxBytes - sizeOf([...opening, timings]));
  return `${[...opening, ...failures, timings].filter((part) => part !== "").join("\n\n")}
`;
}
function verdictSymbol({ exitStatus: exitStatus2 }) {
  return exitStatus2 === 0 ? "\u2705" : "\u274C";
}
function renderFailures(results, budgetBytes) {
  const failures = distinctFailures(results);
  if (failures.length === 0) return [];
  const shown = [];
  let left = budgetBytes;
  for (const [index, failure] of failures.slice(0, maxFailures).entries()) {
    const section = renderFailure(failure, index + 1);
    left -= sizeOf([section]);
    if (left < 0) break;
    shown.push(section);
  }
  const more = failures.length - shown.length;
  return ["## Not as expected", ...shown, ...more > 0 ? [`\u2026and ${more} more, all in \`results.json\` and \`junit.xml\`.`] : []];
}
function sizeOf(parts) {
  const encoder = new TextEncoder();
  return parts.reduce((sum, part) => sum + encoder.encode(part).length + 2, 0);
}

// src/app/results-directory.ts
var mark = ".qemu-driver-test";
function prepareResultsDirectory(directory) {
  try {
    const refusal = refuseForeign(directory);
    if (refusal === void 0) emptyOurs(directory);
    return refusal;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${directory} cannot be used (${error.message}): give another with --out.`;
  }
}
function refuseForeign(directory) {
  const kind = kindOfFile(directory);
  if (kind === "nothing") return void 0;
  if (kind !== "directory") return `${directory} is not a directory: give another with --out.`;
  const names = listDirectory(directory);
  return names.length === 0 || names.includes(mark) ? void 0 : `${directory} holds something that is not ours: empty it, or give another directory with --out.`;
}
function emptyOurs(directory) {
  writeFileAt(join(directory, mark), "Results of qemu-driver-test. The next run with the same --out replaces them.\n");
  for (const name of listDirectory(directory)) if (name !== mark) removeTree(join(directory, name));
}
function writeResults(directory, results) {
  writeWhole(join(directory, "results.json"), renderJson(results));
  writeWhole(join(directory, "junit.xml"), renderJunit(results));
  writeWhole(join(directory, "summary.md"), renderSummary(results));
}
function writeWhole(path, content) {
  const part = `${path}.part`;
  try {
    writeFileAt(part, content);
    movePath(part, path);
  } catch (error) {
    removeTree(part);
    if (isSystemError(error)) error.message = `${path}: ${error.message}`;
    throw error;
  }
}

// src/diagnose/console-expectations.ts
function applyConsoleExpectations(expectations, consoleText, findings, today) {
  const inForce = expectations.filter(({ until }) => until === void 0 || until >= today);
  return {
    findings: findings.filter((finding) => !inForce.some(({ pattern }) => pattern.test(finding.title) || reportMatches(pattern, finding))),
    complaints: [
      ...expectations.filter((expectation) => !inForce.includes(expectation)).map(expired),
      ...inForce.filter(({ kind, pattern }) => kind === "require" && !anyLineMatches(pattern, consoleText)).map(missing)
    ]
  };
}
function reportMatches(pattern, { report }) {
  return pattern.test(report.split("\n", 1)[0] ?? "");
}
function anyLineMatches(pattern, text) {
  return text.split("\n").some((line) => pattern.test(line));
}
function expired({ pattern, until, file, line }) {
  return `${file}:${line}: /${pattern.source}/ was allowed until ${until ?? ""}; mend the cause or renew the date`;
}
function missing({ pattern, reason: reason2, file, line }) {
  return `the console never showed /${pattern.source}/, which ${file}:${line} requires${reason2 === "" ? "" : ` (${reason2})`}`;
}

// src/diagnose/finding-without-report.ts
function findingWithoutReport(ending, consoleText) {
  const line = consoleText.trimEnd().split("\n").length;
  switch (ending.kind) {
    case "guest-reset":
      return { kind: "reboot", title: "unexpected kernel reboot", fingerprint: "reboot", line, report: "" };
    case "guest-shutdown":
      return { kind: "lost", title: "unexpected power-off", fingerprint: "lost:power-off", line, report: "" };
    case "guest-panicked":
      return { kind: "panic", title: "kernel panic without a message", fingerprint: "panic", line, report: "" };
    case "qemu-exited":
      return diedByItself(ending.signal) ? { kind: "lost", title: `QEMU died of ${ending.signal ?? ""}`, fingerprint: `lost:${ending.signal ?? ""}`, line, report: "" } : void 0;
    case "completed":
    case "deadline":
    case "no-power-off":
    case "boot-deadline":
    case "agent-lost":
    case "host-failed":
    case "not-started":
    case "cancelled":
      return void 0;
  }
}
function diedByItself(signal) {
  return signal !== void 0 && ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"].includes(signal);
}

// src/diagnose/expectation.ts
function describeExpectation(expectation) {
  switch (expectation.kind) {
    case "pass":
    case "fail":
    case "timeout":
    case "hang":
      return expectation.kind;
    case "any-failure":
      return "any failure";
    case "crash":
      return expectation.title === void 0 ? "crash" : `crash ${expectation.title.source}`;
  }
}
function contradiction(expectation, outcome, findings) {
  if (outcome === "error") return "";
  switch (expectation.kind) {
    case "pass":
      return outcome === "pass" || outcome === "skip" ? void 0 : "";
    case "any-failure":
      return outcome === "pass" || outcome === "skip" ? `expected any failure, but the outcome is ${outcome}` : void 0;
    case "fail":
    case "timeout":
    case "hang":
      return outcome === expectation.kind ? void 0 : `expected ${expectation.kind}, but the outcome is ${outcome}`;
    case "crash":
      return crashContradiction(expectation.title, outcome, findings);
  }
}
function crashContradiction(title, outcome, findings) {
  if (outcome !== "crash") return `expected a crash, but the outcome is ${outcome}`;
  if (title === void 0 || findings.some((finding) => title.test(finding.title))) return void 0;
  return `expected a crash whose title matches ${title.source}, found ${findings.map((finding) => finding.title).join(", ")}`;
}

// src/diagnose/ktap/subtests.ts
function subtestsOf(text) {
  return parseKtap(text).tests.flatMap((test) => leavesOf(test, ""));
}
function leavesOf(test, parent) {
  const name = `${parent}${test.name}`;
  if (test.tests !== void 0 && test.tests.length > 0) return test.tests.flatMap((child) => leavesOf(child, `${name}/`));
  return [{ name, status: test.status, ...test.reason === void 0 ? {} : { reason: test.reason } }];
}

// src/diagnose/lockup-finding.ts
var hardLockup = { kind: "hard-lockup", needle: "", header: /^/, title: "BUG: hard lockup in {guilty}", guilty: [{ from: "instruction-pointer" }, { from: "trace" }] };
function lockupFindings({ ending, consoleText }, { processors }) {
  const hangs = ending.kind === "deadline" && !ending.answering || ending.kind === "no-power-off";
  if (!hangs) return [];
  const stuck = processors.find(({ interruptsOff, trace: trace2 }) => interruptsOff && trace2.some(saysInterruptsOff));
  if (stuck === void 0) return [];
  const trace = innermost(stuck.trace);
  const stack = readStack(trace);
  const guilty = guiltyFunction(hardLockup, { stack, lines: trace, groups: {} }) ?? stack.pointer?.name;
  const title = reportTitle(hardLockup, { guilty, groups: {} });
  const line = consoleText.trimEnd().split("\n").length;
  return [{ kind: hardLockup.kind, title, fingerprint: fingerprintOf(hardLockup.kind, title, stack), line, report: reportOf(stuck, trace) }];
}
function saysInterruptsOff(text) {
  const flags = /\bEFLAGS: ([\da-f]{8})/.exec(text)?.[1];
  return flags !== void 0 && (Number.parseInt(flags, 16) & 512) === 0;
}
function innermost(trace) {
  const end = trace.findIndex((text) => /^\s*<\/TASK>|^RIP: 0033:/.test(text));
  return end < 0 ? trace : trace.slice(0, end);
}
function reportOf({ processor }, trace) {
  return [`CPU: ${processor} with interrupts off in a guest that answers no more`, ...trace].join("\n");
}

// src/diagnose/post-mortem.ts
var maxLines = 5e3;
var maxTasks = 8;
var interruptFlag = 512;
function readPostMortem({ registers, consoleText }) {
  const lines = consoleText.split("\n", maxLines).flatMap((line) => parseConsoleLine(line).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}
function describePostMortem({ processors, waiting }) {
  return [
    ...processors.map(({ processor, at, interruptsOff }) => `CPU ${processor} ${at}${interruptsOff ? ", interrupts off" : ""}`),
    ...waiting.map(({ name, pid, at }) => `${name} (pid ${pid}) waits in ${at}`)
  ];
}
function processorPlaces(registers, backtraces2) {
  return registers.split(/^(?=CPU#\d+)/m).flatMap((part) => {
    const number = /^CPU#(\d+)/.exec(part)?.[1];
    const [, pointer, flags = ""] = /\bRIP=([\da-f]{16}) RFL=([\da-f]{8})/.exec(part) ?? [];
    if (number === void 0 || pointer === void 0 || /\bHLT=1\b/.test(part)) return [];
    const { trace, task } = backtraces2.get(Number(number)) ?? { trace: [], task: "a program" };
    const symbol = symbolAt(trace);
    const at = /\bCPL=3\b/.test(part) ? `runs ${task}` : symbol === void 0 ? `at 0x${pointer}` : `in ${symbol}`;
    return [{ processor: Number(number), at, interruptsOff: (Number.parseInt(flags, 16) & interruptFlag) === 0, trace }];
  });
}
function symbolAt(trace) {
  for (const line of trace) {
    const at = parseInstructionPointer(line);
    if (at?.kind === "kernel") return frameText(at.frame);
  }
  return void 0;
}
function backtraces(lines) {
  const found = /* @__PURE__ */ new Map();
  let current;
  for (const line of lines) {
    const [, number, pid, task] = /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: (\d{1,10}) Comm: (.{1,16}?) (?:Not tainted|Tainted)/.exec(line) ?? [];
    if (number !== void 0 && !found.has(Number(number))) {
      current = [];
      found.set(Number(number), { task: `${task ?? ""} (pid ${pid ?? ""})`, trace: current });
    } else if (sectionEnd.test(line)) current = void 0;
    else if (current !== void 0 && (current.length > 0 || parseInstructionPointer(line)?.kind === "kernel")) current.push(line);
  }
  return found;
}
var sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;
function waitingTasks(lines) {
  return taskSections(lines).slice(0, maxTasks).map(({ name, pid, trace }) => {
    const stack = readStack(trace);
    const guilty = guiltyFunction({ kind: "hung-task", needle: "", header: /^/, title: "", guilty: [{ from: "wait" }] }, { stack, lines: trace, groups: {} });
    const frame2 = stack.traces.flatMap(({ frames }) => frames).find((one) => one.name === guilty);
    return { name, pid, at: frame2 === void 0 ? guilty ?? "an unknown place" : frameText(frame2) };
  });
}
function taskSections(lines) {
  const sections = [];
  let isInside = false;
  for (const line of lines) {
    const [, name, pid] = /^task:(.{1,16}?) +state:D .*?\bpid: ?(\d{1,10})\b/.exec(line) ?? [];
    if (name !== void 0) sections.push({ name, pid: Number(pid), trace: [] });
    isInside = name !== void 0 || isInside && !sectionEnd.test(line) && !/^(?:CPU: \d|Kernel panic)/.test(line);
    if (isInside && name === void 0) sections.at(-1)?.trace.push(line);
  }
  return sections;
}
function frameText({ name, offset, module }) {
  return `${name}${offset === void 0 ? "" : `+${offset}`}${module === void 0 ? "" : ` [${module}]`}`;
}

// src/diagnose/judge.ts
var skipStatus = 4;
function judge(record, context) {
  const { suite, test } = record.planned;
  const reported = findBugs(record.consoleText).filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const expectations = [...suite.expectConsole, ...test.expectConsole];
  const told = [...reported, ...withoutReport(record, reported)];
  const { findings, complaints } = applyConsoleExpectations(expectations, record.consoleText, told, context.today);
  const subtests = subtestsOf(record.runOutput);
  const { outcome, reason: cause } = conclude(record, findings, subtests);
  const standing = record.postMortem === void 0 ? nowhere : readPostMortem(record.postMortem);
  const whereabouts = describePostMortem(standing);
  const reason2 = [cause, whereabouts.slice(0, placesTold).join("; ")].filter((part) => part !== "").join(": ");
  const contradicted = contradiction(test.expectation, outcome, findings) ?? complaints[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: describeExpectation(test.expectation),
    reason: [reason2, contradicted ?? "", ...complaints.filter((complaint) => complaint !== contradicted)].filter((part) => part !== "").join("; "),
    findings: findings.length > 0 ? findings : lockupFindings(record, standing),
    subtests,
    whereabouts
  };
}
var nowhere = { processors: [], waiting: [] };
var placesTold = 3;
function withoutReport({ ending, consoleText }, reported) {
  if (reported.length > 0) return [];
  const finding = findingWithoutReport(ending, consoleText);
  return finding === void 0 ? [] : [finding];
}
function conclude(record, findings, subtests) {
  const stall = findings.find(({ kind }) => stalls.has(kind));
  const first = findings.find(({ kind }) => !stalls.has(kind));
  const ended = concludeFromEnding(record.ending);
  if (first !== void 0) return { outcome: "crash", reason: first.report === "" && ended !== void 0 ? ended.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  return ended ?? concludeFromStages(record.stages, subtests);
}
var stalls = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
function concludeFromEnding(ending) {
  const reason2 = describeEnding(ending);
  switch (ending.kind) {
    case "completed":
      return void 0;
    case "deadline":
      return { outcome: ending.answering ? "timeout" : "hang", reason: reason2 };
    case "no-power-off":
      return { outcome: "hang", reason: reason2 };
    case "guest-shutdown":
    case "guest-reset":
    case "guest-panicked":
      return { outcome: "crash", reason: reason2 };
    case "qemu-exited":
      return { outcome: "error", reason: reason2 };
    case "boot-deadline":
    case "agent-lost":
    case "host-failed":
    case "not-started":
    case "cancelled":
      return { outcome: "error", reason: reason2 };
  }
}
function concludeFromStages(stages, subtests) {
  const statusOf = (name) => stages.find((stage) => stage.name === name)?.exitStatus;
  for (const name of ["suite-setup", "setup"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `${name} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf("run");
  if (run === void 0) return { outcome: "error", reason: "run gave no exit status" };
  const verdict = concludeFromRun(run, subtests);
  if (verdict.outcome !== "pass") return verdict;
  for (const name of ["teardown", "suite-teardown"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `run passed, but ${name} failed with exit status ${status}` };
  }
  return verdict;
}
function concludeFromRun(status, subtests) {
  const failed = subtests.filter((subtest) => subtest.status === "fail" || subtest.status === "crash" || subtest.status === "error");
  if (failed[0] !== void 0) return { outcome: "fail", reason: `${failed.length} of ${subtests.length} subtests failed, first: ${failed[0].name}` };
  if (status === skipStatus) return { outcome: "skip", reason: "run asked to be skipped (exit status 4)" };
  if (status !== 0) return { outcome: "fail", reason: `run ended with exit status ${status}` };
  return { outcome: "pass", reason: "" };
}

// src/app/run-attempt.ts
async function runAttempt(attempt2, { boots, start, locator }) {
  const { run } = boots;
  const { cell } = attempt2.planned;
  const supplies = suppliesOf(run, cell);
  const place = { id: attemptName(attempt2), cell: cell.id };
  run.listener({ kind: "test-begin", ...place });
  const { startReason, record: full } = await runPlanned(attempt2, { run, supplies, start, boots });
  const bootFingerprints = new Set(boots.of(cell)?.findings.map(({ fingerprint }) => fingerprint));
  const judged = judge(full, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  const verdict = { ...judged, findings: await locator.locate(judged.findings, attempt2.planned, supplies) };
  const { consoleText, runOutput, postMortem: postMortem2, ...record } = full;
  run.listener({ kind: "test-end", ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { record, startReason, verdict, ...postMortem2 === void 0 ? {} : { postMortemFiles: postMortem2.files } };
}

// src/app/schedule.ts
async function runScheduled(tasks, atOnce) {
  const queue = new ReadyQueue(tasks);
  const failures = [];
  const slots = Math.max(1, atOnce);
  let running = 0;
  await new Promise((resolve2) => {
    const begin = (task) => {
      running++;
      void attempt(task, failures).then(() => {
        running--;
        queue.end(task);
        fill();
      });
    };
    const fill = () => {
      for (let task = queue.next(slots, running); task !== void 0; task = queue.next(slots, running)) begin(task);
      if (running === 0) resolve2();
    };
    fill();
  });
  if (failures.length > 0) throw failures[0];
  if (queue.left > 0) throw new Error(`Internal error: ${queue.left} tasks wait for each other`);
}
async function attempt(task, failures) {
  try {
    await task.run();
  } catch (error) {
    failures.push(error);
  }
}
var ReadyQueue = class {
  #place;
  #waitingFor = /* @__PURE__ */ new Map();
  #dependents = /* @__PURE__ */ new Map();
  #ready = { prepare: [], test: [] };
  constructor(tasks) {
    this.#place = new Map(tasks.map((task, index) => [task, index]));
    for (const task of tasks) {
      for (const needed of task.needs) this.#dependents.set(needed, [...this.#dependents.get(needed) ?? [], task]);
      if (task.needs.length === 0) this.#ready[task.kind].push(task);
      else this.#waitingFor.set(task, task.needs.length);
    }
  }
  /** How many have not begun, and cannot. */
  get left() {
    return this.#waitingFor.size;
  }
  /** Takes the task that is to begin now; undefined: all slots are taken, or nothing can begin. */
  next(slots, running) {
    if (running >= slots) return void 0;
    const { prepare, test } = this.#ready;
    return test.length >= slots ? test.shift() : prepare.shift() ?? test.shift();
  }
  end(task) {
    const dependents = this.#dependents.get(task);
    if (dependents === void 0) return;
    dependents.forEach((dependent) => this.#settle(dependent));
    for (const ready of Object.values(this.#ready)) ready.sort((a, b) => this.#placeOf(a) - this.#placeOf(b));
  }
  #settle(dependent) {
    const waitingFor = (this.#waitingFor.get(dependent) ?? 1) - 1;
    this.#waitingFor.set(dependent, waitingFor);
    if (waitingFor > 0) return;
    this.#waitingFor.delete(dependent);
    this.#ready[dependent.kind].push(dependent);
  }
  #placeOf(task) {
    return this.#place.get(task) ?? 0;
  }
};

// src/app/run-plan.ts
async function runPlan(run) {
  var _stack = [];
  try {
    const boots = __using(_stack, new CellBoots(run));
    const locator = new FindingLocator(run);
    await boots.settleAccelerator();
    const judged = new Map(run.plan.tests.map((planned) => [planned, []]));
    const tests = orderTests(run.plan.tests, run.order).flatMap((planned) => attemptsOf(planned, run.repeat)).map(
      (attempt2) => ({
        kind: "test",
        needs: boots.preparationsFor(attempt2.planned),
        run: async () => {
          const attempts = judged.get(attempt2.planned) ?? [];
          attempts[attempt2.number - 1] = await runAttempt(attempt2, { boots, locator, start: startOf(run, attempt2.planned) });
        }
      })
    );
    await runScheduled([...boots.preparations, ...tests], run.jobs);
    return {
      boots: await locatedBoots(boots, locator),
      templateLosses: boots.losses.byCell,
      tests: run.plan.tests.map((planned) => judgedTest(planned, judged.get(planned))),
      accelerator: boots.run.accelerator
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function startOf({ starts }, planned) {
  return starts.get(planned) ?? { kind: "cold", reason: "not planned" };
}
async function locatedBoots({ known, run }, locator) {
  const located = /* @__PURE__ */ new Map();
  for (const [cell, boot] of known) located.set(cell, { ...boot, findings: await locator.locateBoot(boot.findings, cell, suppliesOf(run, cell)) });
  return located;
}
function judgedTest(planned, attempts) {
  const [first, ...others] = attempts ?? [];
  if (first === void 0) throw new Error(`Internal error: ${planned.id} was planned, but never ran`);
  return { planned, attempts: [first, ...others] };
}

// src/app/run-suites.ts
async function runSuites(run) {
  const { plan, listener, signal, outDirectory } = run;
  refuseUnbuilt(plan);
  const startedAt = now();
  const startedMs = performance.now();
  const resources = hostResources();
  const accelerator = chooseAccelerator(run.accel);
  const context = createProvisionContext({ progress: provisionListener(listener), signal });
  const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== void 0) throw new RunRefused(refusal);
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator, listener);
  reportBuildFailures({ plan, supplies, listener, outDirectory });
  const starts = chooseStarts({ plan, supplies, start: run.start, repeat: run.repeat });
  const jobs = run.jobs === "auto" ? automaticJobs(starts, resources) : run.jobs;
  const order = orderOf(run, context.store);
  listener({ kind: "run-begin", suites: suiteNames(plan), cells: plan.cells.map(({ id }) => id), tests: plan.tests.length, repeat: run.repeat, jobs });
  const outcome = await runPlan({ plan, supplies, accelerator, starts, order, repeat: run.repeat, jobs, memoryDump: run.memoryDump, outDirectory, listener, signal });
  keepDurations(outcome, context);
  const results = assembleResults(
    {
      version: run.version,
      startedAt,
      durationMs: performance.now() - startedMs,
      host: { accelerator: outcome.accelerator.accelerator, acceleratorReason: outcome.accelerator.reason, cpus: resources.cpus, memoryMiB: resources.memoryMiB },
      plan,
      supplies,
      cwd: run.cwd,
      options: run.reproduceWith,
      shuffleSeed: run.shuffleSeed
    },
    outcome
  );
  writeResults(outDirectory, results);
  return results;
}
function orderOf({ plan, shuffleSeed: shuffleSeed2, listener }, store) {
  if (shuffleSeed2 === void 0) return { kind: "longest-first", ...readDurations(store, plan.tests) };
  listener({ kind: "fact", topic: "order", text: `shuffled; --shuffle=${shuffleSeed2} makes the same one again` });
  return { kind: "shuffled", seed: shuffleSeed2 };
}
function keepDurations({ tests }, { store, progress }) {
  const ended = tests.flatMap(({ planned, attempts }) => attempts.filter(({ record }) => record.startMs !== void 0 && record.ending.kind !== "cancelled").slice(-1).map(({ record }) => ({ planned, durationMs: record.durationMs })));
  try {
    recordDurations(store, ended);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    progress({ kind: "warning", message: `How long the tests took could not be recorded for the next run's order. ${error.message}` });
  }
}
function refuseUnbuilt(plan) {
  const unbuilt = unbuiltFeatures(plan);
  if (unbuilt.length > 0) throw new RunRefused(unbuilt.join("\n"));
}
function suiteNames(plan) {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}

// src/host/heap-size.ts
import { setFlagsFromString } from "node:v8";
function keepHeapSmall() {
  setFlagsFromString("--optimize-for-size");
}

// src/report/cell-labels.ts
function cellLabels(cells) {
  const spoken = cells.map(({ kernel, machine }) => `${plainLine(kernel.spec)} \xB7 ${plainLine(machine.name)}`);
  return new Map(
    cells.map(({ id }, index) => {
      const label = spoken[index] ?? id;
      const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
      return [id, isOwn && label.length <= maxLabel ? label : plainLine(id)];
    })
  );
}
var maxLabel = 32;

// src/report/final-cells.ts
var maxRows2 = 16;
var maxLabelWidth = 32;
var widestMarks = 60;
function cellRows(results, look) {
  const rows = results.cells.map((cell) => rowOf(results, cell)).filter(({ tests }) => tests.length > 0);
  const isNotOk = ({ tests }) => tests.some(({ ok }) => !ok);
  const shown = rows.length <= maxRows2 ? rows : [...rows.filter(isNotOk), ...rows.filter((row) => !isNotOk(row))].slice(0, maxRows2);
  const left = rows.filter((row) => !shown.includes(row));
  return [...alignRows(shown, look), ...leftOut2(left, left.filter(isNotOk).length)];
}
function rowOf({ cells, tests }, cell) {
  const own = tests.filter((test) => test.cell === cell.id);
  const label = cellLabels(cells).get(cell.id) ?? cell.id;
  return { label: fitWidth(label, maxLabelWidth), tests: own, counted: countMarks(own), timings: timingsOf(cell, own) };
}
function timingsOf({ boot }, tests) {
  if (boot.outcome === "failed") return [`boot failed after ${formatDuration(boot.durationMs)}`, "boot failed"];
  const median = medianMs(tests.map(({ durationMs }) => durationMs));
  const each = median === void 0 ? "" : `${formatDuration(median)} a test`;
  return boot.outcome === "ok" ? [`boot ${formatDuration(boot.durationMs)}, then ${each}`, each] : [each];
}
function alignRows(rows, { columns, style }) {
  const widest2 = (text) => Math.max(0, ...rows.map((row) => textWidth(text(row))));
  const labelWidth2 = widest2(({ label }) => label);
  const countWidth = widest2(({ counted }) => counted);
  const room = Math.min(widestMarks, columns - labelWidth2 - countWidth - 7);
  const drawn = rows.map(({ tests }) => drawMarks(tests, room));
  const markWidths = drawn.map((marks) => marks.reduce((sum, { text }) => sum + textWidth(text), 0));
  const markWidth = Math.max(0, ...markWidths);
  const timingWidth = columns - labelWidth2 - markWidth - countWidth - 10;
  return rows.map(({ label, counted, timings }, index) => {
    const marks = (drawn[index] ?? []).map(({ mark: mark2, text }) => paintMark(mark2, text, style)).join("");
    const filled = marks + " ".repeat(markWidth - (markWidths[index] ?? 0));
    const timing = timings.find((text) => textWidth(text) <= timingWidth) ?? "";
    return `  ${padWidth(label, labelWidth2)}   ${filled}   ${padWidth(counted, countWidth)}   ${style.dim(timing)}`.trimEnd();
  });
}
function leftOut2(rows, notOk) {
  if (rows.length === 0) return [];
  return [`  and ${rows.length} more cells, ${notOk === 0 ? "all as expected" : `${notOk} of them not as expected`}`];
}

// src/report/kernel-report.ts
function excerptReport(report) {
  const lines = report.split("\n").map(withoutPrefix);
  return { frames: framesOf(lines), lastWords: lines.slice(1).filter(isSentence).at(-1)?.trim() };
}
var maxFrames = 4;
function withoutPrefix(line) {
  return line.replace(/^(?:<\d+>)?(?:\[ *\d+\.\d+\] ?)?(?:\[ *[TC]\d+\] ?)?/, "");
}
function framesOf(lines) {
  const at = lines.findIndex((line) => line.startsWith("RIP: "));
  const stood = at < 0 ? [] : [{ text: frame((lines[at] ?? "").replace(/^RIP: \w+:/, "")), inlined: inlinedAbove(lines, at) }];
  const known = [...stood, ...firstTrace(lines)].flatMap(({ text, inlined }) => text === void 0 ? [] : [{ text, inlined }]);
  const inModules = known.filter(({ text }) => text.includes(" ["));
  const shown = inModules.length > 0 ? inModules : known.slice(0, stood.length);
  return [...new Set(shown.flatMap(({ text, inlined }) => [...inlined, text]))].slice(0, maxFrames);
}
function firstTrace(lines) {
  const start = lines.findIndex((line) => /^\s*Call [Tt]race:/.test(line));
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => !/^\s*(?:\? |<\/?[A-Z]+>$)/.test(line) && frame(line) === void 0 && inlinedFrame(line) === void 0);
  const trace = rest.slice(0, end < 0 ? rest.length : end);
  return trace.map((line, index) => ({ text: frame(line), inlined: inlinedAbove(trace, index) }));
}
function inlinedAbove(lines, index) {
  const above = lines.slice(0, index).map(inlinedFrame);
  return above.slice(above.lastIndexOf(void 0) + 1).filter((text) => text !== void 0);
}
function frame(line) {
  return /^\s*([\w.$]+\+0x[0-9a-f]+\/0x[0-9a-f]+(?: [\w./-]+:\d+)?(?: \[\w[\w -]*\])?(?: \(\S+:\d+\))?)\s*$/.exec(line)?.[1];
}
function inlinedFrame(line) {
  return /^\s*([\w.$]+ \(\S+:\d+\) \[inline\])\s*$/.exec(line)?.[1];
}
function isSentence(line) {
  const text = line.trim();
  if (!/[A-Za-z]{3}/.test(text) || text.startsWith("? ") || frame(text) !== void 0 || inlinedFrame(text) !== void 0) return false;
  return !notSentences.some((pattern) => pattern.test(text));
}
var notSentences = [
  /^(?:RIP|RSP|Code|CR2|DR\d|RAX|RBX|RDX|RBP|RSI|R\d\d|FS|GS|CS|PGD|PKRU|EIP|EAX|ESI): ?/,
  /^(?:CPU: \d|PID: \d|UID: \d|Hardware name:|Modules linked in:|Call [Tt]race:|Tainted:|Workqueue:|Kernel Offset:|irq event stamp:|#PF: )/,
  /^(?:softirqs|hardirqs) last /,
  /^<\/?[A-Z]+>$|^-+\[|^[=-]{4}|^>?\s*[0-9a-f]{8,16}:/
];

// src/report/final-failures.ts
var maxDetailed = 5;
var maxBrief = 10;
var maxReasonLines = 10;
var maxListed2 = 4;
var widest = 100;
var indent = "   ";
var labelWidth = 12;
function failureBlocks(results, look) {
  const failures = distinctFailures(results);
  const labels = cellLabels(results.cells);
  const place = (test) => labels.get(test.cell) ?? plainLine(test.cell);
  const head = (failure, why) => {
    const name = [`${failures.indexOf(failure) + 1}) ${plainLine(failure.test.id)}`, place(failure.test), why].filter((part) => part !== "");
    return headLine(name.join("   "), failure.test, look);
  };
  const detailed = failures.slice(0, maxDetailed).map((failure) => [head(failure, ""), ...details(failure, look, place)].join("\n"));
  const brief = failures.slice(maxDetailed, maxDetailed + maxBrief).map((failure) => head(failure, plainLine(failure.finding?.title ?? failure.test.reason)));
  const more = failures.length - detailed.length - brief.length;
  if (more > 0) brief.push(`and ${more} more: ${look.directory}/summary.md`);
  return [...detailed, ...brief.length > 0 ? [brief.join("\n")] : []];
}
function headLine(name, { outcome, flaky }, { style, columns }) {
  const word = flaky === true ? `${outcome.toUpperCase()}, FLAKY` : outcome === "pass" || outcome === "skip" ? `${outcome.toUpperCase()}, NOT OK` : outcome.toUpperCase();
  const width = Math.min(widest, columns) - word.length;
  return `${style.bold(padWidth(fitWidth(name, width - 2), width))}${style.red(word)}`;
}
function details(failure, look, place) {
  const { test, finding, console } = failure;
  const excerpt = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report);
  const log = finding === void 0 ? test.stages.find(({ exitStatus: exitStatus2 }) => exitStatus2 !== 0)?.log : void 0;
  return [
    ...whatHappened(failure, look),
    ...frameLines(failure, excerpt, look),
    ...elsewhere(failure, look, place),
    ...labelled("last words", excerpt.lastWords === void 0 ? void 0 : fitWidth(plainLine(excerpt.lastWords), look.columns - indent.length - labelWidth)),
    ...labelled("output", log === void 0 ? void 0 : `${look.directory}/${plainLine(log)}`),
    ...labelled("console", `${look.directory}/${plainLine(console)}${finding === void 0 ? "" : `:${finding.line}`}`),
    ...labelled("post-mortem", postMortemDirectory(test, look)),
    ...labelled("again", plainText(test.reproduce)),
    ...labelled("shell", plainText(test.shell))
  ];
}
function whatHappened({ test, finding }, { columns }) {
  const reason2 = unexpectedPass(test) ?? test.reason;
  const texts = finding === void 0 || reason2.includes(finding.title) ? [reason2] : [finding.title, reason2];
  const lines = texts.flatMap((text) => plainText(text).trimEnd().split("\n")).flatMap((line) => wrapLine(line, columns - indent.length));
  const left = lines.length - maxReasonLines;
  return [...lines.slice(0, maxReasonLines), ...left > 0 ? [`\u2026 ${left} more lines in summary.md`] : []].map((line) => indent + line);
}
function wrapLine(line, columns) {
  return textWidth(line) <= columns ? [line] : wrapWords(line, columns);
}
function frameLines({ finding }, { frames }, { columns }) {
  const source = finding?.source === void 0 ? [] : [`${plainLine(finding.source.file)}:${finding.source.line}   \u2190 first frame in your code`];
  return [...source, ...frames.map(plainLine)].map((line) => `${indent}  ${fitWidth(line, columns - indent.length - 2)}`);
}
function elsewhere({ test, tests }, look, place) {
  const others = tests.slice(1).map((other) => {
    if (other.id === test.id) return place(other);
    return other.cell === test.cell ? plainLine(other.id) : `${plainLine(other.id)} in ${place(other)}`;
  });
  if (others.length === 0) return [];
  const more = others.length > maxListed2 ? ` and ${others.length - maxListed2} more` : "";
  const lines = wrapWords(others.slice(0, maxListed2).join(", ") + more, look.columns - indent.length - labelWidth);
  return lines.map((line, index) => `${indent}${(index === 0 ? "also" : "").padEnd(labelWidth)}${line}`);
}
function postMortemDirectory({ postMortem: postMortem2 }, look) {
  const first = postMortem2?.files[0];
  return first === void 0 ? void 0 : `${look.directory}/${plainLine(first.slice(0, first.lastIndexOf("/") + 1))}`;
}
function labelled(label, value) {
  return value === void 0 ? [] : [`${indent}${label.padEnd(labelWidth)}${value}`];
}

// src/report/final.ts
function renderFinal(results, options) {
  const look = { style: createStyle(options.color), columns: Math.max(40, options.columns), directory: options.resultsDirectory };
  const { style } = look;
  const verdict = style.bold(results.exitStatus === 0 ? style.green(verdictLine(results)) : style.red(verdictLine(results)));
  const parts = [cellRows(results, look).join("\n"), ...failureBlocks(results, look), verdict];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}

// src/report/tap-name.ts
function tapName(text) {
  return plainLine(text).replace(/[\\#]/g, "\\$&");
}

// src/report/tap-subtests.ts
function renderSubtests({ id, cell, ok, subtests }) {
  if (subtests.length === 0) return [];
  const points = subtests.map((subtest, index) => subtestPoint(subtest, index + 1, ok));
  return [`# Subtest: ${tapName(`${id} [${cell}]`)}`, `    1..${subtests.length}`, ...points.map((point) => `    ${point}`)];
}
function subtestPoint({ name, status, reason: reason2 }, number, isExpected) {
  const why = reason2 === void 0 ? "" : ` ${tapName(reason2)}`;
  const title = `${number} - ${tapName(name)}`;
  switch (status) {
    case "pass":
      return `ok ${title}`;
    case "skip":
      return `ok ${title} # SKIP${why}`;
    case "todo":
      return `not ok ${title} # TODO${why}`;
    case "fail":
    case "crash":
    case "error":
      return isExpected ? `not ok ${title} # TODO expected to fail${why === "" ? "" : `:${why}`}` : `not ok ${title}`;
  }
}

// src/report/tap.ts
var reasonLimit2 = 2e3;
function renderTap({ tests }) {
  const plan = tests.length === 0 ? "1..0 # SKIP no test was run" : `1..${tests.length}`;
  const points = tests.flatMap((test, index) => [...renderSubtests(test), ...testPoint(test, index + 1)]);
  return defuseCommands(`${["TAP version 14", plan, ...points].join("\n")}
`);
}
function testPoint(test, number) {
  const point = `${test.ok ? "ok" : "not ok"} ${number} - ${tapName(`${test.id} [${test.cell}]`)}${directive(test)}`;
  if (!test.ok) return [point, ...diagnostics(test)];
  return test.outcome === "pass" || test.outcome === "skip" ? [point] : [point, `# ${test.outcome}, as expected (${plainLine(test.expected)}): ${oneLine(test.reason)}`];
}
function directive({ ok, outcome, reason: reason2 }) {
  return ok && outcome === "skip" ? ` # SKIP ${tapName(oneLine(reason2))}`.trimEnd() : "";
}
function diagnostics(test) {
  const finding = test.findings[0];
  const entries = [
    ["outcome", test.outcome],
    ["expected", plainLine(test.expected)],
    ["reason", oneLine(unexpectedPass(test) ?? test.reason)],
    ...finding === void 0 ? [] : [["title", plainLine(finding.title)]],
    ...finding?.source === void 0 ? [] : [["at", plainLine(`${finding.source.file}:${finding.source.line}`)]],
    ["console", `${plainLine(test.console)}${finding === void 0 ? "" : `:${finding.line}`}`],
    ["again", plainText(test.reproduce)],
    ["duration_ms", Math.round(test.durationMs)]
  ];
  return ["  ---", ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), "  ..."];
}
function oneLine(text) {
  return cutLine(plainLine(text), reasonLimit2);
}

// src/cli/run-command.ts
var tickMs = 250;
async function runCommand(args, host) {
  const format = oneOf("--format", ["terminal", "json", "tap"], args.value("format")) ?? "terminal";
  const accel = oneOf("--accel", ["auto", "kvm", "tcg"], args.value("accel"));
  const start = oneOf("--start", ["auto", "clone", "cold"], args.value("start")) ?? "auto";
  const jobs = jobCount(args.value("jobs"));
  const repeat = repeatCount(args.value("repeat"));
  const seed = shuffleSeed(args.value("shuffle"), randomSeed);
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-results");
  const plan = readPlan(args, host);
  keepHeapSmall();
  const reporter = createTerminalReporter({
    write: format === "terminal" ? host.write : host.complain,
    columns: host.columns,
    isTty: host.isTty && format === "terminal",
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag("verbose")
  });
  if (format === "terminal") host.write(`qemu-driver-test ${host.version}
`);
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const results = await runSuites({
      plan,
      accel: accel ?? "auto",
      jobs,
      memoryDump: args.flag("memory-dump"),
      start,
      repeat,
      shuffleSeed: seed,
      outDirectory,
      cwd: host.cwd,
      version: host.version,
      guestDirectory: host.guestDirectory,
      reproduceWith: { invocation: host.invocation, ...optionsInForce(args, accel) },
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    host.write(render(results, format, { host, outDirectory }));
    return results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(results, format, { host, outDirectory }) {
  switch (format) {
    case "terminal":
      return renderFinal(results, { color: host.color, columns: host.columns(), resultsDirectory: relative2(host.cwd, outDirectory) || "." });
    case "json":
      return renderJson(results);
    case "tap":
      return renderTap(results);
  }
}
function optionsInForce(args, accel) {
  const [qemu, diskImage, timeout] = [args.value("qemu"), args.value("disk-image"), args.value("timeout")];
  return {
    ...qemu === void 0 ? {} : { qemu },
    ...diskImage === void 0 ? {} : { diskImage },
    ...timeout === void 0 ? {} : { timeoutSeconds: Number(timeout) },
    ...accel === void 0 || accel === "auto" ? {} : { accelerator: accel }
  };
}
export {
  runCommand
};
