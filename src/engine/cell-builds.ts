import { join } from 'node:path';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { CompilerMessages } from '../provision/modules/compiler-messages.ts';
import type { ModuleBuild } from '../provision/provisioned.ts';
import type { BuildResult } from '../results/results.ts';
import type { Suite } from '../suite/suite.ts';
import type { CellSupplies } from './supplies.ts';

/** The build of a suite's modules for a cell that has something to tell: it failed, or the compiler warned. */
export interface ToldBuild {
  readonly suite: Suite;
  readonly build: ModuleBuild;
  readonly said: CompilerMessages;
  /** `CELL/SUITE/build.log` */
  readonly log: string;
}

export function toldBuilds(cell: Cell, { builds }: CellSupplies): readonly ToldBuild[] {
  return [...builds].flatMap(([suite, build]) =>
    build.kind === 'failed' || build.said.warnings > 0
      ? [{ suite, build, said: build.said, log: buildLogPath(cell, suite) }]
      : [],
  );
}

/** Relative to the results directory. */
function buildLogPath(cell: Cell, suite: Suite): string {
  return join(cell.id, suite.name, 'build.log');
}

/** The builds of a cell for its results. */
export function buildResults(cell: Cell, supplies: CellSupplies): readonly BuildResult[] {
  return toldBuilds(cell, supplies).map(({ suite, build, said, log }) => ({
    suite: suite.name,
    outcome: build.kind,
    log,
    ...said,
  }));
}

/** What built the modules of a cell: one compiler for all of a kernel; undefined: there are none. */
export function compilerOf({ builds }: Pick<CellSupplies, 'builds'>): string | undefined {
  return [...builds.values()][0]?.compiler;
}

/** The failed build because of which a test has no modules to test. */
export function failedBuild(
  { suite, cell }: Pick<PlannedTest, 'suite' | 'cell'>,
  { builds }: CellSupplies,
): { readonly build: Extract<ModuleBuild, { kind: 'failed' }>; readonly log: string } | undefined {
  const build = builds.get(suite);
  return build?.kind === 'failed' ? { build, log: buildLogPath(cell, suite) } : undefined;
}
