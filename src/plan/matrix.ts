import type { Suite } from '../suite/suite.ts';
import { shellJoin } from '../text/shell-quote.ts';
import type { Cell, Plan } from './plan.ts';

/** GitHub's limit of jobs per matrix. */
export const maxMatrixJobs = 256;

/** A job of a matrix: `run SUITES --kernel KERNEL --machine MACHINE --shard SHARD`. */
export interface MatrixJob {
  /** Valid in an artifact's name, and unique to the job. */
  readonly name: string;
  /** Directories, as arguments of `run`. */
  readonly suites: readonly string[];
  /** Value of --kernel. */
  readonly kernel: string;
  /** Value of --machine. */
  readonly machine: string;
  /** Value of --shard: `1/2`. */
  readonly shard: string;
  /** Id of the cell in the job's results. */
  readonly cell: string;
}

/**
 * A plan as a GitHub matrix, `{"include": […]}`: kernels × machines × up to `shards` shards. No shard is empty: a cell
 * with fewer tests gets fewer shards. `pathOf` makes the argument of `run` for a suite.
 */
export function planMatrix(
  { cells, tests }: Plan,
  shards: number,
  pathOf: (suite: Suite) => string,
): { readonly include: readonly MatrixJob[] } {
  const jobs = cells.flatMap((cell) => {
    const own = tests.filter((test) => test.cell === cell);
    const count = Math.min(shards, own.length);
    const suites = [...new Set(own.map(({ suite }) => suite))].map(pathOf);
    return Array.from({ length: count }, (_, index) => jobOf(cell, suites, `${index + 1}/${count}`));
  });
  return { include: jobs };
}

function jobOf(cell: Cell, suites: readonly string[], shard: string): MatrixJob {
  const { name, args } = cell.machine;
  return {
    name: `${cell.id}-${shard.replace('/', '-of-')}`,
    suites,
    kernel: cell.kernel.text,
    machine: `${name}=${shellJoin(args)}`,
    shard,
    cell: cell.id,
  };
}

/** A plan as data for programs. */
export function planJson({ cells, tests }: Plan): unknown {
  return {
    cells: cells.map(({ id, kernel, machine, qemu, arch }) => ({
      id,
      kernel: kernel.text,
      machine: { name: machine.name, args: machine.args },
      qemu: qemu.text,
      arch,
    })),
    tests: tests.map(({ id, cell, test, timeoutMs }) => ({
      id,
      cell: cell.id,
      description: test.description,
      timeoutMs,
      expectsFailure: test.expectation.kind !== 'pass',
      tags: test.tags,
      ...(test.row === undefined ? {} : { parameters: Object.fromEntries(test.row.variables) }),
    })),
  };
}
