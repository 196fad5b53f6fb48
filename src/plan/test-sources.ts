import { join } from 'node:path';
import { isWithin } from '../suite/reading.ts';
import { devicesOf } from './device-args.ts';
import { localPath } from './fetched-kernel-id.ts';
import type { KernelSpec, PlannedTest } from './plan.ts';

/** What a test is made of. All paths are absolute, as the suite's author reaches them; they need not exist. */
export interface TestSources {
  /** Files and directories. A change of one, or of something below it, can change the test's verdict. */
  readonly paths: readonly string[];
  /** Directories that belong to other tests of the suite, even where they lie below one of `paths`. */
  readonly others: readonly string[];
}

/** The files that a model consists of, the model's own among them, or a directory that holds them. */
export type FilesOfModel = (modelPath: string) => readonly string[];

/** All that a test is made of: its directory, the suite's parts, and what both name. */
export function sourcesOf(planned: PlannedTest, filesOfModel: FilesOfModel): TestSources {
  const { suite, test } = planned;
  // The suite of `smoke` is a part of the program.
  if (suite.smokeOf !== undefined)
    return { paths: [...suite.moduleDirectories, ...filesOfMachine(planned)], others: [] };
  return {
    paths: [
      test.directory,
      ...test.linked,
      ...['info', 'setup', 'teardown', 'lib'].map((name) => join(suite.directory, name)),
      ...suite.linked,
      ...suite.moduleDirectories,
      ...devicesOf(planned).flatMap(({ path }) => filesOfModel(path)),
      ...filesOfMachine(planned),
    ],
    others: suite.tests.map(({ directory }) => directory).filter((directory) => directory !== test.directory),
  };
}

/** Whether a change of `path` can change the verdict. Where several paths are above it, the nearest one decides. */
export function isMadeOf({ paths, others }: TestSources, path: string): boolean {
  const own = lengthOfNearest(paths, path);
  return own >= 0 && own >= lengthOfNearest(others, path);
}

/** A kernel, a QEMU and a disk image that are files of the user's. */
function filesOfMachine({ cell: { kernel, qemu }, diskImage }: PlannedTest): readonly string[] {
  return [...filesOfKernel(kernel), qemu.kind === 'path' ? qemu.path : undefined, fileOfDisk(diskImage)].filter(
    (path) => path !== undefined,
  );
}

function fileOfDisk(disk: PlannedTest['diskImage']): string | undefined {
  if (disk?.kind === 'path') return disk.path;
  return disk?.kind === 'file' ? localPath(disk.file) : undefined;
}

function filesOfKernel(kernel: KernelSpec): readonly (string | undefined)[] {
  switch (kernel.kind) {
    case 'path':
      return [kernel.image, kernel.modules];
    case 'packages':
      return kernel.files.map(localPath);
    case 'image':
      return [localPath(kernel.file)];
    case 'distribution':
    case 'container':
      return [];
    case 'source':
      return kernel.source.kind === 'tree' ? [kernel.source.path, kernel.source.config] : [];
  }
}

/** -1: none of the paths is the given one, or above it. */
function lengthOfNearest(paths: readonly string[], path: string): number {
  return Math.max(-1, ...paths.filter((candidate) => isWithin(path, candidate)).map(({ length }) => length));
}
