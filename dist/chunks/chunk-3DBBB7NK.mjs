import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isMadeOf,
  rememberingFiles,
  sourcesOf
} from "./chunk-JUIZ7H4V.mjs";
import {
  readResults
} from "./chunk-AVLCZ2AS.mjs";
import {
  repositoryOf
} from "./chunk-UH7ZL7Q2.mjs";
import {
  GitMissing,
  runGit
} from "./chunk-P33J4D2E.mjs";
import {
  recordName
} from "./chunk-LWVAITKD.mjs";
import {
  isWithin
} from "./chunk-PP4HT45W.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  kindOfFile,
  realPlace
} from "./chunk-42EG7RIT.mjs";

// src/command/narrowed-plan.ts
import { resolve } from "node:path";

// src/app/changed-tests.ts
import { dirname } from "node:path";

// src/host/git-changes.ts
import { join } from "node:path";
var GitRefused = class extends Error {
  name = "GitRefused";
};
async function changedFiles(root, since) {
  const base = await baseOf(root, since);
  const listed = [
    base === void 0 ? await git(root, ["ls-files", "--cached", "-z"]) : await git(root, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-relative", "-z", base, "--"]),
    await git(root, ["ls-files", "--others", "--exclude-standard", "-z"])
  ];
  const names = listed.flatMap((text) => text.split("\0")).filter((name) => name !== "");
  return [...new Set(names)].map((name) => join(root, name.replace(/\/$/, "")));
}
async function baseOf(root, since) {
  const head = await commitOf(root, "HEAD");
  if (since === void 0) return head;
  const commit = await commitOf(root, since);
  if (commit === void 0) throw new GitRefused(`the Git repository ${root} has no commit ${since}`);
  const ancestor = await tryGit(root, ["merge-base", commit, "HEAD"]);
  if (ancestor.exitCode === 0) return ancestor.stdout.trim();
  throw new GitRefused(
    `the Git repository ${root} knows no common ancestor of ${since} and HEAD. A clone without its history needs git fetch --unshallow`
  );
}
async function commitOf(root, name) {
  const found = await tryGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  return found.exitCode === 0 ? found.stdout.trim() : void 0;
}
async function git(root, words) {
  const { exitCode, stdout, output } = await tryGit(root, words);
  if (exitCode === 0) return stdout;
  throw new GitRefused(`git ${words[0] ?? ""} failed in ${root}: ${output.trim().split("\n").at(-1) ?? ""}`);
}
async function tryGit(root, words) {
  try {
    return await runGit(["--no-optional-locks", ...words], { cwd: root });
  } catch (error) {
    throw error instanceof GitMissing ? new GitRefused(error.message, { cause: error }) : error;
  }
}

// src/app/changed-tests.ts
async function changedTests(tests, since) {
  const filesOfModel = rememberingFiles();
  const sources = new Map(tests.map((planned) => [planned, realSources(sourcesOf(planned, filesOfModel))]));
  const paths = [...new Set([...sources.values()].flatMap((one) => one.paths))];
  const homes = new Map(paths.map((path) => [path, homeOf(path)]));
  const roots = [...new Set(homes.values())].filter((root) => root !== void 0);
  const changed = [];
  for (const root of roots) changed.push(...await changedFiles(root, isInside(root, roots) ? void 0 : since));
  const relevant = changed.filter((path) => concerns({ paths, others: [] }, path));
  const isChanged = (one) => relevant.some((path) => concerns(one, path));
  return {
    isWanted: (planned) => isChanged(sources.get(planned) ?? { paths: [], others: [] }),
    files: changed.length,
    outside: paths.filter((path) => homes.get(path) === void 0)
  };
}
function realSources({ paths, others }) {
  return { paths: paths.map(realPlace), others: others.map(realPlace) };
}
function homeOf(path) {
  return repositoryOf(kindOfFile(path) === "directory" ? path : dirname(path));
}
function isInside(root, roots) {
  return roots.some((other) => other !== root && isWithin(root, other));
}
function concerns(sources, changed) {
  return isMadeOf(sources, changed) || sources.paths.some((path) => isWithin(path, changed));
}

// src/app/last-run.ts
import { join as join2 } from "node:path";
function readLastRun(directory, name) {
  const isThere = (file) => kindOfFile(join2(directory, file)) !== "nothing";
  return isThere(recordName) || isThere("results.json") ? readResults(directory, name).parsed : { kind: "nothing" };
}

// src/results/last-failures.ts
function lastFailures({ tests }) {
  const placeOf = ({ id, cell }) => JSON.stringify([cell, id]);
  const known = new Map(tests.map((test) => [placeOf(test), test.ok]));
  const ids = new Set(tests.filter(({ ok }) => !ok).map(({ id }) => id));
  return {
    ids: [...ids],
    tests: tests.length,
    wasNotOk: (test) => {
      const ok = known.get(placeOf(test));
      return ok === void 0 ? ids.has(test.id) : !ok;
    }
  };
}

// src/command/narrowed-plan.ts
async function narrowPlan(whole, args, { cwd }) {
  const failed = args.flag("failed") ? leaveFailed(whole, args, cwd) : { plan: whole, reasons: [] };
  const since = args.value("changed");
  if (since === void 0 || failed.plan.tests.length === 0) return failed;
  const changed = await leaveChanged(failed.plan, since === "" ? void 0 : since);
  return { plan: changed.plan, reasons: [...failed.reasons, ...changed.reasons] };
}
function leaveFailed(whole, args, cwd) {
  if (args.value("shard") !== void 0)
    throw new UsageError("--failed takes the tests of the last run, which were a shard already: leave out --shard.");
  const name = args.value("out") ?? "qdt-results";
  const last = lastFailures(lastResults(resolve(cwd, name), name));
  const { ids, tests } = last;
  if (ids.length === 0)
    return { plan: none, reasons: [`all ${counted(tests, "test")} of the last run (${name}) were as expected`] };
  const plan = only(whole, (planned) => last.wasNotOk({ id: planned.id, cell: planned.cell.id }));
  if (plan.tests.length > 0)
    return { plan, reasons: [`${shareOf(plan, whole)} not as expected in the last run (${name})`] };
  throw new UsageError(
    `--failed: ${counted(ids.length, "test")} of the last run (${name}) ${ids.length === 1 ? "was" : "were"} not as expected, but none of them is among the ${whole.tests.length} selected: ${someOf(ids)}.`
  );
}
function lastResults(directory, name) {
  const last = readLastRun(directory, name);
  switch (last.kind) {
    case "results":
      return last.results;
    case "problem":
      throw new UsageError(`--failed: ${last.message}`);
    case "nothing":
      throw new UsageError(
        `--failed: expected the results of an earlier run in ${name}, found none. Run the tests without --failed first, or name the directory of an earlier run with --out.`
      );
  }
}
async function leaveChanged(whole, since) {
  const { isWanted, files, outside } = await askGit(whole.tests, since);
  const when = since === void 0 ? "since the last commit" : `since ${since}`;
  const unknown = outside.length === 0 ? "" : `; not in a Git repository, so taken as unchanged: ${someOf(outside)}`;
  const plan = only(whole, isWanted);
  const changed = `${counted(files, "file")} changed ${when}`;
  if (plan.tests.length === 0)
    return { plan, reasons: [`${changed}, and no selected test is made of any of them${unknown}`] };
  return {
    plan,
    reasons: [`${shareOf(plan, whole)} made of something that changed ${when} (${counted(files, "file")})${unknown}`]
  };
}
async function askGit(tests, since) {
  try {
    const changed = await changedTests(tests, since);
    const homeless = tests.find(({ test }) => changed.outside.includes(test.directory));
    if (homeless === void 0) return changed;
    throw new GitRefused(`${homeless.suite.directory} is not in a Git repository`);
  } catch (error) {
    if (error instanceof GitRefused) throw new UsageError(`--changed: ${error.message}.`);
    throw error;
  }
}
var none = { cells: [], tests: [] };
function only({ cells, tests }, isWanted) {
  const left = tests.filter(isWanted);
  return { cells: cells.filter((cell) => left.some((planned) => planned.cell === cell)), tests: left };
}
function shareOf(part, whole) {
  return `${part.tests.length} of ${counted(whole.tests.length, "test")}:`;
}
var maxNamed = 5;
function someOf(names) {
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "";
  return names.slice(0, maxNamed).join(", ") + more;
}
function counted(count, noun) {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

export {
  narrowPlan
};
