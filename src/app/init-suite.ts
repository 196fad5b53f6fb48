import { join, relative } from 'node:path';
import { createFileAt } from '../host/files/file-changes.ts';
import { filesIn, kindOfFile, readTextIfThere } from '../host/files/file-facts.ts';
import { starterSuite } from '../suite/starter-suite.ts';
import { RunRefused } from './load-suites.ts';

/** A suite that was written. */
export interface WrittenSuite {
  /** Absolute. */
  readonly directory: string;
  /** Relative to the directory. */
  readonly files: readonly string[];
  /** The directory in `info/modules`, absolute; undefined: none was found. */
  readonly modules: string | undefined;
}

/** The name of the suite in the directory of a driver. */
const suiteName = 'qdt';

/**
 * Writes a suite to start from. In a directory with the sources of a module, it becomes a sub-directory; any other
 * directory becomes the suite itself, for the module that the directory above builds. @param directory absolute @throws
 * RunRefused when something is there already; nothing was written then @throws SystemError
 */
export function initSuite(directory: string): WrittenSuite {
  const kind = kindOfFile(directory);
  if (kind !== 'nothing' && kind !== 'directory')
    throw new RunRefused(`${directory}: expected a directory, or nothing, found a file.`);
  const isDriver = kind === 'directory' && buildsModules(directory);
  const suite = isDriver ? join(directory, suiteName) : directory;
  refuseExisting(suite);
  const modules = isDriver ? directory : modulesAbove(suite);
  const files = starterSuite(modules === undefined ? undefined : relative(suite, modules));
  for (const { path, text, isExecutable } of files) createFileAt(join(suite, path), text, isExecutable);
  return { directory: suite, files: files.map(({ path }) => path), modules };
}

function modulesAbove(suite: string): string | undefined {
  const above = join(suite, '..');
  return buildsModules(above) ? above : undefined;
}

/** An empty directory is as good as none. */
function refuseExisting(suite: string): void {
  const kind = kindOfFile(suite);
  const there = kind === 'directory' ? filesIn(suite).map(({ name }) => join(suite, name))[0] : suite;
  if (kind === 'nothing' || there === undefined) return;
  throw new RunRefused(
    `${there} is there already, and nothing was written. ` +
      'init writes into a directory that is empty or does not exist.',
  );
}

/** A Makefile may be that of any program. Only one of kbuild names modules. */
function buildsModules(directory: string): boolean {
  if (kindOfFile(join(directory, 'dkms.conf')) === 'file') return true;
  return ['Kbuild', 'Makefile'].some((name) =>
    /^\s*obj-|\bobj-[m$]/m.test(readTextIfThere(join(directory, name)) ?? ''),
  );
}
