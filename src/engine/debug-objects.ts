import { basename, dirname, join } from 'node:path';
import { filesBelow, kindOfFile } from '../host/file-facts.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import { moduleName } from '../provision/module-closure.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import { kernelIdentity } from '../symbols/kernel-identity.ts';
import { hasDebugLines } from '../symbols/symbolizer.ts';
import type { CellSupplies } from './supplies.ts';

/**
 * Modules that a test can load, by name: those that were built, and those in its data. Two of one name are none:
 * nothing says which of them was loaded.
 */
export function modulesOfTest({ suite, test }: PlannedTest, { builds }: CellSupplies): ReadonlyMap<string, string> {
  const build = builds.get(suite);
  const { dataDirectory } = test;
  const shipped =
    dataDirectory === undefined
      ? []
      : filesBelow(dataDirectory)
          .filter((path) => path.endsWith('.ko'))
          .map((path) => join(dataDirectory, path));
  const all = [...(build?.kind === 'built' ? build.debugModules : []), ...shipped];
  const counts = new Map<string, number>();
  for (const path of all) counts.set(moduleName(path), (counts.get(moduleName(path)) ?? 0) + 1);
  return new Map(all.map((path) => [moduleName(path), path] as const).filter(([name]) => counts.get(name) === 1));
}

/**
 * The kernel with debug information: the image itself, or a `vmlinux` beside it or at the top of its build tree, if it
 * is of the same build. Undefined: there is none. Distributions' kernels come without.
 */
export function debugKernel({ kernel: spec }: Cell, kernel: Pick<KernelImage, 'release'>): string | undefined {
  if (spec.kind !== 'path') return undefined;
  const directory = dirname(spec.image);
  const beside = [
    join(directory, 'vmlinux'),
    join(directory, `vmlinux-${kernel.release}`),
    ...(basename(directory) === 'boot' ? [join(directory, '../../../vmlinux')] : []),
  ];
  const own = kernelIdentity(spec.image);
  return [spec.image, ...beside].find(
    (path) =>
      kindOfFile(path) === 'file' &&
      (path === spec.image || (own !== undefined && kernelIdentity(path) === own)) &&
      hasDebugLines(path),
  );
}
