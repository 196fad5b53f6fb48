import { basename, dirname, join } from 'node:path';
import { linkTo, writeFileAt } from '../../host/files/file-changes.ts';
import { filesIn, kindOfFile, readTextIfThere, realPath } from '../../host/files/file-facts.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import type { ModuleCompiler } from '../compiler/module-compiler.ts';
import { programDirectories } from '../compiler/program-starter.ts';
import { buildDirectoryOf } from '../kernel/headers.ts';
import type { KernelHeaders } from '../provisioned.ts';
import { mirrorPrograms, type ProgramStarter } from '../toolchain/mirror-programs.ts';

/**
 * The kernel's build directory. That of unpacked headers includes another Makefile by its installed path, so it works
 * only with `-f`, which no driver's Makefile passes. Such headers get a directory at `place` with links to everything
 * and a Makefile of its own. Where the host cannot start the headers' programs, it also has launchers for them.
 */
export function provideKernelDirectory(headers: KernelHeaders, { starter }: ModuleCompiler, place: string): string {
  const { unpackedRoot } = headers;
  const own = buildDirectoryOf(headers);
  if (unpackedRoot === undefined) return own;
  const makefile = readTextIfThere(join(own, 'Makefile')) ?? '';
  const included = /^include (\/\S+)$/m.exec(makefile)?.[1];
  const shared = included === undefined ? undefined : dirname(join(unpackedRoot, included));
  makeDirectory(place);
  for (const { name } of filesIn(own)) {
    if (name === 'Makefile') continue;
    if (shared !== undefined && headerDirectories.includes(name)) linkBoth([own, shared], place, name);
    else linkPart(join(own, name), join(place, name), starter);
  }
  const moved = makefile
    .replaceAll(/^include (\/\S+)$/gm, `include ${unpackedRoot}$1`)
    .replaceAll(/^KBUILD_OUTPUT=.*$/gm, `KBUILD_OUTPUT=${place}`);
  writeFileAt(join(place, 'Makefile'), moved);
  return place;
}

/**
 * Headers are in two directories, the kernel-specific and the shared one. Scripts of drivers look for
 * `include/linux/….h` in the one that they know.
 */
const headerDirectories = ['include', 'arch'];

/** Links what is at `path` in either place. A directory that is in both becomes one with the parts of both. */
function linkBoth(places: readonly [own: string, shared: string], target: string, path: string): void {
  const there = places.map((place) => join(place, path)).filter((candidate) => kindOfFile(candidate) !== 'nothing');
  const [first, second] = there;
  if (first === undefined) return;
  if (second === undefined || there.some((candidate) => kindOfFile(candidate) !== 'directory')) {
    linkTo(first, join(target, path));
    return;
  }
  makeDirectory(join(target, path));
  const names = new Set(there.flatMap((directory) => filesIn(directory).map(({ name }) => name)));
  for (const name of names) linkBoth(places, target, join(path, name));
}

function linkPart(from: string, to: string, starter: ProgramStarter | undefined): void {
  if (starter !== undefined && programDirectories.includes(basename(from))) mirrorPrograms(realPath(from), to, starter);
  else linkTo(from, to);
}
