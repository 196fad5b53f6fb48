import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  buildPlan,
  problemText
} from "./chunk-C67V5NHE.mjs";
import {
  formatPlanProblem,
  loadSuites,
  planOptions
} from "./chunk-3FZOQBE2.mjs";
import {
  UsageError
} from "./chunk-LOPOJU6Y.mjs";

// src/cli/planned-suites.ts
function readSuites(args, { cwd }) {
  if (args.operands.length === 0)
    throw new UsageError(
      "Name at least one suite: a directory whose sub-directories hold a run. docs/suite-format.md describes it."
    );
  const loaded = loadSuites(args.operands, cwd);
  if (loaded.kind === "suites") return loaded.suites;
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
  const built = buildPlan({ suites: readSuites(args, host), ...planOptions(args, host.cwd) });
  if (built.kind === "plan") return built.plan;
  throw new UsageError(built.problems.map(formatPlanProblem).join("\n"));
}

export {
  readSuites,
  problemsText,
  readPlan
};
