import { join } from 'node:path';
import { asObject } from '../../bounds/parse-json.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { hostsOwn } from '../apt/host-architecture.ts';

/** The dynamic linker and libraries of an unpacked root, relative to it. */
export interface UnpackedRoot {
  readonly loader: string;
  readonly libraries: readonly string[];
}

/** Without and with merged /usr. */
function libraryRoots(triplet: string): readonly string[] {
  return [`usr/lib/${triplet}`, `lib/${triplet}`];
}

/** Examines a freshly unpacked root; undefined when it has no dynamic linker. */
export function examineUnpacked(root: string): UnpackedRoot | undefined {
  const { triplet, dynamicLinker } = hostsOwn();
  const roots = libraryRoots(triplet);
  const loader = roots
    .map((directory) => join(directory, dynamicLinker))
    .find((path) => kindOfFile(join(root, path)) === 'file');
  if (loader === undefined) return undefined;
  return {
    loader,
    libraries: roots
      .flatMap((directory) => [directory, ...withLibraries(root, directory)])
      .filter((path) => kindOfFile(join(root, path)) === 'directory'),
  };
}

/**
 * The command that starts a program of an unpacked root with its own dynamic linker and libraries, independent of the
 * host's.
 */
export function unpackedCommand(
  root: string,
  { loader, libraries }: UnpackedRoot,
  program: string,
): readonly [string, ...string[]] {
  const path = libraries.map((directory) => join(root, directory)).join(':');
  return [join(root, loader), '--inhibit-cache', '--library-path', path, join(root, program)];
}

/** Parses a stored description; undefined when this version did not write it. */
export function readUnpackedRoot(stored: unknown): UnpackedRoot | undefined {
  const { loader, libraries } = asObject(stored) ?? {};
  if (typeof loader !== 'string' || !Array.isArray(libraries)) return undefined;
  return libraries.every((path) => typeof path === 'string') ? { loader, libraries } : undefined;
}

/**
 * Private libraries are one directory deeper. Programs refer to that directory by its absolute path, which does not
 * exist here.
 */
function withLibraries(root: string, directory: string): string[] {
  return filesIn(join(root, directory))
    .filter(({ kind }) => kind === 'directory')
    .map(({ name }) => join(directory, name))
    .filter((path) => filesIn(join(root, path)).some(({ name }) => /^lib.*\.so(\.|$)/.test(name)));
}
