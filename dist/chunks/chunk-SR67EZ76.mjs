import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  suiteOperands
} from "./chunk-L7CP2ILC.mjs";
import {
  buildPlan
} from "./chunk-RPYGVRGS.mjs";
import {
  loadAskedSuites,
  planOptions
} from "./chunk-PL3PYU5L.mjs";
import {
  readInput
} from "./chunk-YZWTKSKI.mjs";
import {
  formatPlanProblem,
  plainJson,
  plainLine,
  problemText
} from "./chunk-PP4HT45W.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";

// src/cli/planned-suites.ts
import { resolve } from "node:path";
var someUnreadable = 2;
async function parseFiles(args, host, createParser) {
  if (args.operands.length === 0) throw new UsageError("Name at least one file, or - for standard input.");
  let exitStatus = 0;
  for (const file of args.operands) {
    const parser = createParser();
    const outcome = await readInput(file === "-" ? file : resolve(host.cwd, file), parser.push);
    if (outcome.kind === "read") {
      host.write(`${plainJson({ file, ...parser.end() })}
`);
    } else {
      host.complain(`${plainLine(`${file}: ${outcome.reason}`)}
`);
      exitStatus = someUnreadable;
    }
  }
  return exitStatus;
}
function readSuites(args, { cwd, installation }) {
  const modules = args.values("smoke");
  if (args.operands.length === 0 && modules.length === 0)
    throw new UsageError(
      "Name at least one suite: a directory whose sub-directories hold a run. docs/suite-format.md describes it."
    );
  const { suites, tests } = suiteOperands(args.operands, cwd);
  const loaded = loadAskedSuites({ ...installation, paths: suites, modules }, cwd);
  if (loaded.kind === "suites") return { suites: loaded.suites, named: tests };
  throw new UsageError(problemsText(loaded.problems, cwd));
}
function problemsText(problems, cwd) {
  const count = problems.length;
  return [
    ...problems.map((problem) => problemText(problem, cwd)),
    "",
    `${count} ${count === 1 ? "problem" : "problems"}; nothing was run.`
  ].join("\n");
}
function readPlan(args, host) {
  const built = buildPlan({ ...readSuites(args, host), ...planOptions(args, host.cwd) });
  if (built.kind === "plan") return built.plan;
  throw new UsageError(built.problems.map(formatPlanProblem).join("\n"));
}

export {
  parseFiles,
  readSuites,
  problemsText,
  readPlan
};
