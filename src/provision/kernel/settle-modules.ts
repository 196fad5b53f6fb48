import { join } from 'node:path';
import { movePath } from '../../host/files/file-changes.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';

/** Where a system below `root` has its modules: without and with merged /usr. */
export function modulesPlaces(root: string): readonly [settled: string, merged: string] {
  return [join(root, 'lib/modules'), join(root, 'usr/lib/modules')];
}

/**
 * Gives the modules one place, `lib/modules/RELEASE`, whether or not the archives use the merged /usr; one package may,
 * and another not. The directory must hold no links that lead out of it. @returns the place relative to `directory`;
 * undefined: there are none
 */
export function settleModules(directory: string, root: string, release: string): string | undefined {
  const [settled, merged] = modulesPlaces(root).map((place) => join(place, release));
  if (settled === undefined || merged === undefined) throw new Error('Internal error: two paths became none');
  if (kindOfFile(join(directory, merged)) === 'directory') mergeInto(join(directory, merged), join(directory, settled));
  return kindOfFile(join(directory, settled)) === 'directory' ? settled : undefined;
}

/** Where a file is once the modules have been given their place. */
export function settledPath(path: string, root: string): string {
  const [settled, merged] = modulesPlaces(root);
  return path.startsWith(`${merged}/`) ? `${settled}${path.slice(merged.length)}` : path;
}

/** Moves what a directory holds into another one. A file that both have is that of the first. */
function mergeInto(from: string, to: string): void {
  makeDirectory(to);
  for (const { name, kind } of filesIn(from)) {
    const there = kindOfFile(join(to, name));
    if (kind === 'directory' && there === 'directory') mergeInto(join(from, name), join(to, name));
    else {
      if (there !== 'nothing') removeTree(join(to, name));
      movePath(join(from, name), join(to, name));
    }
  }
  removeTree(from);
}
