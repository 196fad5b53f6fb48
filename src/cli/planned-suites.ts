import { loadSuites } from '../app/load-suites.ts';
import { problemText } from '../app/problem-text.ts';
import { buildPlan } from '../plan/build-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';
import { planOptions } from './run-options.ts';

/** The suites named on the command line. @throws UsageError with every problem of every one. */
export function readSuites(args: ParsedArguments, { cwd }: CommandHost): readonly Suite[] {
  if (args.operands.length === 0)
    throw new UsageError(
      'Name at least one suite: a directory whose sub-directories hold a run. docs/suite-format.md describes it.',
    );
  const loaded = loadSuites(args.operands, cwd);
  if (loaded.kind === 'suites') return loaded.suites;
  throw new UsageError(problemsText(loaded.problems, cwd));
}

export function problemsText(problems: readonly SuiteProblem[], cwd: string): string {
  const count = problems.length;
  return [
    ...problems.map((problem) => problemText(problem, cwd)),
    '',
    `${count} ${count === 1 ? 'problem' : 'problems'}; nothing was run.`,
  ].join('\n');
}

/** What the options make of the suites. @throws UsageError */
export function readPlan(args: ParsedArguments, host: CommandHost): Plan {
  const built = buildPlan({ suites: readSuites(args, host), ...planOptions(args, host.cwd) });
  if (built.kind === 'plan') return built.plan;
  throw new UsageError(built.problems.map(formatPlanProblem).join('\n'));
}
