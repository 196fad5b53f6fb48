import { relative } from 'node:path';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { narrowPlan } from '../command/narrowed-plan.ts';
import { oneOf, partOfPlan } from '../command/run-options.ts';
import { listPlan } from '../plan/list-plan.ts';
import { maxMatrixJobs, planJson, planMatrix } from '../plan/matrix.ts';
import type { Plan } from '../plan/plan.ts';
import { plainJson, plainLine, plainText } from '../text/escape-text.ts';
import { listKernelsCommand } from './list-kernels.ts';
import { readPlan } from './planned-suites.ts';

const formats = ['text', 'json', 'matrix'] as const;

/** `list SUITE…`: the plan on standard output, and on standard error why it is only a part; or `list --kernels`. */
export async function listCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  if (args.flag('kernels')) return await listKernelsCommand(args, host);
  const format = oneOf('--format', formats, args.value('format')) ?? 'text';
  const shards = shardCount(args.value('shards'));
  if (shards !== undefined && format !== 'matrix')
    throw new UsageError('--shards sets the max jobs per cell of a matrix: it needs --format matrix.');
  if (format === 'matrix' && args.value('shard') !== undefined)
    throw new UsageError('--format matrix makes the shards itself: use --shards N instead of --shard.');
  if (format === 'matrix' && args.values('smoke').length > 0)
    throw new UsageError('--format matrix names suites, and --smoke is none: give the modules to a job of their own.');
  const { plan: whole, reasons } = await narrowPlan(readPlan(args, host), args, host);
  for (const reason of reasons) host.complain(`${plainLine(reason)}\n`);
  if (whole.tests.length === 0 && format === 'text') return 0;
  const { plan } = whole.tests.length === 0 ? { plan: whole } : partOfPlan(whole, args, host);
  host.write(`${render(format, plan, { shards: shards ?? 1, cwd: host.cwd })}\n`);
  return 0;
}

interface ListOptions {
  readonly shards: number;
  readonly cwd: string;
}

/** The matrix is one line, because a workflow uses it as an output. */
function render(format: (typeof formats)[number], plan: Plan, { shards, cwd }: ListOptions): string {
  switch (format) {
    case 'text':
      return listPlan(plan)
        .map((line) => plainText(line).replaceAll('\n', ' '))
        .join('\n');
    case 'json':
      return plainJson(planJson(plan), 2);
    case 'matrix': {
      const matrix = planMatrix(plan, shards, ({ directory }) => relative(cwd, directory) || '.');
      if (matrix.include.length > maxMatrixJobs)
        throw new UsageError(
          `--format matrix: expected at most ${maxMatrixJobs} jobs, the limit of GitHub, ` +
            `found ${matrix.include.length}. Use fewer kernels, machines or --shards.`,
        );
      return plainJson(matrix);
    }
  }
}

function shardCount(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new UsageError(`--shards: expected a whole number from 1 to 999, found ${JSON.stringify(given)}.`);
  return Number(given);
}
