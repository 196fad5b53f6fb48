import { join, relative } from 'node:path';
import { type ToldBuild, toldBuilds } from '../engine/cell-builds.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { copyFileTo, writeFileAt } from '../host/files/file-changes.ts';
import { makeDirectory } from '../host/files/scratch-directory.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import { compilerWords } from '../provision/modules/compiler-messages.ts';

export interface BuildReport {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly listener: RunListener;
  readonly outDirectory: string;
  /** Shown paths are relative to it. */
  readonly cwd: string;
}

interface PlacedBuild extends ToldBuild {
  readonly kernel: string;
}

/**
 * Keeps the output of each build that failed or had warnings with the results of its cell. A failed build is shown as
 * the compiler wrote it; warnings are counted, and the first one is shown.
 */
export function reportBuilds({ plan, supplies, listener, outDirectory, cwd }: BuildReport): void {
  const shownPath = (log: string): string => relative(cwd, join(outDirectory, log));
  const told = plan.cells.flatMap((cell): readonly PlacedBuild[] => {
    const own = supplies.get(cell);
    return own === undefined ? [] : toldBuilds(cell, own).map((build) => ({ ...build, kernel: cell.kernel.text }));
  });
  for (const one of told) keepLog(one, outDirectory);
  const shown = new Set<unknown>();
  for (const one of told) {
    const { suite, build, kernel, log } = one;
    // The cells of one kernel share its build.
    if (shown.has(build)) continue;
    shown.add(build);
    if (build.kind === 'failed')
      listener({
        kind: 'build-failed',
        suite: suite.name,
        kernel,
        directory: build.directory,
        output: build.output,
        log: shownPath(log),
      });
  }
  for (const group of sameWarnings(told)) listener({ kind: 'warning', message: warningWords(group, shownPath) });
}

function keepLog({ build, log }: ToldBuild, outDirectory: string): void {
  const path = join(outDirectory, log);
  if (build.kind === 'failed') {
    writeFileAt(path, `${build.compiler}\n${build.command}\n${build.output}`);
  } else if (build.log !== undefined) {
    makeDirectory(join(path, '..'));
    copyFileTo(build.log, path);
  }
}

/** A suite that has the same warnings for several kernels tells them once. */
function sameWarnings(told: readonly PlacedBuild[]): readonly (readonly PlacedBuild[])[] {
  const groups = new Map<string, PlacedBuild[]>();
  for (const one of told) {
    if (one.build.kind === 'failed' || one.said.warnings === 0) continue;
    const key = JSON.stringify([one.suite.directory, one.said]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function warningWords(group: readonly PlacedBuild[], shownPath: (log: string) => string): string {
  const [one] = group;
  const first = one?.said.messages[0];
  if (one === undefined || first === undefined) return '';
  const { warnings } = one.said;
  const kernels = [...new Set(group.map(({ kernel }) => kernel))].join(', ');
  const count = warnings === 1 ? '1 compiler warning' : `${warnings} compiler warnings, the first`;
  const place = `All of the output: ${shownPath(one.log)}`;
  return `${one.suite.name} for ${kernels} has ${count}: ${compilerWords(first)}. ${place}`;
}
