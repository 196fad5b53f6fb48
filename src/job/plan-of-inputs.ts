import { loadSuites } from '../app/load-suites.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { partOfPlan, planOptions, type PlanPart } from '../command/run-options.ts';
import { suiteOperands } from '../command/suite-operands.ts';
import { buildPlan } from '../plan/build-plan.ts';
import { formatPlanProblem } from '../plan/plan-problem.ts';
import type { Suite, SuiteProblem } from '../suite/suite.ts';
import { type InputEntry, InputError } from './input.ts';
import { namingInputs } from './run-words.ts';

/** The suites are invalid. Each CI system shows the problems on their lines in its own way. */
export class SuitesInvalid extends Error {
  override readonly name = 'SuitesInvalid';
  readonly problems: readonly SuiteProblem[];

  constructor(problems: readonly SuiteProblem[]) {
    super('The suites are invalid.');
    this.problems = problems;
  }
}

export interface AskedPlan {
  readonly table: readonly InputEntry[];
  readonly args: ParsedArguments;
  /** The checkout; absolute. */
  readonly workspace: string;
}

/** Builds the plan from the inputs, before anything is fetched. @throws InputError @throws SuitesInvalid */
export function planOfInputs({ table, args, workspace }: AskedPlan): PlanPart {
  const { suites: paths, tests: named } = suiteOperands(args.operands, workspace);
  const suites = readSuites(paths, workspace);
  const options = namingInputs(table, () => planOptions(args, workspace));
  const built = buildPlan({ suites, named, ...options });
  if (built.kind === 'plan') return namingInputs(table, () => partOfPlan(built.plan, args, { cwd: workspace }));
  throw new InputError('suite, kernels, machines, tests or tags', built.problems.map(formatPlanProblem).join('\n'));
}

function readSuites(paths: readonly string[], workspace: string): readonly Suite[] {
  const loaded = loadSuites(paths, workspace);
  if (loaded.kind === 'suites') return loaded.suites;
  throw new SuitesInvalid(loaded.problems);
}
