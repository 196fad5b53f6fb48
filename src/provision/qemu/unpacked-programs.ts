import { join } from 'node:path';
import { asObject } from '../../bounds/parse-json.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';

/** Where an unpacked distribution root keeps its dynamic linker and libraries, relative to it. */
export interface UnpackedRoot {
  readonly loader: string;
  readonly libraries: readonly string[];
}

const triplet = 'x86_64-linux-gnu';
const loaderName = 'ld-linux-x86-64.so.2';
/** Before and after the merge of /lib into /usr/lib. */
const libraryRoots = [`usr/lib/${triplet}`, `lib/${triplet}`];

/** Looks at a freshly unpacked root; undefined when it has no dynamic linker. */
export function examineUnpacked(root: string): UnpackedRoot | undefined {
  const loader = libraryRoots
    .map((directory) => join(directory, loaderName))
    .find((path) => kindOfFile(join(root, path)) === 'file');
  if (loader === undefined) return undefined;
  return {
    loader,
    libraries: libraryRoots
      .flatMap((directory) => [directory, ...withLibraries(root, directory)])
      .filter((path) => kindOfFile(join(root, path)) === 'directory'),
  };
}

/**
 * The command that starts a program of an unpacked root with that root's own dynamic linker and libraries, so that
 * what the host has installed does not matter.
 */
export function unpackedCommand(
  root: string,
  { loader, libraries }: UnpackedRoot,
  program: string,
): readonly [string, ...string[]] {
  const path = libraries.map((directory) => join(root, directory)).join(':');
  return [join(root, loader), '--inhibit-cache', '--library-path', path, join(root, program)];
}

/** Reads a stored description; undefined when it is not what this version writes. */
export function readUnpackedRoot(stored: unknown): UnpackedRoot | undefined {
  const { loader, libraries } = asObject(stored) ?? {};
  if (typeof loader !== 'string' || !Array.isArray(libraries)) return undefined;
  return libraries.every((path) => typeof path === 'string') ? { loader, libraries } : undefined;
}

/**
 * Private libraries lie one directory deeper; their users name that directory by its absolute path, which is not here.
 */
function withLibraries(root: string, directory: string): string[] {
  return filesIn(join(root, directory))
    .filter(({ kind }) => kind === 'directory')
    .map(({ name }) => join(directory, name))
    .filter((path) => filesIn(join(root, path)).some(({ name }) => /^lib.*\.so(\.|$)/.test(name)));
}
