import { join } from 'node:path';
import { linkTo, writeProgramAt } from '../../host/files/file-changes.ts';
import { filesBelow, filesIn } from '../../host/files/file-facts.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import { isDynamicProgram } from './front-programs.ts';
import { type LauncherRoot, launcherScript } from './launcher.ts';

/** Where programs are started from: the root of a toolchain, and how that root starts programs. */
export interface ProgramStarter {
  /** Absolute. */
  readonly root: string;
  readonly linker: LauncherRoot;
}

/**
 * Makes a directory that looks like another one, with a launcher in the place of every program. Everything else is a
 * link, so the other one stays as it is. The paths are those of the moment: such a directory serves one build.
 */
export function mirrorPrograms(from: string, to: string, { root, linker }: ProgramStarter): void {
  makeDirectory(to);
  for (const { name, kind } of filesIn(from)) {
    const [original, copy] = [join(from, name), join(to, name)];
    if (kind === 'directory' && programsBelow(original).length > 0) mirrorPrograms(original, copy, { root, linker });
    else if (kind === 'file' && isDynamicProgram(original))
      writeProgramAt(copy, launcherScript({ ...linker, root, program: original }));
    else linkTo(original, copy);
  }
}

/** The programs of a directory that a dynamic linker starts, as absolute paths. */
export function programsBelow(directory: string): readonly string[] {
  return filesBelow(directory)
    .map((path) => join(directory, path))
    .filter(isDynamicProgram);
}
