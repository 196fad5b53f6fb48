import { basename, dirname, join, relative } from 'node:path';
import { hasInterpreter } from '../../binary/elf-interpreter.ts';
import { isExecutableFile } from '../../host/environment.ts';
import { openForReading } from '../../host/files/disk-file.ts';
import { movePath, writeProgramAt } from '../../host/files/file-changes.ts';
import { filesBelow, filesIn, kindOfFile, realPath } from '../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { type LauncherRoot, launcherScript } from './launcher.ts';

/**
 * Puts a launcher in the place of every program of a root, so that programs which start one another (gcc, cc1, as, ld)
 * all run with the root's own libraries. The programs go to a directory beside their own, so that their ways to other
 * files stay right: `usr/bin/make` starts `usr/bin.elf/make`.
 */
export function frontPrograms(root: string, linker: LauncherRoot): void {
  const programs = new Set(filesBelow(root).filter((path) => isDynamicProgram(join(root, path))));
  for (const path of programs) {
    const moved = join(root, movedProgram(path));
    makeDirectory(dirname(moved));
    movePath(join(root, path), moved);
    writeLauncher(root, path, path, linker);
  }
  frontLinks(root, programs, linker);
}

/** A library that can be started (libc.so.6) is no program, and its name is known to others. */
export function isDynamicProgram(path: string): boolean {
  if (/\.so(\.[\d.]+)?$/.test(path) || !isExecutableFile(path)) return false;
  using file = openForReading(path);
  return hasInterpreter((offset, lengthBytes) => file.read(offset, lengthBytes));
}

/** A launcher goes by its own directory, so a link from another directory would lead it astray. */
function frontLinks(root: string, programs: ReadonlySet<string>, linker: LauncherRoot): void {
  for (const path of linksBelow(root)) {
    const link = join(root, path);
    if (kindOfFile(link) !== 'file') continue;
    const target = relative(root, realPath(link));
    if (!programs.has(target) || dirname(target) === dirname(path)) continue;
    removeTree(link);
    writeLauncher(root, path, target, linker);
  }
}

function writeLauncher(root: string, path: string, program: string, linker: LauncherRoot): void {
  const launch = { ...linker, root: relative(dirname(path), '') || '.', program: movedProgram(program) };
  const isClang = basename(program).startsWith('clang');
  writeProgramAt(join(root, path), launcherScript(isClang ? { ...launch, before: byName } : launch));
}

/**
 * clang looks for its files beside what the kernel says was started, and that is the dynamic linker. With this option
 * it goes by its name. It starts itself with -cc1, which has to come first.
 */
const byName = 'case "${1-}" in -cc1*) ;; *) set -- -no-canonical-prefixes "$@" ;; esac';

function movedProgram(path: string): string {
  return join(`${dirname(path)}.elf`, basename(path));
}

function linksBelow(root: string, prefix = ''): string[] {
  return filesIn(join(root, prefix)).flatMap(({ name, kind }) => {
    const path = join(prefix, name);
    return kind === 'directory' ? linksBelow(root, path) : kind === 'link' ? [path] : [];
  });
}
