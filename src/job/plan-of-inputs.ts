import type { Installation } from '../app/installation.ts';
import { type AskedSuites, loadAskedSuites } from '../app/smoke-suite.ts';
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
  readonly installation: Pick<Installation, 'smokeDirectory'>;
}

/** Builds the plan from the inputs, before anything is fetched. @throws InputError @throws SuitesInvalid */
export function planOfInputs({ table, args, workspace, installation }: AskedPlan): PlanPart {
  const { suites: paths, tests: named } = suiteOperands(args.operands, workspace);
  const { smokeDirectory } = installation;
  const suites = readSuites({ paths, smokeDirectory, modules: args.values('smoke') }, workspace);
  const options = namingInputs(table, () => planOptions(args, workspace));
  const built = buildPlan({ suites, named, ...options });
  if (built.kind === 'plan') return namingInputs(table, () => partOfPlan(built.plan, args, { cwd: workspace }));
  throw new InputError(
    'suite, modules, kernels, machines, tests or tags',
    built.problems.map(formatPlanProblem).join('\n'),
  );
}

function readSuites(asked: AskedSuites, workspace: string): readonly Suite[] {
  const loaded = loadAskedSuites(asked, workspace);
  if (loaded.kind === 'suites') return loaded.suites;
  throw new SuitesInvalid(loaded.problems);
}
