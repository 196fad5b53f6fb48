import { resolve } from 'node:path';
import { problemText } from '../app/load-suites.ts';
import { loadAskedSuites } from '../app/smoke-suite.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { planOptions } from '../command/run-options.ts';
import { suiteOperands } from '../command/suite-operands.ts';
import { readInput } from '../host/files/read-text.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import type { Plan } from '../plan/plan.ts';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import { plainJson, plainLine } from '../text/escape-text.ts';

/** A parser that receives the text of a file piece by piece. */
export interface FileParser {
  readonly push: (text: string) => void;
  /** The fields that are printed next to the file's name. */
  readonly end: () => Readonly<Record<string, unknown>>;
}

/** A file that cannot be read is a mistake of the user, like a wrong option: exit status 2. */
const someUnreadable = 2;

/**
 * Prints one JSON object per line and file, in the order given. A file that cannot be read is reported on standard
 * error; the other files still get their lines.
 */
export async function parseFiles(
  args: ParsedArguments,
  host: CommandHost,
  createParser: () => FileParser,
): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('Name at least one file, or - for standard input.');
  let exitStatus = 0;
  for (const file of args.operands) {
    const parser = createParser();
    const outcome = await readInput(file === '-' ? file : resolve(host.cwd, file), parser.push);
    if (outcome.kind === 'read') {
      host.write(`${plainJson({ file, ...parser.end() })}\n`);
    } else {
      host.complain(`${plainLine(`${file}: ${outcome.reason}`)}\n`);
      exitStatus = someUnreadable;
    }
  }
  return exitStatus;
}

/** Suites, and the paths of tests that are named themselves. */
export interface SuitesRead {
  readonly suites: readonly Suite[];
  readonly named: readonly string[];
}

/** Loads the suites named on the command line. @throws UsageError that lists every problem of every suite */
export function readSuites(args: ParsedArguments, { cwd, installation }: CommandHost): SuitesRead {
  const modules = args.values('smoke');
  if (args.operands.length === 0 && modules.length === 0)
    throw new UsageError(
      'Name at least one suite: a directory whose sub-directories hold a run. docs/suite-format.md describes it.',
    );
  const { suites, tests } = suiteOperands(args.operands, cwd);
  const loaded = loadAskedSuites({ ...installation, paths: suites, modules }, cwd);
  if (loaded.kind === 'suites') return { suites: loaded.suites, named: tests };
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

/** Builds the plan from the suites and the options. @throws UsageError */
export function readPlan(args: ParsedArguments, host: CommandHost): Plan {
  const built = buildPlan({ ...readSuites(args, host), ...planOptions(args, host.cwd) });
  if (built.kind === 'plan') return built.plan;
  throw new UsageError(built.problems.map(formatPlanProblem).join('\n'));
}
