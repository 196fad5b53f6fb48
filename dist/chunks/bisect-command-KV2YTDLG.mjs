import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  finalText,
  startReporter
} from "./chunk-PQIJVHGQ.mjs";
import {
  runSuites
} from "./chunk-Y42A6BDT.mjs";
import {
  keepHeapSmall
} from "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import {
  GitMissing,
  runGit
} from "./chunk-P33J4D2E.mjs";
import {
  createStyle,
  cutLine,
  withResultsDirectory,
  writeBisect
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import {
  buildPlan
} from "./chunk-RPYGVRGS.mjs";
import {
  oneOf,
  planOptions,
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  RunRefused,
  defuseCommands,
  formatPlanProblem,
  loadSuites,
  plainJson,
  plainLine,
  problemText,
  splitShellWords
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import {
  endingWords,
  lastLines,
  runRequired
} from "./chunk-WJUJR6MB.mjs";
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import {
  kindOfFile,
  readTextIfThere,
  realPlace
} from "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  createScratchDirectory,
  isOwnedName,
  listDirectory,
  makeDirectory,
  removeTree
} from "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/bisect-command.ts
import { basename as basename4, dirname as dirname3, relative as relative4, resolve as resolve3 } from "node:path";

// src/app/bisect/run-bisect.ts
import { basename as basename2, dirname as dirname2, join as join4, relative as relative2 } from "node:path";

// src/app/bisect/bisect-ends.ts
import { resolve } from "node:path";

// src/app/bisect/git.ts
var GitRefused = class extends RunRefused {
  constructor(words, result) {
    const said = lastLines(result.output);
    super(`git ${words.join(" ")} failed (${endingWords(result)})${said === "" ? "." : `:
${said}`}`);
  }
};
var Git = class _Git {
  directory;
  #signal;
  constructor(directory, signal) {
    this.directory = directory;
    this.#signal = signal;
  }
  /** The same repository, for what has to be done after a cancellation, too. */
  get uncancelled() {
    return new _Git(this.directory);
  }
  /** @throws ProvisionError when there is no git */
  async ask(...words) {
    try {
      const environment = { GIT_EDITOR: "true" };
      return await runGit(words, { cwd: this.directory, settings, environment, signal: this.#signal });
    } catch (error) {
      throw error instanceof GitMissing ? new ProvisionError(error.message, { cause: error }) : error;
    }
  }
  /** What it prints, without the last line feed. @throws GitRefused */
  async tell(...words) {
    const result = await this.ask(...words);
    if (result.exitCode !== 0) throw new GitRefused(words, result);
    return result.stdout.replace(/\n$/, "");
  }
};
var settings = ["core.hooksPath=/dev/null", "gc.auto=0", "maintenance.auto=false"];
var fieldEnd = "\0";
async function commitFacts(git, revision) {
  const format = ["%H", "%an <%ae>", "%aI", "%s"].join("%x00");
  const [hash = revision, author = "", date = "", subject = ""] = (await git.tell("show", "--no-patch", `--format=${format}`, "--end-of-options", revision)).split(fieldEnd);
  return { hash, author, date, subject };
}
async function resolveCommit(git, option, revision) {
  const { exitCode, stdout } = await git.ask(
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`
  );
  if (exitCode === 0) return stdout.trim();
  throw new RunRefused(`${option} ${revision}: expected a commit of ${git.directory}, found none.`);
}

// src/app/bisect/bisect-ends.ts
async function findEnds(git, { good, bad }) {
  if (good.length === 0 && bad === void 0) return await endsOfState(git);
  if (good.length === 0) throw new RunRefused("--bad needs --good REF, a commit at which the test passes.");
  const goodCommits = await Promise.all(good.map((revision) => resolveCommit(git, "--good", revision)));
  return {
    bad: await resolveCommit(git, "--bad", bad ?? "HEAD"),
    good: await independent(git, goodCommits),
    skipped: [],
    paths: [],
    from: "options"
  };
}
async function endsOfState(git) {
  const [newTerm = "bad", oldTerm = "good"] = (await stateFile(git, "BISECT_TERMS"))?.trim().split("\n") ?? [];
  const refs = (await git.tell("for-each-ref", "--format=%(objectname) %(refname)", "refs/bisect")).split("\n").flatMap((line) => {
    const [, hash, name] = /^([0-9a-f]+) refs\/bisect\/(.+)$/.exec(line) ?? [];
    return hash === void 0 || name === void 0 ? [] : [{ hash, name }];
  });
  const named = (prefix) => refs.filter(({ name }) => name.startsWith(prefix)).map(({ hash }) => hash);
  const bad = refs.find(({ name }) => name === newTerm)?.hash;
  const good = named(`${oldTerm}-`);
  if (bad === void 0 || good.length === 0)
    throw new RunRefused(
      `Name the ends: --good REF, a commit at which the test passes, and --bad REF (default HEAD), one at which it fails. ${git.directory} has no bisection in progress that knows both.`
    );
  const names = splitShellWords(await stateFile(git, "BISECT_NAMES") ?? "");
  return {
    bad,
    good: await independent(git, good),
    skipped: named("skip-"),
    paths: names.kind === "words" ? names.words : [],
    from: "state"
  };
}
async function stateFile(git, name) {
  return readTextIfThere(resolve(git.directory, await git.tell("rev-parse", "--git-path", name)));
}
async function independent(git, commits) {
  const [first] = commits;
  if (first === void 0 || commits.length === 1) return commits;
  return (await git.tell("merge-base", "--independent", ...commits)).split("\n");
}

// src/app/bisect/current-suite.ts
import { join, relative, sep } from "node:path";
async function copyCurrentSuite(suiteDirectory, scratch, cwd) {
  const modules = modulesInside(suiteDirectory, cwd);
  await copyInto(suiteDirectory, scratch);
  for (const path of modules) removeTree(join(scratch, path));
  return {
    putInto: async (target) => {
      makeDirectory(target);
      removeAllBut(target, modules);
      await copyInto(scratch, target);
    }
  };
}
function modulesInside(suiteDirectory, cwd) {
  const loaded = loadSuites([suiteDirectory], cwd);
  if (loaded.kind === "problems")
    throw new RunRefused(loaded.problems.map((problem) => problemText(problem, cwd)).join("\n"));
  const directories = loaded.suites.flatMap(({ moduleDirectories }) => moduleDirectories);
  const inside = directories.map((directory) => relative(suiteDirectory, directory));
  return inside.filter((path) => path !== ".." && !path.startsWith(`..${sep}`));
}
function removeAllBut(directory, kept) {
  for (const name of listDirectory(directory)) {
    if (kept.includes(name)) continue;
    const below = kept.filter((path2) => path2.startsWith(`${name}/`)).map((path2) => path2.slice(name.length + 1));
    const path = join(directory, name);
    if (below.length > 0 && kindOfFile(path) === "directory") removeAllBut(path, below);
    else removeTree(path);
  }
}
async function copyInto(from, to) {
  const { exitCode, output } = await runRequired(["cp", "-a", "--", `${from}/.`, to], {});
  if (exitCode !== 0) throw new RunRefused(`${from} could not be copied: ${lastLines(output)}`);
}

// src/app/bisect/find-first-bad.ts
async function findFirstBad(bisection) {
  const search = new Search(bisection);
  return await search.checkEnds() ?? await search.between();
}
async function refuseReversed(git, bad, good) {
  if ((await git.ask("merge-base", "--is-ancestor", bad, good)).exitCode === 0)
    throw new RunRefused(
      `The bad commit ${bad.slice(0, 12)} is not newer than the good commit ${good.slice(0, 12)}: no commit between them can have broken the test. Are --good and --bad exchanged?`
    );
}
var onlySkippedLeft = 2;
var Search = class {
  #bisection;
  #steps = [];
  constructor(bisection) {
    this.#bisection = bisection;
  }
  /** The bad end first: it is the one that most often is not as it was. */
  async checkEnds() {
    const { ends, checkout } = this.#bisection;
    for (const commit of ends.good) await refuseReversed(checkout.git, ends.bad, commit);
    const bad = await this.#run(ends.bad, "bad");
    if (bad.verdict !== "bad") return { kind: bad.verdict === "good" ? "not-bad" : "unknown-end", step: bad };
    for (const commit of ends.good) {
      const good = await this.#run(commit, "good");
      if (good.verdict !== "good") return { kind: good.verdict === "bad" ? "not-good" : "unknown-end", step: good };
    }
    return void 0;
  }
  async between() {
    const { ends, checkout } = this.#bisection;
    const { git } = checkout;
    await checkout.clean();
    await git.tell(
      "bisect",
      "start",
      ends.bad,
      ...ends.good,
      ...ends.paths.length === 0 ? [] : ["--", ...ends.paths]
    );
    if (ends.skipped.length > 0) await git.ask("bisect", "skip", ...ends.skipped);
    for (; ; ) {
      const log = await this.#log();
      this.#bisection.listener.onStepEnd(this.#steps, log);
      const end = await this.#endIn(log) ?? await this.#next();
      if (end !== void 0) return end;
    }
  }
  /** Runs what Git has checked out, and tells Git the verdict. */
  async #next() {
    const { checkout, listener } = this.#bisection;
    const { git } = checkout;
    const hash = await git.tell("rev-parse", "HEAD");
    const { verdict, commit } = this.#known(hash) ?? await this.#run(hash, "between");
    await checkout.clean();
    const answer = await git.ask("bisect", verdict, hash);
    if (answer.exitCode === 0 || answer.exitCode === onlySkippedLeft) return void 0;
    listener.onStepEnd(this.#steps, await this.#log());
    if (verdict === "bad" && /^The merge base /m.test(answer.output)) return { kind: "merge-base-bad", commit };
    throw new GitRefused(["bisect", verdict], answer);
  }
  #known(hash) {
    return this.#steps.find(({ commit }) => commit.hash === hash);
  }
  async #run(hash, role) {
    const { checkout, run, listener } = this.#bisection;
    if (role !== "between") {
      await checkout.clean();
      await checkout.git.tell("checkout", "--quiet", "--detach", hash);
    }
    const commit = await commitFacts(checkout.git, hash);
    const number = this.#steps.length + 1;
    listener.onStepBegin({ number, commit, role }, number + await this.#left(role));
    const obstacle = await checkout.fill();
    const ran = obstacle === void 0 ? await run({ directory: checkout.directory, number, commit }) : { verdict: "skip", reason: obstacle };
    const step = { number, commit, role, ...ran };
    this.#steps.push(step);
    if (role !== "between") listener.onStepEnd(this.#steps, await this.#log());
    return step;
  }
  /** How many runs are likely to follow. */
  async #left(role) {
    const { ends, checkout } = this.#bisection;
    const isBetween = role === "between";
    const bad = isBetween ? "refs/bisect/bad" : ends.bad;
    const good = isBetween ? ["--glob=refs/bisect/good-*"] : ends.good;
    const { stdout } = await checkout.git.ask("rev-list", "--bisect-vars", bad, "--not", ...good, "--", ...ends.paths);
    const steps = Number(/^bisect_steps=(\d+)$/m.exec(stdout)?.[1] ?? 0);
    if (isBetween) return steps;
    const untested = Number(/^bisect_all=(\d+)$/m.exec(stdout)?.[1] ?? 0) > 1 ? steps + 1 : 0;
    const goodBegun = this.#steps.filter((step) => step.role === "good").length + (role === "good" ? 1 : 0);
    return untested + ends.good.length - goodBegun;
  }
  async #log() {
    const { exitCode, stdout } = await this.#bisection.checkout.git.ask("bisect", "log");
    return exitCode === 0 ? stdout : "";
  }
  /** Git writes the end of a bisection into its log. */
  async #endIn(log) {
    const { git } = this.#bisection.checkout;
    const first = /^# first (?:bad|new) commit: \[([0-9a-f]+)\]/m.exec(log)?.[1];
    if (first !== void 0) return { kind: "found", commit: await commitFacts(git, first), step: this.#known(first) };
    if (!/^# only skipped commits left to test$/m.test(log)) return void 0;
    const hashes = [...log.matchAll(/^# possible first bad commit: \[([0-9a-f]+)\]/gm)].map(([, hash]) => hash ?? "");
    const candidates = [];
    for (const hash of hashes) candidates.push(await commitFacts(git, hash));
    return { kind: "only-skipped", candidates };
  }
};

// src/app/bisect/scratch-checkout.ts
import { basename, dirname, join as join3 } from "node:path";

// src/app/bisect/submodules.ts
import { join as join2, resolve as resolve2 } from "node:path";
async function submodulesIn(git) {
  if (kindOfFile(join2(git.directory, ".gitmodules")) !== "file") return [];
  const paths = String.raw`^submodule\..*\.path$`;
  const { stdout } = await git.ask("config", "--null", "--file", ".gitmodules", "--get-regexp", paths);
  return stdout.split("\0").flatMap((entry) => {
    const [, name, path] = /^submodule\.(.+)\.path\n(.+)$/s.exec(entry) ?? [];
    return name === void 0 || path === void 0 ? [] : [{ name, path }];
  });
}
async function fillSubmodules(git, repository) {
  for (const { name, path } of await submodulesIn(git)) {
    const copy = resolve2(repository.directory, await repository.tell("rev-parse", "--git-path", `modules/${name}`));
    if (kindOfFile(copy) !== "directory") continue;
    const settings2 = ["-c", `submodule.${name}.url=${copy}`, "-c", "protocol.file.allow=always"];
    const { exitCode, output } = await git.ask(...settings2, "submodule", "--quiet", "update", "--force", "--", path);
    if (exitCode !== 0) return `the submodule ${path} cannot be checked out: ${lastLines(output, 1)}`;
  }
  return void 0;
}
async function emptySubmodules(git) {
  for (const { path } of await submodulesIn(git)) removeTree(join2(git.directory, path));
}

// src/app/bisect/scratch-checkout.ts
async function createCheckout(repository, commit, signal) {
  const scratch = createScratchDirectory();
  const directory = join3(scratch.path, basename(repository.directory));
  const remove = async () => {
    await repository.uncancelled.ask("worktree", "remove", "--force", "--force", directory);
    scratch[Symbol.dispose]();
  };
  try {
    await removeLeftovers(repository);
    await repository.tell("worktree", "add", "--quiet", "--detach", directory, commit);
  } catch (error) {
    await remove();
    throw error;
  }
  const git = new Git(directory, signal);
  const clean = async () => {
    await emptySubmodules(git);
    await git.tell("reset", "--quiet", "--hard");
    await git.tell("clean", "--quiet", "-ff", "-d", "-x");
  };
  const fill = async () => await fillSubmodules(git, repository);
  return { directory, git, clean, fill, [Symbol.asyncDispose]: remove };
}
async function removeLeftovers(repository) {
  const { stdout } = await repository.ask("worktree", "list", "--porcelain");
  const paths = stdout.split("\n").flatMap((line) => line.startsWith("worktree ") ? [line.slice("worktree ".length)] : []);
  for (const path of paths) {
    const scratch = dirname(path);
    if (isOwnedName(basename(scratch)) && kindOfFile(scratch) === "nothing")
      await repository.ask("worktree", "remove", "--force", "--force", path);
  }
}

// src/app/bisect/run-bisect.ts
async function locateTest(path, signal) {
  const suite = dirname2(path);
  let existing = suite;
  while (kindOfFile(existing) !== "directory" && existing !== dirname2(existing)) existing = dirname2(existing);
  const { exitCode, stdout } = await new Git(existing, signal).ask("rev-parse", "--show-toplevel");
  const top = stdout.trim();
  if (exitCode !== 0 || top === "")
    throw new RunRefused(`${path}: expected a test in a Git repository with a checkout, found none.`);
  return { repository: new Git(top, signal), suite: relative2(top, realPlace(suite)), test: basename2(path) };
}
async function runBisect(run) {
  const { repository } = run.located;
  const ends = await findEnds(repository, run.asked);
  return await withResultsDirectory(run.outDirectory, run.signal, async () => {
    var _stack = [];
    try {
      const scratch = __using(_stack, createScratchDirectory());
      const suite = run.withCurrentSuite ? await currentSuite(run, scratch.path) : void 0;
      const checkout = __using(_stack, await createCheckout(repository, ends.bad, run.signal), true);
      run.onBegin(ends);
      let steps = [];
      let log = "";
      const keep = (end) => {
        const result = resultOf(run, ends, steps, end);
        writeBisect(run.outDirectory, result, log);
        return result;
      };
      const listener = {
        onStepBegin: run.listener.onStepBegin,
        onStepEnd: (all, said) => {
          const isNew = all.length > steps.length;
          [steps, log] = [[...all], said];
          keep(void 0);
          const last = all.at(-1);
          if (isNew && last !== void 0) run.listener.onStepEnd(last);
        }
      };
      keep(void 0);
      return keep(await findFirstBad({ checkout, ends, run: stepRunner(run, suite), listener }));
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  });
}
async function currentSuite({ located, cwd }, scratch) {
  return await copyCurrentSuite(join4(located.repository.directory, located.suite), scratch, cwd);
}
function stepRunner(run, suite) {
  const { located, outDirectory, cwd, runTest } = run;
  const inside = relative2(located.repository.directory, realPlace(cwd));
  return async ({ directory, number, commit }) => {
    const suiteDirectory = join4(directory, located.suite);
    await suite?.putInto(suiteDirectory);
    const results = `${number}-${commit.hash.slice(0, 12)}`;
    const ran = await runTest({
      suiteDirectory,
      outDirectory: join4(outDirectory, results),
      cwd: join4(directory, inside)
    });
    return { ...ran.judgement, ...ran.results === void 0 ? {} : { results } };
  };
}
function resultOf({ located: { suite, test }, version }, { good, bad }, steps, end) {
  return {
    schema: "qemu-driver-test/bisect/1",
    tool: { version },
    test: join4(suite, test),
    good,
    bad,
    outcome: end?.kind ?? "unfinished",
    ...end?.kind === "found" ? { firstBad: end.commit } : {},
    ...end?.kind === "merge-base-bad" ? { mergeBase: end.commit } : {},
    ...end?.kind === "only-skipped" ? { candidates: end.candidates } : {},
    steps
  };
}

// src/app/bisect/run-step.ts
import { basename as basename3, join as join5, relative as relative3 } from "node:path";

// src/results/bisect-result.ts
function judgeStep(tests, rules) {
  const all = tests.map((test) => judgeTest(test, rules));
  const [first] = all;
  const telling = ["bad", "skip"].map((verdict) => all.find((one) => one.verdict === verdict));
  return telling.find((one) => one !== void 0) ?? first ?? { verdict: "skip", reason: "nothing was run" };
}
function judgeTest(test, rules) {
  const runs = test.attempts ?? [test];
  const [finding] = test.findings;
  const facts = {
    ...finding === void 0 ? {} : { title: finding.title },
    ...finding?.source === void 0 ? {} : { source: finding.source }
  };
  const bad = runs.find(({ ok, outcome }) => !ok && outcome !== "error" && outcome !== "skip");
  if (bad !== void 0) return { verdict: "bad", outcome: bad.outcome, reason: bad.reason, ...facts };
  const unjudged = runs.find(({ ok }) => !ok);
  if (unjudged !== void 0)
    return { verdict: errorVerdict(test, rules), outcome: unjudged.outcome, reason: unjudged.reason, ...facts };
  const good = runs.find(({ outcome }) => outcome !== "skip");
  return { verdict: good === void 0 ? "skip" : "good", outcome: (good ?? test).outcome, reason: test.reason };
}
function errorVerdict({ outcome, buildLog, stages }, rules) {
  if (outcome !== "error") return "skip";
  if (buildLog !== void 0) return rules.buildFailure;
  const isBroken = stages.some(({ name, exitStatus }) => name !== "run" && exitStatus !== null && exitStatus !== 0);
  return isBroken ? rules.setupFailure : "skip";
}

// src/app/bisect/run-step.ts
async function runStep(asked, place) {
  const planned = planStep(asked, place);
  if (planned.kind === "skip") return skipped(planned.reason);
  try {
    const results = await runSuites({
      ...asked,
      ...place,
      plan: planned.plan,
      shard: void 0
    });
    asked.signal.throwIfAborted();
    if (results.interrupted !== void 0) return { ...skipped("the run did not come to its end"), results };
    return { judgement: judgeStep(results.tests, asked.rules), results };
  } catch (error) {
    asked.signal.throwIfAborted();
    if (error instanceof ProvisionError || error instanceof RunRefused) return skipped(error.message);
    throw error;
  }
}
function skipped(reason) {
  return { judgement: { verdict: "skip", reason }, results: void 0 };
}
function planStep({ test, planOptions: planOptions2 }, { suiteDirectory, cwd }) {
  const skip = (reason) => ({ kind: "skip", reason });
  const shown = relative3(cwd, suiteDirectory) || ".";
  if (kindOfFile(suiteDirectory) !== "directory") return skip(`the suite ${shown} does not exist at this commit`);
  const loaded = loadSuites([suiteDirectory], cwd);
  if (loaded.kind === "problems") return skip(invalid(loaded.problems, cwd));
  const { suites } = loaded;
  if (!suites.some(({ tests }) => tests.some((one) => one.name === test || basename3(one.directory) === test)))
    return skip(`the test ${join5(shown, test)} does not exist at this commit`);
  const built = buildPlan({ ...planOptions2, suites, named: [join5(suiteDirectory, test)] });
  if (built.kind === "problems") return skip(built.problems.map(formatPlanProblem).join("; "));
  const { cells } = built.plan;
  if (cells.length > 1)
    throw new RunRefused(
      `Expected one kernel on one machine, found ${cells.length} cells. Choose one with --kernel and --machine.`
    );
  return { kind: "plan", plan: built.plan };
}
function invalid(problems, cwd) {
  const [first, ...more] = problems.map((problem) => problemText(problem, cwd));
  return `the suite is not valid: ${first ?? ""}${more.length === 0 ? "" : `, and ${more.length} more problems`}`;
}

// src/report/terminal/render-bisect.ts
var maxReason = 300;
var maxSubject = 100;
var maxListed = 30;
function bisectStepBegin({ number, commit, role }, about) {
  const end = role === "between" ? "" : ` (said to be ${role})`;
  const subject = cutLine(plainLine(commit.subject), maxSubject);
  return defuseCommands(`${number} of about ${Math.max(about, number)}: ${short(commit.hash)} ${subject}${end} \u2026 `);
}
function bisectStepEnd(step, { color }) {
  return `${defuseCommands(paint(step, createStyle(color)))}
`;
}
function paint(step, { green, red, yellow }) {
  const words = verdictWords(step);
  switch (step.verdict) {
    case "good":
      return green(words);
    case "bad":
      return red(words);
    case "skip":
      return yellow(words);
  }
}
function verdictWords({ verdict, outcome, reason, title, source }) {
  if (verdict === "good") return "good";
  const place = source === void 0 ? "" : ` (${source.file}:${source.line})`;
  const why = title === void 0 ? firstLine(reason) : `${title}${place}`;
  const kind = outcome === void 0 || outcome === "error" ? "" : `${outcome}: `;
  return cutLine(plainLine(`${verdict}: ${kind}${why}`), maxReason);
}
function firstLine(text) {
  return text.trim().split("\n", 1)[0] ?? "";
}
function renderBisect(result, look) {
  const { bold, red, green } = createStyle(look.color);
  const [first = "", ...rest] = endWords(result, look);
  const headline = bold(result.outcome === "found" ? green(first) : red(first));
  return defuseCommands(["", headline, ...rest, ""].join("\n"));
}
function endWords(result, look) {
  const test = plainLine(result.test);
  const last = result.steps.at(-1);
  switch (result.outcome) {
    case "found":
      return foundWords(result, look);
    case "only-skipped":
      return [
        `Only commits that cannot be tested are left. The first bad commit of ${test} is one of these:`,
        ...listed(result.candidates ?? []),
        ...whereToLook(look)
      ];
    case "not-bad":
      return [`${test} does not fail at ${endOf(last)}, so there is nothing to find.`, ...whereToLook(look)];
    case "not-good":
      return [
        `${test} does not pass at ${endOf(last)}. Name an older commit with --good, at which it passes.`,
        ...stepWords(last, look),
        ...whereToLook(look)
      ];
    case "unknown-end":
      return [
        `${test} cannot be tested at ${endOf(last)}, so nothing can be concluded.`,
        ...stepWords(last, look),
        "  hint     another commit with --good or --bad; --current-suite for a test that is newer than the bug",
        ...whereToLook(look)
      ];
    case "merge-base-bad":
      return [
        `${test} fails already where the good commit branched off, at ${short(result.mergeBase?.hash ?? "")}. It was repaired on the way to the good commit.`,
        ...whereToLook(look)
      ];
    case "unfinished":
      return [`The search for the first bad commit of ${test} was stopped.`, ...whereToLook(look)];
  }
}
function foundWords({ test, firstBad, steps }, look) {
  if (firstBad === void 0) return [];
  const step = steps.find(({ commit }) => commit.hash === firstBad.hash);
  return [
    `${firstBad.hash} is the first commit at which ${plainLine(test)} fails.`,
    `  subject  ${plainLine(firstBad.subject)}`,
    `  author   ${plainLine(firstBad.author)}`,
    `  date     ${plainLine(firstBad.date)}`,
    ...stepWords(step, look),
    ...whereToLook(look)
  ];
}
function stepWords(step, { directory }) {
  if (step === void 0) return [];
  return [
    `  verdict  ${verdictWords(step)}`,
    ...step.results === void 0 ? [] : [`  results  ${directory}/${plainLine(step.results)}/report.html`]
  ];
}
function whereToLook({ directory }) {
  return [`  log      ${directory}/bisect.log, for git bisect replay`];
}
function listed(commits) {
  const lines = commits.slice(0, maxListed).map(({ hash, subject }) => `  ${short(hash)} ${cutLine(plainLine(subject), maxSubject)}`);
  return commits.length > maxListed ? [...lines, `  and ${commits.length - maxListed} more, in bisect.json`] : lines;
}
function endOf(step) {
  return step === void 0 ? "that commit" : `${short(step.commit.hash)} ${plainLine(step.commit.subject)}`;
}
function short(hash) {
  return hash.slice(0, 10);
}

// src/cli/bisect-command.ts
async function bisectCommand(args, host) {
  const [path, ...others] = args.operands;
  if (path === void 0 || others.length > 0) throw new UsageError("Name one test: SUITE/TEST.");
  for (const name of ["kernel", "machine"])
    if (args.values(name).length > 1) throw new UsageError(`--${name}: a bisection runs one test in one cell.`);
  keepHeapSmall();
  return args.flag("step") ? await stepCommand(args, host, resolve3(host.cwd, path)) : await searchCommand(args, host, path);
}
async function searchCommand(args, host, path) {
  const format = oneOf("--format", ["terminal", "json"], args.value("format")) ?? "terminal";
  const write = format === "terminal" ? host.write : host.complain;
  const outDirectory = resolve3(host.cwd, args.value("out") ?? "qdt-bisect");
  const look = { write, outDirectory, directory: relative4(host.cwd, outDirectory) || ".", color: host.color };
  const reporter = args.flag("verbose") ? startReporter({ write, isTty: false, verbose: true }, host) : void 0;
  const signal = cancelOnSignals(host, (event) => {
    if (event.kind === "cancelling") write(`
stopping: ${event.reason}. Press Ctrl-C again to quit now.
`);
  });
  try {
    const located = await locateTest(resolve3(host.cwd, path), signal);
    const own = { test: located.test, listener: reporter?.onEvent ?? ignore, signal };
    const search = { located, tested: testAtCommits(args, host, own), isVerbose: reporter !== void 0 };
    const result = await runBisect(bisectRun(args, host, search, look));
    host.write(format === "json" ? `${plainJson(result, 2)}
` : renderBisect(result, look));
    return exitStatuses[result.outcome];
  } catch (error) {
    if (!signal.aborted) throw error;
    host.complain(`Stopped. If there is a log so far, it is ${look.directory}/bisect.log, for git bisect replay.
`);
    return exitStatuses.unfinished;
  } finally {
    reporter?.close();
  }
}
function bisectRun(args, host, { located, tested, isVerbose }, look) {
  return {
    located,
    asked: { good: args.values("good"), bad: args.value("bad") },
    runTest: (place) => runStep(tested, place),
    withCurrentSuite: args.flag("current-suite"),
    outDirectory: look.outDirectory,
    cwd: host.cwd,
    version: host.installation.version,
    onBegin: ({ from }) => {
      if (from === "state") look.write("The ends are those of the bisection in progress.\n");
    },
    listener: {
      onStepBegin: (step, about) => look.write(`${bisectStepBegin(step, about)}${isVerbose ? "\n" : ""}`),
      onStepEnd: (step) => look.write(bisectStepEnd(step, look))
    },
    signal: tested.signal
  };
}
var exitStatuses = {
  found: 0,
  "only-skipped": 1,
  "not-good": 1,
  "not-bad": 1,
  "merge-base-bad": 1,
  "unknown-end": 69,
  unfinished: 69
};
var stepStatuses = { good: 0, bad: 1, skip: 125 };
var interrupted = 130;
async function stepCommand(args, host, path) {
  for (const name of ["good", "bad"])
    if (args.value(name) !== void 0) throw new UsageError(`--step runs what is checked out: it takes no --${name}.`);
  const outDirectory = resolve3(host.cwd, args.value("out") ?? "qdt-results");
  const reporter = startReporter({ write: host.write, isTty: host.isTty, verbose: args.flag("verbose") }, host);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const asked = testAtCommits(args, host, { test: basename4(path), listener: reporter.onEvent, signal });
    const place = { suiteDirectory: dirname3(path), outDirectory, cwd: host.cwd };
    const { judgement, results } = await runStep(asked, place);
    reporter.close();
    if (results !== void 0) host.write(finalText(results, outDirectory, host));
    host.write(`${verdictWords(judgement)}
`);
    return stepStatuses[judgement.verdict];
  } catch (error) {
    if (!signal.aborted) throw error;
    return interrupted;
  } finally {
    reporter.close();
  }
}
function testAtCommits(args, host, own) {
  const skipOrBad = (name) => oneOf(`--${name}`, ["skip", "bad"], args.value(name)) ?? "skip";
  return {
    ...own,
    planOptions: planOptions(args, host.cwd),
    choices: runChoices(args, host),
    rules: { buildFailure: skipOrBad("build-failure"), setupFailure: skipOrBad("setup-failure") },
    installation: host.installation
  };
}
var ignore = () => void 0;
export {
  bisectCommand
};
