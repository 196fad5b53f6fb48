import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  describeEnding,
  findBugs,
  findingWithoutReport,
  fingerprintOf,
  guiltyFunction,
  lastLineOf,
  postMortemFiles,
  readBugs,
  reportTitle
} from "./chunk-U3OBDBEH.mjs";
import {
  parseInstructionPointer,
  readStack
} from "./chunk-GQLSYNDT.mjs";
import {
  isBad,
  parseKtap,
  sharedPart
} from "./chunk-6DJVX2NU.mjs";
import {
  parseConsoleLine,
  splitAtStamps
} from "./chunk-GIMLPV7G.mjs";
import {
  maxLogBytes
} from "./chunk-KT3RUA77.mjs";
import {
  readTextInside
} from "./chunk-CJNISIGL.mjs";
import {
  crashPlace
} from "./chunk-4ZGFQWUM.mjs";
import {
  bounds
} from "./chunk-SKYZ6BOQ.mjs";

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
  return `expected a crash whose title matches ${title.source}, found ` + findings.map((finding) => finding.title).join(", ");
}
function applyConsoleExpectations(expectations, consoleText, findings, today) {
  const inForce = expectations.filter(({ until }) => until === void 0 || until >= today);
  return {
    findings: findings.filter(
      (finding) => !inForce.some(({ pattern }) => pattern.test(finding.title) || reportMatches(pattern, finding))
    ),
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
  return `${file}:${line}: /${pattern.source}/ was allowed until ${until ?? ""}; fix the cause or extend the date`;
}
function missing({ pattern, reason, file, line }) {
  return `the console never showed /${pattern.source}/, which ${file}:${line} requires${reason === "" ? "" : ` (${reason})`}`;
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
  const failed = stages.find(({ name, exitStatus }) => name.endsWith("teardown") && exitStatus !== 0);
  return failed === void 0 ? void 0 : `something was left behind: ${failed.name} ended with exit status ${failed.exitStatus ?? "none"}`;
}
function setupFailed(stages) {
  return stages.some(({ name, exitStatus }) => name.endsWith("setup") && exitStatus !== 0);
}

// src/diagnose/ktap/subtests.ts
function subtestsOf(text) {
  const { tests, leaves: total, badLeaves: failed, flattened } = parseKtap(text);
  const list = new SubtestList();
  for (const test of tests) list.take(test, "");
  const left = total - list.subtests.length;
  const leftFailed = failed - list.subtests.filter(isBad).length;
  return {
    subtests: list.subtests,
    total,
    failed,
    notes: [
      ...left <= 0 ? [] : [
        `\u2026 and ${inWords(left)} more subtests${leftFailed > 0 ? `, ${inWords(leftFailed)} of them failed` : ""}: of ${inWords(total)} only ${inWords(list.subtests.length)} are listed`
      ],
      ...flattened ? [`subtests are nested deeper than ${bounds.subtests.depth} levels; deeper ones are listed on that level`] : []
    ]
  };
}
function inWords(count) {
  return count.toLocaleString("en-US");
}
var SubtestList = class {
  subtests = [];
  #chars = 0;
  take({ name, status, reason, tests }, parent) {
    const full = `${parent}${name}`;
    if (tests !== void 0) {
      for (const test of tests) this.take(test, `${full}/`);
      return;
    }
    const subtest = { name: boundedPath(full), status, ...reason === void 0 ? {} : { reason } };
    const chars = subtest.name.length + (reason?.length ?? 0);
    if (this.#chars + chars > bounds.subtests.totalChars * (isBad(subtest) ? 1 : sharedPart)) return;
    this.#chars += chars;
    this.subtests.push(subtest);
  }
};
function boundedPath(path) {
  const { nameChars } = bounds.subtests;
  if (path.length <= nameChars) return path;
  const head = Math.floor(nameChars / 3);
  return `${path.slice(0, head)}\u2026${path.slice(head + 1 - nameChars)}`;
}

// src/diagnose/lockup-finding.ts
var hardLockup = {
  kind: "hard-lockup",
  needle: "",
  header: /^/,
  title: "BUG: hard lockup in {guilty}",
  guilty: [{ from: "instruction-pointer" }, { from: "trace" }]
};
function lockupFindings(ending, consoleText, { processors }) {
  const hangs = ending.kind === "deadline" && !ending.answering || ending.kind === "no-power-off";
  if (!hangs) return [];
  const stuck = processors.find(({ interruptsOff, trace: trace2 }) => interruptsOff && trace2.some(saysInterruptsOff));
  if (stuck === void 0) return [];
  const trace = innermost(stuck.trace);
  const stack = readStack(trace);
  const guilty = guiltyFunction(hardLockup, { stack, lines: trace, groups: {} }) ?? stack.pointer?.name;
  const title = reportTitle(hardLockup, { guilty, groups: {} });
  const line = lastLineOf(consoleText);
  return [
    {
      kind: hardLockup.kind,
      title,
      fingerprint: fingerprintOf(hardLockup.kind, title, stack),
      line,
      report: reportOf(stuck, trace)
    }
  ];
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
  return [`CPU: ${processor} with interrupts off in a guest that stopped answering`, ...trace].join("\n").slice(0, bounds.findings.reportChars);
}

// src/diagnose/post-mortem.ts
var maxLines = 5e3;
var maxTasks = 8;
var interruptFlag = 512;
function readPostMortem({ registers, console }) {
  const lines = console.split("\n", maxLines).flatMap((line) => parseConsoleLine(line.slice(0, bounds.lines.chars)).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}
function describePostMortem(reading) {
  return places(reading).slice(0, bounds.notes.count).map((place) => place.slice(0, bounds.notes.chars));
}
function places({ processors, waiting }) {
  return [
    ...processors.map(
      ({ processor, at, interruptsOff }) => `CPU ${processor} ${at}${interruptsOff ? ", interrupts off" : ""}`
    ),
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
    return [
      { processor: Number(number), at, interruptsOff: (Number.parseInt(flags, 16) & interruptFlag) === 0, trace }
    ];
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
    else if (current !== void 0 && (current.length > 0 || parseInstructionPointer(line)?.kind === "kernel"))
      current.push(line);
  }
  return found;
}
var sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;
function waitingTasks(lines) {
  return taskSections(lines).slice(0, maxTasks).map(({ name, pid, trace }) => {
    const stack = readStack(trace);
    const guilty = guiltyFunction(
      { kind: "hung-task", needle: "", header: /^/, title: "", guilty: [{ from: "wait" }] },
      { stack, lines: trace, groups: {} }
    );
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

// src/diagnose/module-load.ts
var refusals = [
  /^[\w-]{1,56}: Unknown symbol \S{1,512} \(err -?\d{1,5}\)$/,
  /^[\w-]{1,56}: disagrees about version of symbol \S{1,512}$/,
  /^[\w-]{1,56}: version magic '[^']{1,200}' should be '[^']{1,200}'$/,
  /^[\w-]{1,56}: exports duplicate symbol \S{1,512} \(owned by [\w-]{1,56}\)$/
];
var maxTold = 4;
function moduleRefusals(consoleText) {
  const found = /* @__PURE__ */ new Set();
  for (const line of consoleText.split("\n")) {
    for (const { text } of splitAtStamps(line.slice(0, bounds.lines.headerChars))) {
      const words = text.trim();
      if (refusals.some((pattern) => pattern.test(words))) found.add(words);
    }
  }
  const all = [...found];
  return all.length > maxTold ? [...all.slice(0, maxTold), `and ${all.length - maxTold} more such lines`] : all;
}

// src/diagnose/judge.ts
function describeBrokenModel({ devices }) {
  for (const { id, model, crash, lost } of devices) {
    if (lost !== void 0) return `the device model ${model} (${id}) was lost: ${lost}`;
    if (crash === void 0) continue;
    const place = crashPlace(crash.stack);
    return `the device model ${model} (${id}) broke at ${crash.during}: ${crash.message}${place === void 0 ? "" : `, ${place.file}:${place.line}:${place.column}`}`;
  }
  return void 0;
}
var skipStatus = 4;
function judge({ record, texts, rules }, context) {
  const { expectation, expectConsole, isSweepPoint } = rules;
  const { bugs, leftOut } = readBugs(texts.console);
  const reported = bugs.filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const told = [...reported, ...withoutReport(record.ending, texts.console, reported)];
  const { findings, complaints } = applyConsoleExpectations(expectConsole, texts.console, told, context.today);
  const read = subtestsOf(texts.runOutput);
  const { outcome, reason: cause } = conclude(record, texts, { findings, leftOut, read });
  const standing = texts.postMortem === void 0 ? nowhere : readPostMortem(texts.postMortem);
  const whereabouts = describePostMortem(standing);
  const reason = [cause, whereabouts.slice(0, placesTold).join("; ")].filter((part) => part !== "").join(": ");
  const contradicted = (isSweepPoint ? unhandled(record, outcome) : contradiction(expectation, outcome, findings)) ?? complaints[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: isSweepPoint ? handledInWords : describeExpectation(expectation),
    reason: sentence(
      [reason, contradicted ?? "", ...complaints.filter((complaint) => complaint !== contradicted)].filter((part) => part !== "").join("; ")
    ),
    findings: findings.length > 0 ? findings : lockupFindings(record.ending, texts.console, standing),
    subtests: read.subtests,
    whereabouts,
    notes: [
      ...leftOut === 0 ? [] : [`\u2026 and ${leftOut} more kernel reports: only the first ${bugs.length} different ones are listed`],
      ...read.notes
    ]
  };
}
function sentence(text) {
  return text.length <= bounds.sentenceChars ? text : `${text.slice(0, bounds.sentenceChars - 1)}\u2026`;
}
var nowhere = { processors: [], waiting: [] };
var placesTold = 3;
function withoutReport(ending, consoleText, reported) {
  if (reported.length > 0) return [];
  const finding = findingWithoutReport(ending, consoleText);
  return finding === void 0 ? [] : [finding];
}
function conclude(record, texts, { findings, leftOut, read }) {
  const broken = describeBrokenModel(record);
  if (broken !== void 0) return { outcome: "error", reason: broken };
  const stall = findings.find(({ kind }) => stalls.has(kind));
  const first = findings.find(({ kind }) => !stalls.has(kind) && kind !== "complaint");
  const ended = concludeFromEnding(record.ending);
  if (first !== void 0)
    return { outcome: "crash", reason: first.report === "" && ended !== void 0 ? ended.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  if (leftOut > 0)
    return {
      outcome: "error",
      reason: `the kernel reported more than ${bounds.findings.count} different bugs: none of the examined ones counts, and the others cannot be judged`
    };
  if (ended !== void 0) return ended;
  const staged = withRefusals(concludeFromStages(record.stages, texts.runOutput, read), texts.console);
  const complaint = findings.find(({ kind }) => kind === "complaint");
  return complaint !== void 0 && (staged.outcome === "pass" || staged.outcome === "skip") ? { outcome: "fail", reason: complaint.title } : staged;
}
function withRefusals({ outcome, reason }, consoleText) {
  const refused = outcome === "fail" || outcome === "error" ? moduleRefusals(consoleText) : [];
  return { outcome, reason: [reason, ...refused].join("; ") };
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
    case "boot-deadline":
    case "agent-lost":
    case "after-bug":
    case "model-broke":
    case "over-limit":
    case "host-failed":
    case "internal-error":
    case "not-started":
    case "cancelled":
      return { outcome: "error", reason };
  }
}
function concludeFromStages(stages, runOutput, read) {
  const statusOf = (name) => stages.find((stage) => stage.name === name)?.exitStatus;
  for (const name of ["suite-setup", "setup"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0)
      return { outcome: "error", reason: `${name} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf("run");
  if (run === void 0) return { outcome: "error", reason: "run gave no exit status" };
  const verdict = concludeFromRun(run, runOutput, read);
  if (verdict.outcome !== "pass") return verdict;
  for (const name of ["teardown", "suite-teardown"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `run passed, but ${name} failed with exit status ${status}` };
  }
  return verdict;
}
function concludeFromRun(status, output, { subtests, total, failed }) {
  if (failed > 0)
    return {
      outcome: "fail",
      reason: `${failed} of ${total} subtests failed, first: ${subtests.find(isBad)?.name ?? "not listed"}`
    };
  if (status === skipStatus) return { outcome: "skip", reason: "run asked to be skipped (exit status 4)" };
  if (status !== 0)
    return {
      outcome: "fail",
      reason: [`run ended with exit status ${status}`, ...total > 0 ? [] : lastWords(output)].join(": ")
    };
  return { outcome: "pass", reason: "" };
}
var maxWords = 200;
function lastWords(output) {
  const line = output.trimEnd().slice(-4 * maxWords).split("\n").at(-1)?.trim() ?? "";
  return line === "" ? [] : [line.length <= maxWords ? line : `${line.slice(0, maxWords - 1)}\u2026`];
}

// src/run/evidence/read-evidence.ts
import { join } from "node:path";
function readEvidence(resultsDirectory, { consolePath, stages, directory, postMortem }) {
  const read = (path) => readTextInside(resultsDirectory, path, maxLogBytes) ?? "";
  const run = stages.find(({ name }) => name === "run");
  return {
    console: consolePath === void 0 ? "" : read(consolePath),
    runOutput: run === void 0 ? "" : read(run.log),
    ...postMortem === void 0 ? {} : { postMortem: readPostMortemTexts(join(directory, "postmortem"), read) }
  };
}
function readPostMortemTexts(directory, read) {
  const { registersFile, consoleFile } = postMortemFiles;
  return { registers: read(join(directory, registersFile)), console: read(join(directory, consoleFile)) };
}

// src/engine/judging/judge-question.ts
function patternPlaces({ expectation, expectConsole }) {
  const title = expectation.kind === "crash" && expectation.title !== void 0 ? [`the pattern /${expectation.title.source}/ of info/expect-failure`] : [];
  return [
    ...expectConsole.map(({ file, line, pattern }) => `${file}:${line}: the pattern /${pattern.source}/`),
    ...title
  ];
}
function watchPatterns({ expectation, expectConsole, ...rest }, at) {
  const watch = (pattern, step) => new WatchedPattern(
    pattern,
    () => at(step),
    () => at(0)
  );
  const title = expectation.kind === "crash" ? expectation.title : void 0;
  return {
    ...rest,
    expectConsole: expectConsole.map((line, index) => ({ ...line, pattern: watch(line.pattern, index + 1) })),
    expectation: title === void 0 ? expectation : { kind: "crash", title: watch(title, expectConsole.length + 1) }
  };
}
var WatchedPattern = class extends RegExp {
  #begin;
  #end;
  constructor(pattern, begin, end) {
    super(pattern.source, pattern.flags);
    this.#begin = begin;
    this.#end = end;
  }
  exec(text) {
    this.#begin();
    const found = super.exec(text);
    this.#end();
    return found;
  }
};
function judgeHere({ resultsDirectory, record, rules, bootFingerprints, today }) {
  const texts = readEvidence(resultsDirectory, record);
  return judge({ record, texts, rules }, { bootFingerprints: new Set(bootFingerprints), today });
}
function findBugsHere({ resultsDirectory, consolePath }) {
  return findBugs(readTextInside(resultsDirectory, consolePath, maxLogBytes) ?? "");
}

export {
  describeExpectation,
  handledInWords,
  patternPlaces,
  watchPatterns,
  judgeHere,
  findBugsHere
};
