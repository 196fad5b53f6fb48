import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  parseKtap
} from "./chunk-WPMISJ4E.mjs";
import {
  countTotals,
  sumHardware
} from "./chunk-Q5IMOQOL.mjs";
import {
  withResultsDirectory,
  writeResults
} from "./chunk-QMYJWRNP.mjs";
import {
  FindingLocator,
  hostResources
} from "./chunk-EQDLKAAK.mjs";
import {
  CellBoots,
  announceAccelerator,
  announceSupplies,
  attemptName,
  attemptsOf,
  chooseAccelerator,
  chooseStarts,
  describeEnding,
  isFlaky,
  memoryMiB,
  provideSupplies,
  provisionListener,
  readGuestFiles,
  reportBuildFailures,
  requireModelClient,
  runPlanned,
  shownAttempt,
  suppliesOf
} from "./chunk-XY4LSZ7H.mjs";
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
  parseInstructionPointer,
  readStack
} from "./chunk-S5JOU3XU.mjs";
import {
  shellJoin
} from "./chunk-JV6YK5TX.mjs";
import {
  ModelPool,
  createProvisionContext,
  lineRelayFrom,
  now,
  refuseBrokenModels
} from "./chunk-F6NPF634.mjs";
import {
  orderTests
} from "./chunk-2OSIP45D.mjs";
import {
  crashPlace
} from "./chunk-4AEJZML4.mjs";
import {
  sha256Of
} from "./chunk-UOT7TFTO.mjs";
import {
  ProvisionError
} from "./chunk-NDZHT6TS.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

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

// src/engine/jobs.ts
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
  return !(ending.kind === "not-started" && ending.cause.kind !== "boot-failed");
}

// src/report/reproduce.ts
function reproduceCommand(planned, options) {
  if (planned.sweep !== void 0) return sweepCommand(planned, planned.sweep, options);
  const timeout = options.timeoutSeconds === void 0 ? [] : ["--timeout", String(options.timeoutSeconds)];
  const repeat = options.repeat === void 0 ? [] : ["--repeat", String(options.repeat)];
  return shellJoin([...options.invocation, "run", notAnOption(options.suitePath), "--test", planned.id, ...machineWords(planned, options), ...timeout, ...repeat]);
}
function sweepCommand(planned, { test, device, fault, nth }, options) {
  const point = ["--device", device, "--fault", fault.text, "--point", String(nth)];
  return shellJoin([...options.invocation, "sweep", notAnOption(`${options.suitePath}/${test}`), ...point, ...machineWords(planned, options)]);
}
function shellCommandLine(planned, options) {
  return shellJoin([...options.invocation, "shell", notAnOption(`${options.suitePath}/${planned.sweep?.test ?? planned.test.name}`), ...machineWords(planned, options)]);
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

// src/app/hardware-results.ts
function hardwareResults(tests) {
  return sumHardware(
    tests.flatMap(
      ({ planned, attempts }) => attempts.flatMap(
        ({ record: { devices } }) => devices.flatMap(({ model, coverage }) => coverage === void 0 ? [] : [{ suite: planned.suite.name, model, machines: 1, coverage }])
      )
    )
  );
}

// src/app/results.ts
function assembleResults(frame, outcome) {
  const tests = outcome.tests.map((judged) => testResult(judged, frame));
  const ended = outcome.tests.map(shownAttempt).map(({ record, verdict }) => ({
    outcome: verdict.outcome,
    ok: verdict.ok,
    startMs: record.startMs ?? null,
    ending: record.ending
  }));
  const hardware = hardwareResults(outcome.tests);
  return {
    schema: "qemu-driver-test/results/1",
    tool: { version: frame.version },
    startedAt: frame.startedAt.toISOString(),
    durationMs: Math.round(frame.durationMs),
    ...frame.shuffleSeed === void 0 ? {} : { shuffleSeed: frame.shuffleSeed },
    exitStatus: exitStatus(ended),
    host: frame.host,
    cells: frame.plan.cells.map((cell) => cellResult(cell, frame, outcome)),
    tests,
    totals: countTotals(tests),
    ...hardware === void 0 ? {} : { hardware },
    ...frame.shard === void 0 ? {} : { shard: frame.shard }
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
function testResult(judged, frame) {
  const { planned } = judged;
  const { record, startReason, verdict, postMortemFiles } = shownAttempt(judged);
  const repeated = judged.attempts.length === 1 ? void 0 : { attempts: judged.attempts.map(attemptResult), flaky: isFlaky(judged) };
  const again = { ...frame.options, suitePath: relative(frame.cwd, planned.suite.directory) || "." };
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
    ...record.timelinePath === void 0 ? {} : { timeline: record.timelinePath },
    ...record.devices.length === 0 ? {} : { devices: record.devices.map(({ id, model, faults, crash }) => ({ id, model, faults, ...crash === void 0 ? {} : { crash } })) },
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
function missing({ pattern, reason, file, line }) {
  return `the console never showed /${pattern.source}/, which ${file}:${line} requires${reason === "" ? "" : ` (${reason})`}`;
}

// src/diagnose/broken-model.ts
function describeBrokenModel({ devices }) {
  for (const { id, model, crash } of devices) {
    if (crash === void 0) continue;
    const place = crashPlace(crash.stack);
    return `the device model ${model} (${id}) broke at ${crash.during}: ${crash.message}${place === void 0 ? "" : `, ${place.file}:${place.line}:${place.column}`}`;
  }
  return void 0;
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
    case "model-broke":
    case "over-limit":
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

// src/diagnose/handled.ts
var handledInWords = "handled: no crash, no hang, nothing left behind";
function unhandled({ ending, stages }, outcome) {
  switch (outcome) {
    case "crash":
    case "hang":
    case "timeout":
      return "";
    case "pass":
    case "fail":
    case "skip":
      return leftBehind(stages);
    case "error":
      return ending.kind === "completed" && setupFailed(stages) ? void 0 : "";
  }
}
function leftBehind(stages) {
  if (setupFailed(stages)) return void 0;
  const failed = stages.find(({ name, exitStatus: exitStatus2 }) => name.endsWith("teardown") && exitStatus2 !== 0);
  return failed === void 0 ? void 0 : `something was left behind: ${failed.name} ended with exit status ${failed.exitStatus ?? "none"}`;
}
function setupFailed(stages) {
  return stages.some(({ name, exitStatus: exitStatus2 }) => name.endsWith("setup") && exitStatus2 !== 0);
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
    const frame = stack.traces.flatMap(({ frames }) => frames).find((one) => one.name === guilty);
    return { name, pid, at: frame === void 0 ? guilty ?? "an unknown place" : frameText(frame) };
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
  const reason = [cause, whereabouts.slice(0, placesTold).join("; ")].filter((part) => part !== "").join(": ");
  const { sweep } = record.planned;
  const contradicted = (sweep === void 0 ? contradiction(test.expectation, outcome, findings) : unhandled(record, outcome)) ?? complaints[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: sweep === void 0 ? describeExpectation(test.expectation) : handledInWords,
    reason: [reason, contradicted ?? "", ...complaints.filter((complaint) => complaint !== contradicted)].filter((part) => part !== "").join("; "),
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
  const broken = describeBrokenModel(record);
  if (broken !== void 0) return { outcome: "error", reason: broken };
  const stall = findings.find(({ kind }) => stalls.has(kind));
  const first = findings.find(({ kind }) => !stalls.has(kind));
  const ended = concludeFromEnding(record.ending);
  if (first !== void 0) return { outcome: "crash", reason: first.report === "" && ended !== void 0 ? ended.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  return ended ?? concludeFromStages(record, subtests);
}
var stalls = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
function concludeFromEnding(ending) {
  const reason = describeEnding(ending);
  switch (ending.kind) {
    case "completed":
      return void 0;
    case "deadline":
      return { outcome: ending.answering ? "timeout" : "hang", reason };
    case "no-power-off":
      return { outcome: "hang", reason };
    case "guest-shutdown":
    case "guest-reset":
    case "guest-panicked":
      return { outcome: "crash", reason };
    case "qemu-exited":
      return { outcome: "error", reason };
    case "boot-deadline":
    case "agent-lost":
    case "model-broke":
    case "over-limit":
    case "host-failed":
    case "not-started":
    case "cancelled":
      return { outcome: "error", reason };
  }
}
function concludeFromStages({ stages, runOutput }, subtests) {
  const statusOf = (name) => stages.find((stage) => stage.name === name)?.exitStatus;
  for (const name of ["suite-setup", "setup"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `${name} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf("run");
  if (run === void 0) return { outcome: "error", reason: "run gave no exit status" };
  const verdict = concludeFromRun(run, runOutput, subtests);
  if (verdict.outcome !== "pass") return verdict;
  for (const name of ["teardown", "suite-teardown"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `run passed, but ${name} failed with exit status ${status}` };
  }
  return verdict;
}
function concludeFromRun(status, output, subtests) {
  const failed = subtests.filter((subtest) => subtest.status === "fail" || subtest.status === "crash" || subtest.status === "error");
  if (failed[0] !== void 0) return { outcome: "fail", reason: `${failed.length} of ${subtests.length} subtests failed, first: ${failed[0].name}` };
  if (status === skipStatus) return { outcome: "skip", reason: "run asked to be skipped (exit status 4)" };
  if (status !== 0) return { outcome: "fail", reason: [`run ended with exit status ${status}`, ...subtests.length > 0 ? [] : lastWords(output)].join(": ") };
  return { outcome: "pass", reason: "" };
}
var maxWords = 200;
function lastWords(output) {
  const line = output.trimEnd().slice(-4 * maxWords).split("\n").at(-1)?.trim() ?? "";
  return line === "" ? [] : [line.length <= maxWords ? line : `${line.slice(0, maxWords - 1)}\u2026`];
}

// src/engine/run-attempt.ts
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
  const { consoleText, runOutput, postMortem, ...record } = full;
  run.listener({ kind: "test-end", ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { record, startReason, verdict, ...postMortem === void 0 ? {} : { postMortemFiles: postMortem.files } };
}

// src/engine/schedule.ts
async function runScheduled(tasks, atOnce) {
  const queue = new ReadyQueue(tasks);
  const failures = [];
  const slots = Math.max(1, atOnce);
  let running = 0;
  await new Promise((resolve) => {
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
      if (running === 0) resolve();
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

// src/engine/run-plan.ts
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
  var _stack = [];
  try {
    const { plan, listener, signal, outDirectory } = run;
    const context = createProvisionContext({ progress: provisionListener(listener), signal, onStoreUse: run.onStoreUse });
    const modelPool = __using(_stack, new ModelPool(run.deviceHostProgram, lineRelayFrom(context)));
    await refuseBrokenModels(plan, modelPool, run.cwd);
    const started = { at: now(), ms: performance.now() };
    const accelerator = chooseAccelerator(run.accel);
    const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
    await requireModelClient(plan, supplies, context);
    return await withResultsDirectory(outDirectory, signal, () => runWith({ started, accelerator, context, supplies, modelPool }, run));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function runWith({ started, accelerator, context, supplies, modelPool }, run) {
  const { plan, listener, signal, outDirectory } = run;
  const resources = hostResources();
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator, listener);
  reportBuildFailures({ plan, supplies, listener, outDirectory });
  const starts = chooseStarts({ plan, supplies, start: run.start, repeat: run.repeat });
  const jobs = run.jobs === "auto" ? automaticJobs(starts, resources) : run.jobs;
  const order = orderOf(run, context.store);
  listener({ kind: "run-begin", suites: suiteNames(plan), cells: plan.cells.map(({ id }) => id), tests: plan.tests.length, repeat: run.repeat, jobs });
  const outcome = await runPlan({ plan, supplies, accelerator, starts, order, repeat: run.repeat, jobs, memoryDump: run.memoryDump, outDirectory, modelPool, listener, signal });
  keepDurations(outcome, context);
  const results = assembleResults(
    {
      version: run.version,
      startedAt: started.at,
      durationMs: performance.now() - started.ms,
      host: { accelerator: outcome.accelerator.accelerator, acceleratorReason: outcome.accelerator.reason, cpus: resources.cpus, memoryMiB: resources.memoryMiB },
      plan,
      shard: run.shard,
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
function orderOf({ plan, shuffleSeed, listener }, store) {
  if (shuffleSeed === void 0) return { kind: "longest-first", ...readDurations(store, plan.tests) };
  listener({ kind: "fact", topic: "order", text: `shuffled; --shuffle=${shuffleSeed} makes the same one again` });
  return { kind: "shuffled", seed: shuffleSeed };
}
function keepDurations({ tests }, { store, progress }) {
  const ended = tests.flatMap(({ planned, attempts }) => (planned.sweep === void 0 ? attempts : []).filter(({ record }) => record.startMs !== void 0 && record.ending.kind !== "cancelled").slice(-1).map(({ record }) => ({ planned, durationMs: record.durationMs })));
  try {
    recordDurations(store, ended);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    progress({ kind: "warning", message: `How long the tests took could not be recorded for the next run's order. ${error.message}` });
  }
}
function suiteNames(plan) {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}

export {
  runSuites
};
