import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  mergeDirectories
} from "./chunk-3UQRXAAQ.mjs";
import {
  explain
} from "./chunk-5ZJHXUDZ.mjs";
import {
  runSuites
} from "./chunk-WIGXTAM3.mjs";
import {
  createTerminalReporter
} from "./chunk-CMVGO2SH.mjs";
import {
  projectRoot
} from "./chunk-HAKHYHOG.mjs";
import {
  renderFinal
} from "./chunk-CEGOB5LT.mjs";
import {
  distinctFailures,
  logReader,
  mostImportantFirst,
  notOkWords,
  unexpectedPass
} from "./chunk-2MKMBHQV.mjs";
import {
  cutText
} from "./chunk-TYADCOY4.mjs";
import {
  buildPlan
} from "./chunk-V3LGSP6I.mjs";
import {
  partOfPlan,
  planOptions,
  runChoices
} from "./chunk-CWIDTWL5.mjs";
import {
  formatPlanProblem,
  loadSuites,
  nearestName,
  plainLine,
  plainText
} from "./chunk-ZCKYQYTZ.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  commands
} from "./chunk-KB2INQCF.mjs";
import {
  UsageError,
  parseArguments
} from "./chunk-QYEL2MFA.mjs";
import {
  readTailInside
} from "./chunk-CJNISIGL.mjs";
import {
  crashPlace
} from "./chunk-4ZGFQWUM.mjs";
import {
  bounds
} from "./chunk-SKYZ6BOQ.mjs";

// src/job/input.ts
var InputError = class extends Error {
  name = "InputError";
  constructor(input, message) {
    super(`Input ${input}: ${message}`);
  }
};
function oneOfWords(input, allowed, given) {
  const found = allowed.find((word) => word === given);
  if (found === void 0)
    throw new InputError(input, `expected ${allowed.join(", ")}, found ${JSON.stringify(given)}.`);
  return found;
}
function inputLines(value, { name, isList }) {
  const { chars, lines: maxLines2 } = bounds.actionInput;
  if (value.length > chars) throw new InputError(name, `expected at most ${chars} characters, found ${value.length}.`);
  if (value.includes("\0")) throw new InputError(name, "expected text, found a zero byte in it.");
  const lines = value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
  if (lines.length > maxLines2) throw new InputError(name, `expected at most ${maxLines2} lines, found ${lines.length}.`);
  if (isList !== true && lines.length > 1) throw new InputError(name, `expected one line, found ${lines.length}.`);
  return lines;
}
function refuseUnknownInputs(variables, { table, prefix, variableOf }) {
  const known = new Set(table.map(({ name: name2 }) => variableOf(name2)));
  const unknown = variables.find((variable) => variable.startsWith(prefix) && !known.has(variable));
  if (unknown === void 0) return;
  const name = unknown.slice(prefix.length).toLowerCase();
  const names = table.map((entry) => entry.name);
  const near = nearestName(name, names);
  throw new InputError(
    name,
    `unknown input${near === void 0 ? "" : `; did you mean ${near}?`} The inputs are ${names.join(", ")}.`
  );
}
function requireSuites(suites) {
  if (suites.length > 0) return suites;
  throw new InputError(
    "suite",
    "expected the path of a suite, one per line, found nothing. A suite is a directory whose sub-directories hold a run: docs/suite-format.md."
  );
}

// src/job/fail-on.ts
var outcomes = ["pass", "fail", "skip", "timeout", "hang", "crash", "error", "flaky"];
function parseFailOn(lines) {
  const words = lines.flatMap((line) => line.split(/[\s,]+/)).filter((word) => word !== "");
  const [first = "not-ok"] = words;
  if (words.length <= 1 && (first === "not-ok" || first === "never")) return { kind: first };
  const unknown = words.find((word) => !outcomes.some((outcome) => outcome === word));
  if (unknown !== void 0)
    throw new InputError(
      "fail-on",
      `expected not-ok, never, or some of ${outcomes.join(", ")}, found ${JSON.stringify(unknown)}.`
    );
  return { kind: "outcomes", outcomes: new Set(words) };
}
function isFailure(failOn, { exitStatus, tests, merged }) {
  if (exitStatus === 69 || (merged?.missing ?? []).length > 0) return true;
  const notOk = tests.filter(({ ok }) => !ok);
  switch (failOn.kind) {
    case "not-ok":
      return notOk.length > 0;
    case "never":
      return false;
    case "outcomes":
      return notOk.some((test) => failOn.outcomes.has(kindOf(test)));
  }
}
function exitStatusOf(failOn, results) {
  if (results.exitStatus === 69) return 69;
  return isFailure(failOn, results) ? 1 : 0;
}
function kindOf({ outcome, flaky }) {
  return flaky === true ? "flaky" : outcome;
}

// src/job/run-words.ts
function runArguments({ table, suites, values }) {
  const options = table.flatMap(
    ({ name, option }) => option === void 0 ? [] : (values.get(name) ?? []).map((value) => `--${option}=${value}`)
  );
  const shuffle = (values.get("shuffle") ?? []).flatMap(shuffleWords);
  return namingInputs(table, () => parseArguments(runCommand(), [...options, ...shuffle, "--", ...suites]));
}
function namingInputs(table, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw asInputError(error, table) ?? error;
  }
}
function asInputError({ message }, table) {
  const inputOf = (option2) => table.find((entry) => entry.option === option2)?.name ?? option2;
  const unknown = /^run has no option --([a-z-]+)\./.exec(message)?.[1];
  if (unknown !== void 0) return new InputError(inputOf(unknown), "is not built yet.");
  const [, option, rest] = /^--([a-z-]+)(?::)? ([^]*)$/.exec(message) ?? [];
  return option === void 0 || rest === void 0 ? void 0 : new InputError(inputOf(option), rest);
}
function shuffleWords(value) {
  if (value === "false") return [];
  return [value === "true" ? "--shuffle" : `--shuffle=${value}`];
}
function runCommand() {
  const run = commands.find(({ name }) => name === "run");
  if (run === void 0) throw new Error("Internal error: there is no command run");
  return run;
}

// src/job/source-places.ts
import { isAbsolute, join, relative } from "node:path";
function workspacePath(path, workspace) {
  const found = relative(workspace, path);
  return found === "" || found === ".." || found.startsWith("../") || isAbsolute(found) ? void 0 : found;
}
function sourcePlaces(plan, workspace) {
  const byId = new Map(plan.tests.map((planned) => [planned.id, planned]));
  return {
    run: (id) => {
      const planned = byId.get(id);
      return planned && workspacePath(planned.test.run, workspace);
    },
    source: (id, file) => {
      const planned = byId.get(id);
      return planned && findSource(file, planned.suite, workspace);
    }
  };
}
function findSource(file, suite, workspace) {
  const roots = [
    projectRoot(suite.moduleDirectories.length > 0 ? suite.moduleDirectories : [suite.directory]),
    workspace
  ];
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join(root, file));
  const found = candidates.find((path) => workspacePath(path, workspace) !== void 0 && kindOfFile(path) === "file");
  return found && workspacePath(found, workspace);
}

// src/job/run-in-job.ts
var programName = ["qemu-driver-test"];
var tickMs = 250;
var columns = 120;
async function runInJob({ plan, shard, table, args, workspace, installation, outDirectory, signal, onStoreUse }, output) {
  const reporter = createTerminalReporter({
    write: output.text,
    columns: () => columns,
    isTty: false,
    color: true,
    now: () => performance.now(),
    verbose: false
  });
  output.beginFold("QEMU, kernels and modules");
  let isFolded = true;
  const unfold = () => {
    if (isFolded) output.endFold();
    isFolded = false;
  };
  const listener = (event) => {
    if (event.kind === "run-begin" || event.kind === "build-failed") unfold();
    if (event.kind === "warning") output.warn(event.message);
    else reporter.onEvent(event);
  };
  signal.addEventListener("abort", () => listener({ kind: "cancelling", reason: "the job was cancelled" }), {
    once: true
  });
  const ticking = setInterval(reporter.tick, tickMs);
  try {
    const choices = namingInputs(table, () => runChoices(args, programName));
    const results = await runSuites({
      plan,
      shard,
      choices,
      outDirectory,
      cwd: workspace,
      installation,
      listener,
      signal,
      onStoreUse
    });
    output.text(finalText(results, { outDirectory, workspace }));
    return results;
  } finally {
    clearInterval(ticking);
    unfold();
  }
}
function finalText(results, { outDirectory, workspace }) {
  return renderFinal(results, {
    color: true,
    columns,
    resultsDirectory: workspacePath(outDirectory, workspace) ?? outDirectory,
    readLog: logReader(outDirectory)
  });
}

// src/job/merge-parts.ts
import { resolve } from "node:path";
var NoParts = class extends Error {
  name = "NoParts";
};
async function mergeParts({ plan, directories, outDirectory, workspace }, output) {
  const from = directories.flatMap((directory) => partsIn(resolve(workspace, directory), directory));
  if (!from.some(({ directory }) => hasResults(directory)))
    throw new NoParts(`No results in ${directories.join(", ")}: no job has uploaded any.`);
  const expected = plan.cells.map(({ kernel, machine }) => ({
    kernel: kernel.text,
    machine: machine.name,
    shard: void 0
  }));
  const { results, leftOut } = await mergeDirectories({ from, outDirectory, expected });
  output.text(finalText(results, { outDirectory, workspace }));
  const { missing = [], notes = [] } = results.merged ?? {};
  for (const what of missing) output.text(`missing: ${plainLine(what)}`);
  for (const note of notes) output.text(`note: ${plainLine(note)}`);
  for (const what of leftOut) output.warn(`A file of the results was not copied: ${what}`);
  return results;
}
function partsIn(directory, name) {
  if (hasResults(directory)) return [{ name, directory }];
  return filesIn(directory).filter(({ kind }) => kind === "directory").map((entry) => ({ name: entry.name, directory: resolve(directory, entry.name) }));
}
function hasResults(directory) {
  return kindOfFile(resolve(directory, "results.json")) === "file";
}

// src/job/job-outcome.ts
function outcomeOf({ totals, exitStatus }, { aborted }) {
  if (aborted) return "cancelled";
  if (exitStatus === 69) return "inconclusive";
  return totals.notOk > 0 ? "not-ok" : "ok";
}
function explainJobFailure(error) {
  if (error instanceof InputError) return { message: plainText(error.message), exitStatus: 2 };
  return error instanceof NoParts ? { message: plainText(error.message), exitStatus: 69 } : explain(error);
}

// src/job/plan-of-inputs.ts
var SuitesInvalid = class extends Error {
  name = "SuitesInvalid";
  problems;
  constructor(problems) {
    super("The suites are invalid.");
    this.problems = problems;
  }
};
function planOfInputs({ table, args, workspace }) {
  const suites = readSuites(args.operands, workspace);
  const options = namingInputs(table, () => planOptions(args, workspace));
  const built = buildPlan({ suites, ...options });
  if (built.kind === "plan") return namingInputs(table, () => partOfPlan(built.plan, args, { cwd: workspace }));
  throw new InputError("suite, kernels, machines or tests", built.problems.map(formatPlanProblem).join("\n"));
}
function readSuites(paths, workspace) {
  const loaded = loadSuites(paths, workspace);
  if (loaded.kind === "suites") return loaded.suites;
  throw new SuitesInvalid(loaded.problems);
}

// src/job/show-consoles.ts
var consoleTailBytes = 64 * 1024;
var maxConsoles = 10;
var maxLines = 100;
function tailReader(outDirectory) {
  return (path) => readTailInside(outDirectory, path, consoleTailBytes);
}
function showConsoles(results, outDirectory, output) {
  for (const { test, console } of distinctFailures(results).slice(0, maxConsoles)) {
    if (console === void 0) continue;
    const tail = tailReader(outDirectory)(console);
    if (tail === void 0 || tail.trim() === "") continue;
    output.beginFold(`console of ${test.id} in ${test.cell}, last lines`);
    output.text(plainText(tail).split("\n").slice(-maxLines).join("\n"));
    output.endFold();
  }
}

// src/report/text/placed-failure.ts
var reasonLimit = { lines: 12, columns: 300 };
function placedFailures(results, places) {
  const ranked = mostImportantFirst(distinctFailures(results));
  const onSource = ranked.filter((failure) => sourceOf(failure, places) !== void 0);
  return [...onSource, ...ranked.filter((failure) => !onSource.includes(failure))].map((failure) => ({
    failure,
    place: sourceOf(failure, places) ?? runPlace(failure, places),
    title: plainLine(titleOf(failure)),
    reason: plainText(cutText(unexpectedPass(failure.test) ?? failure.test.reason, reasonLimit)).trim()
  }));
}
function titleOf({ test, finding, build }) {
  if (build !== void 0) return `${build.suite} does not build`;
  return finding?.title ?? `${test.id} ${test.flaky === true ? "is flaky" : notOkWords[test.outcome]}`;
}
function runPlace({ test }, places) {
  const file = places.run(test.id);
  return file === void 0 ? void 0 : { file, line: 1 };
}
function sourceOf(failure, places) {
  const { test, finding, build } = failure;
  if (finding === void 0 && build !== void 0) return compilerPlace(build, (file2) => places.source(test.id, file2));
  const source = finding === void 0 ? brokenModelPlace(test) : finding.source;
  const file = source && places.source(test.id, source.file);
  return source === void 0 || file === void 0 ? void 0 : { file, line: source.line };
}
function compilerPlace({ messages }, inRepository) {
  for (const { severity, file, line } of messages) {
    if (severity !== "error" || file === void 0 || line === void 0) continue;
    const found = inRepository(file);
    if (found !== void 0) return { file: found, line };
  }
  return void 0;
}
function brokenModelPlace({ devices = [] }) {
  return devices.map(({ crash }) => crash && crashPlace(crash.stack)).find((place) => place !== void 0);
}

export {
  InputError,
  oneOfWords,
  inputLines,
  refuseUnknownInputs,
  requireSuites,
  parseFailOn,
  isFailure,
  exitStatusOf,
  runArguments,
  workspacePath,
  sourcePlaces,
  runInJob,
  finalText,
  mergeParts,
  outcomeOf,
  explainJobFailure,
  SuitesInvalid,
  planOfInputs,
  tailReader,
  showConsoles,
  placedFailures
};
