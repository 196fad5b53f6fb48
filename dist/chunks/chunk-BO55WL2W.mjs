import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findOrigin,
  historyName,
  keepHistory
} from "./chunk-YBZ3GNAU.mjs";
import {
  explain
} from "./chunk-5EYMZHUK.mjs";
import {
  mergeDirectories
} from "./chunk-AVLCZ2AS.mjs";
import {
  createTerminalReporter,
  runSuites
} from "./chunk-Y42A6BDT.mjs";
import {
  projectRoot
} from "./chunk-UH7ZL7Q2.mjs";
import {
  renderFinal
} from "./chunk-Z52ASNL3.mjs";
import {
  GitMissing,
  runGit
} from "./chunk-P33J4D2E.mjs";
import {
  cutText,
  distinctFailures,
  logReader,
  mostImportantFirst,
  notOkWords,
  unexpectedPass
} from "./chunk-VZ3XNEFQ.mjs";
import {
  suiteOperands
} from "./chunk-L7CP2ILC.mjs";
import {
  buildPlan
} from "./chunk-RPYGVRGS.mjs";
import {
  loadAskedSuites,
  partOfPlan,
  planOptions,
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import {
  RunRefused,
  formatPlanProblem,
  nearestName,
  plainLine,
  plainText
} from "./chunk-PP4HT45W.mjs";
import {
  commands
} from "./chunk-Y44SECUK.mjs";
import {
  UsageError,
  parseArguments
} from "./chunk-QYEL2MFA.mjs";
import {
  crashPlace
} from "./chunk-AGUDLKZO.mjs";
import {
  readTailInside
} from "./chunk-DZ5U262N.mjs";
import {
  environmentVariable
} from "./chunk-SMWPJZE2.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  createScratchDirectory,
  randomSeed
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

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
function requireSuites(suites, modules) {
  if (suites.length > 0 || modules.length > 0) return suites;
  throw new InputError(
    "suite",
    "expected the path of a suite, one per line, found nothing. A suite is a directory whose sub-directories hold a run: docs/suite-format.md. Without a suite, name the directories of modules in the input modules."
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

// src/job/history/history-wish.ts
var runKinds = ["default-branch", "branches", "all"];
var longest = 200;
function readHistoryWish(branch, runs) {
  const wanted = oneOfWords("history-runs", runKinds, runs ?? "default-branch");
  if (branch === void 0) return void 0;
  if (!isBranchName(branch))
    throw new InputError(
      "history",
      `expected the name of a branch (letters, digits and . _ - /, beginning with a letter or digit), found ${JSON.stringify(branch)}.`
    );
  return { branch, runs: wanted };
}
function isBranchName(name) {
  const isPlain = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(name) && name.length <= longest;
  return isPlain && !/\.\.|\/\/|\/\.|[./]$|\.lock(?:\/|$)/.test(name);
}
function requireOwnBranch({ branch }, place, defaultBranch) {
  const source = [defaultBranch, place.kind === "branch" ? place.name : void 0];
  if (!source.includes(branch)) return;
  throw new InputError(
    "history",
    `expected a branch for the history alone, found ${branch}, which is a source branch.`
  );
}
function whyNotKept({ runs }, place) {
  switch (place.kind) {
    case "branch":
      return place.isDefault || runs !== "default-branch" ? void 0 : `${place.name} is not the default branch (history-runs: branches keeps it)`;
    case "change":
      if (place.isForeign) return `it is for ${place.what}, whose code may come from another repository`;
      return runs === "all" ? void 0 : `it is for ${place.what} (history-runs: all keeps it)`;
    case "other":
      return runs === "all" ? void 0 : `it is for ${place.what} (history-runs: all keeps it)`;
  }
}

// src/job/history/push-history.ts
import { join } from "node:path";

// src/job/history/git-refusal.ts
var overtaken = new RegExp(
  [
    String.raw`\[rejected\]`,
    String.raw`\((?:fetch first|non-fast-forward|stale info)\)`,
    "cannot lock ref",
    "incorrect old value provided",
    "failed to update ref",
    "reference already exists"
  ].join("|")
);
var refusals = [
  [/protected branch|GH006|GH013|rule violations|not allowed to force push/i, "a rule protects the branch"],
  [
    /could not read (?:Username|Password)|Authentication failed|HTTP Basic: Access denied|error: 401/i,
    "the server does not accept the job\u2019s token"
  ],
  [
    /error: 403|Permission to .* denied|Write access to repository not granted|not allowed to (?:push|upload)/i,
    "the job\u2019s token may not write to the repository"
  ],
  [/Could not resolve host|Failed to connect|Connection (?:refused|timed out|reset)/i, "the server cannot be reached"],
  [
    /not found|does not appear to be a git repository/i,
    "there is no such repository, or the job\u2019s token cannot see it"
  ],
  [/hook declined/i, "a hook of the server has declined it"]
];
function readPushFailure(output) {
  if (overtaken.test(output) && !/hook declined/.test(output)) return { kind: "overtaken" };
  return { kind: "refused", reason: explainGitFailure(output) };
}
function explainGitFailure(output) {
  const known = refusals.find(([sign]) => sign.test(output))?.[1];
  const said = lastLine(output);
  if (known === void 0) return said === "" ? "git failed without a message" : said;
  return said === "" ? known : `${known} (${said})`;
}
var longestLine = 300;
function lastLine(output) {
  const lines = output.split("\n").map((line2) => line2.trim());
  const told = lines.filter(
    (line2) => /^(?:remote: )?(?:error|fatal|GitLab): |^remote: (?:Permission|Write|You )/.test(line2)
  );
  const line = told[0] ?? lines.filter((one) => one !== "").at(-1) ?? "";
  return line.length <= longestLine ? line : `${line.slice(0, longestLine - 1)}\u2026`;
}

// src/job/history/git.ts
var GitUnusable = class extends Error {
  name = "GitUnusable";
};
var limitMs = 6e4;
var helper = `!f() { test "$1" = get && printf 'username=%s\\npassword=%s\\n' "$QDT_GIT_USER" "$QDT_GIT_TOKEN"; }; f`;
var settings = [
  "core.hooksPath=/dev/null",
  "core.symlinks=false",
  "core.autocrlf=false",
  "commit.gpgSign=false",
  "gc.auto=0",
  "fetch.recurseSubmodules=false",
  "user.name=qemu-driver-test",
  "user.email=qemu-driver-test@localhost",
  "credential.helper="
];
function gitIn(directory, { url, user, token, caFile }, signal) {
  const ours = [...settings, ...token === void 0 ? [] : [`credential.${serverOf(url)}.helper=${helper}`]];
  const environment = {
    GIT_ASKPASS: "true",
    QDT_GIT_USER: user,
    QDT_GIT_TOKEN: token,
    ...caFile === void 0 ? {} : { GIT_SSL_CAINFO: caFile }
  };
  return async (...words) => {
    const limit = AbortSignal.timeout(limitMs);
    try {
      const ended = await runGit(words, {
        cwd: directory,
        settings: ours,
        environment,
        signal: AbortSignal.any([signal, limit])
      });
      return { isGood: ended.exitCode === 0, stdout: ended.stdout, output: without(ended.output, token) };
    } catch (error) {
      signal.throwIfAborted();
      if (limit.aborted) throw new GitUnusable(`git ${words[0] ?? ""} did not end within ${limitMs / 1e3} s`);
      if (error instanceof GitMissing) throw new GitUnusable("there is no git on this runner: install it");
      throw error;
    }
  };
}
function serverOf(url) {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
function without(text, secret) {
  return secret === void 0 || secret === "" ? text : text.replaceAll(secret, "***");
}

// src/job/history/push-history.ts
var maxAttempts = 12;
var pauseMs = { least: 100, most: 1500 };
async function pushHistory(push2) {
  try {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const outcome = await attemptPush(push2);
      if (outcome.kind !== "overtaken") return outcome;
      await pauseFor(push2.signal);
    }
    return { kind: "not-pushed", reason: `other jobs have changed the branch during each of ${maxAttempts} attempts` };
  } catch (error) {
    if (error instanceof GitUnusable || error instanceof RunRefused)
      return { kind: "not-pushed", reason: error.message };
    throw error;
  }
}
async function attemptPush(push2) {
  var _stack = [];
  try {
    const scratch = __using(_stack, createScratchDirectory());
    const { remote, branch, message } = push2;
    const git = gitIn(scratch.path, remote, push2.signal);
    const problem = await takeBranch(git, push2, scratch.path);
    if (problem !== void 0) return { kind: "not-pushed", reason: problem };
    const kept = await push2.addTo(scratch.path);
    await done(git("add", "--all"));
    if ((await git("diff", "--cached", "--quiet")).isGood) return { kind: "pushed", kept };
    await done(git("commit", "--quiet", `--message=${message}`));
    const answer = await git("push", "--porcelain", remote.url, `HEAD:refs/heads/${branch}`);
    if (answer.isGood) return { kind: "pushed", kept };
    const failure = readPushFailure(answer.output);
    return failure.kind === "overtaken" ? failure : { kind: "not-pushed", reason: failure.reason };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function takeBranch(git, { remote: { url }, branch }, directory) {
  await done(git("init", "--quiet"));
  const listed = await git("ls-remote", "--quiet", url, `refs/heads/${branch}`);
  if (!listed.isGood) return explainGitFailure(listed.output);
  if (listed.stdout.trim() === "") return void 0;
  const fetched = await git("fetch", "--quiet", "--no-tags", "--depth=1", url, `refs/heads/${branch}`);
  if (!fetched.isGood) return explainGitFailure(fetched.output);
  await done(git("checkout", "--quiet", "--detach", "FETCH_HEAD"));
  return isHistory(directory) ? void 0 : `the branch ${branch} has other files and no history: name another branch, which is then made`;
}
function isHistory(directory) {
  const others = filesIn(directory).filter(({ name }) => name !== ".git");
  return others.length === 0 || kindOfFile(join(directory, historyName)) === "directory";
}
async function done(answer) {
  const { isGood, output } = await answer;
  if (!isGood) throw new GitUnusable(explainGitFailure(output));
}
async function pauseFor(signal) {
  const { least, most } = pauseMs;
  const durationMs = least + randomSeed() % (most - least);
  await new Promise((resolve2) => setTimeout(resolve2, durationMs));
  signal.throwIfAborted();
}

// src/job/history/keep-in-branch.ts
async function keepInBranch(run, output) {
  const { wish, place, signal } = run;
  const why = signal.aborted ? "the job was cancelled" : whyNotKept(wish, place);
  if (why !== void 0) {
    output.text(`history: this run is not kept, because ${why}.`);
    return;
  }
  try {
    await push(run, output);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.warn(`The history was not kept in the branch ${wish.branch}: ${plainLine(reason)}`);
  }
}
async function push(run, output) {
  const { wish, remote, advice, outDirectory, workspace, version, signal, messageEnd = "" } = run;
  const question = { commit: void 0, branch: void 0, variable: environmentVariable, cwd: workspace };
  const origin = await findOrigin(question);
  const pushed = await pushHistory({
    remote,
    branch: wish.branch,
    message: `Run of ${origin.commit.slice(0, 12)}${messageEnd}`,
    addTo: (directory) => keepHistory({
      from: [{ name: "the results", directory: outDirectory }],
      site: { name: `the branch ${wish.branch}`, directory },
      findOrigin: () => Promise.resolve(origin),
      version
    }),
    signal
  });
  if (pushed.kind === "not-pushed") {
    output.warn(`The history was not kept in the branch ${wish.branch}: ${plainLine(pushed.reason)}. ${advice}`);
    return;
  }
  const { runs, verdict, problems } = pushed.kept;
  for (const problem of problems) output.warn(`history: left out: ${plainLine(problem)}`);
  output.text(`history: ${plainLine(verdict)}; ${runs} ${runs === 1 ? "run" : "runs"} in the branch ${wish.branch}`);
}

// src/job/run-words.ts
function runArguments({ table, suites, values }) {
  const options = table.flatMap(
    ({ name, option }) => option === void 0 ? [] : (values.get(name) ?? []).map((value) => `--${option}=${value}`)
  );
  const shuffle = (values.get("shuffle") ?? []).flatMap(shuffleWords);
  const coverage = (values.get("coverage") ?? []).flatMap(coverageWords);
  const words = [...options, ...shuffle, ...coverage, "--", ...suites];
  return namingInputs(table, () => parseArguments(runCommand(), words));
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
function coverageWords(value) {
  return oneOfWords("coverage", ["true", "false"], value) === "true" ? ["--coverage"] : [];
}
function runCommand() {
  const run = commands.find(({ name }) => name === "run");
  if (run === void 0) throw new Error("Internal error: there is no command run");
  return run;
}

// src/job/source-places.ts
import { isAbsolute, join as join2, relative } from "node:path";
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
  const candidates = isAbsolute(file) ? [file] : roots.map((root) => join2(root, file));
  const found = candidates.find((path) => workspacePath(path, workspace) !== void 0 && kindOfFile(path) === "file");
  return found && workspacePath(found, workspace);
}

// src/job/run-in-job.ts
var programName = ["qemu-driver-test"];
var tickMs = 250;
var columns = 120;
async function runInJob({ plan, shard, table, args, workspace, installation, outDirectory, signal, onStoreUse, hidesTests = false }, output) {
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
    if (hidesTests && (event.kind === "test-begin" || event.kind === "test-end")) return;
    if (event.kind === "warning") output.warn(event.message);
    else reporter.onEvent(event);
  };
  signal.addEventListener("abort", () => listener({ kind: "cancelling", reason: "the job was cancelled" }), {
    once: true
  });
  const ticking = setInterval(reporter.tick, tickMs);
  try {
    const choices = namingInputs(table, () => runChoices(args, { invocation: programName, cwd: workspace }));
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
    if (!hidesTests) output.text(finalText(results, { outDirectory, workspace }));
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
function planOfInputs({ table, args, workspace, installation }) {
  const { suites: paths, tests: named } = suiteOperands(args.operands, workspace);
  const { smokeDirectory } = installation;
  const suites = readSuites({ paths, smokeDirectory, modules: args.values("smoke") }, workspace);
  const options = namingInputs(table, () => planOptions(args, workspace));
  const built = buildPlan({ suites, named, ...options });
  if (built.kind === "plan") return namingInputs(table, () => partOfPlan(built.plan, args, { cwd: workspace }));
  throw new InputError(
    "suite, modules, kernels, machines, tests or tags",
    built.problems.map(formatPlanProblem).join("\n")
  );
}
function readSuites(asked, workspace) {
  const loaded = loadAskedSuites(asked, workspace);
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
  readHistoryWish,
  requireOwnBranch,
  keepInBranch,
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
