import { join } from 'node:path';
import { environmentVariable } from '../../host/environment.ts';
import { linkTo, writeProgramAt } from '../../host/files/file-changes.ts';
import { filesIn, kindOfFile, readWholeFile } from '../../host/files/file-facts.ts';
import type { Release } from '../apt/release.ts';
import { type ProgramSelection, providePrograms } from '../apt/unpacked-selection.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { examineUnpacked, readUnpackedRoot } from '../qemu/unpacked-programs.ts';
import { damaged } from '../tools.ts';
import { frontPrograms } from './front-programs.ts';
import type { LauncherRoot } from './launcher.ts';

/** Packages with programs that build, and the suites that they come from. */
export interface ToolchainRequest {
  readonly release: Release;
  readonly suites: readonly string[];
  /** `gcc-14`, `binutils`, `make`, `flex`, …; what they depend on comes with them. */
  readonly packages: readonly string[];
  /** Its name for the user. */
  readonly title: string;
}

/**
 * Programs of a distribution that build, whatever this host has. Each one starts with its own dynamic linker and
 * libraries, and so do the programs that it starts.
 */
export interface Toolchain {
  /** Absolute: the root of its packages. With `libc6-dev` it is a `--sysroot`. */
  readonly root: string;
  /** Absolute: the programs. Versions are optional: `gcc` is there if `gcc-14` is. */
  readonly bin: string;
  /** For the programs that are started: `PATH` with the toolchain first, and where its programs find their files. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts other programs of this distribution, or of an older one. */
  readonly linker: LauncherRoot;
}

/**
 * Compiles and links programs that run on this host, with the headers and libraries of the toolchain (`HOSTCC` of a
 * kernel's build). They run as long as the toolchain stays where it is. It needs the packages `gcc-N` and `libc6-dev`.
 */
export const hostCompilerName = 'host-gcc';

/** Fetches and unpacks a toolchain. @throws ProvisionError when it is not in the store and cannot be fetched */
export async function provideToolchain(context: ProvisionContext, request: ToolchainRequest): Promise<Toolchain> {
  const { directory, description } = await providePrograms(context, {
    ...toolchainSelection(request),
    title: request.title,
    finish: (root) => Promise.resolve(finishToolchain(root, request.title)),
  });
  return toolchainIn(directory, description);
}

/** Which packages it is made of. */
function toolchainSelection({ release, suites, packages }: ToolchainRequest): ProgramSelection {
  return { kind: 'toolchain', version: 1, release, selection: { suites, packages } };
}

/** Completes freshly unpacked packages. Returns the facts to store. @throws ProvisionError without a dynamic linker */
export function finishToolchain(root: string, title: string): LauncherRoot {
  const unpacked = examineUnpacked(root);
  if (unpacked === undefined) throw new ProvisionError(`The fetched packages of ${title} contain no dynamic linker.`);
  const linker = { ...unpacked, setsName: readWholeFile(join(root, unpacked.loader)).includes('--argv0\0') };
  linkMergedDirectories(root);
  frontPrograms(root, linker);
  linkPlainNames(join(root, programDirectory));
  writeHostCompiler(root, linker);
  return linker;
}

const programDirectory = 'usr/bin';

/** Linker scripts of the C library name `/lib` and `/lib64`, which a package of the system's base links to `/usr`. */
function linkMergedDirectories(root: string): void {
  for (const name of ['bin', 'lib', 'lib64', 'sbin'])
    if (kindOfFile(join(root, name)) === 'nothing' && kindOfFile(join(root, 'usr', name)) === 'directory')
      linkTo(join('usr', name), join(root, name));
}

/** `gcc` for `gcc-14`, `clang` for `clang-19`: the newest one, where the packages bring no such link. */
function linkPlainNames(bin: string): void {
  const names = filesIn(bin).map(({ name }) => name);
  const versioned = names
    .map((name) => ({ name, plain: /^(.+)-\d+$/.exec(name)?.[1] ?? '', version: Number(/\d+$/.exec(name)?.[0]) }))
    .filter(({ plain }) => plain !== '' && !names.includes(plain))
    .sort((a, b) => a.version - b.version);
  for (const [plain, name] of new Map(versioned.map((found) => [found.plain, found.name])))
    linkTo(name, join(bin, plain));
  if (!names.includes('cc') && kindOfFile(join(bin, 'gcc')) === 'file') linkTo('gcc', join(bin, 'cc'));
}

function writeHostCompiler(root: string, { loader, libraries }: LauncherRoot): void {
  const bin = join(root, programDirectory);
  if (kindOfFile(join(bin, 'gcc')) !== 'file') return;
  const paths = libraries.map((path) => `"$root"/${path}`).join(':');
  // With old tags, the path holds for the libraries of a library, too.
  const linking = `-Wl,--dynamic-linker="$root"/${loader} -Wl,--disable-new-dtags,-rpath,${paths}`;
  const start = `#!/bin/sh\nat=\${0%/*}\nroot=$(cd "$at/../.." && pwd -P)\n`;
  writeProgramAt(join(bin, hostCompilerName), `${start}exec "$at/gcc" --sysroot="$root" ${linking} "$@"\n`);
}

function toolchainIn(directory: string, description: Readonly<Record<string, unknown>>): Toolchain {
  const unpacked = readUnpackedRoot(description);
  const { setsName } = description;
  if (unpacked === undefined || typeof setsName !== 'boolean') throw damaged(directory);
  const bin = join(directory, programDirectory);
  return { root: directory, bin, env: toolchainEnvironment(directory, bin), linker: { ...unpacked, setsName } };
}

/** These programs know the places of other packages only as they are on an installed system. */
function toolchainEnvironment(root: string, bin: string): Readonly<Record<string, string>> {
  const found = (variable: string, path: string): Record<string, string> =>
    kindOfFile(join(root, path)) === 'nothing' ? {} : { [variable]: join(root, path) };
  return {
    PATH: `${bin}:${environmentVariable('PATH') ?? '/usr/bin:/bin'}`,
    ...found('M4', 'usr/bin/m4'),
    ...found('BISON_PKGDATADIR', 'usr/share/bison'),
  };
}
