import { join } from 'node:path';
import { environmentOnly, environmentVariable, findProgram } from '../../../host/environment.ts';
import { copyFileTo, makeExecutable, writeFileAt } from '../../../host/files/file-changes.ts';
import { kindOfFile } from '../../../host/files/file-facts.ts';
import { shellJoin } from '../../../text/shell-quote.ts';
import type { Release } from '../../apt/release.ts';
import { hostSystem, releaseFor } from '../../apt/releases.ts';
import { type ProvidedPrograms, providePrograms } from '../../apt/unpacked-selection.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';
import { examineUnpacked, readUnpackedRoot, unpackedCommand } from '../../qemu/unpacked-programs.ts';
import { lastLines, runRequired } from '../../required-program.ts';
import { hostCompilerName, provideToolchain, type Toolchain } from '../../toolchain/toolchain.ts';
import { damaged } from '../../tools.ts';
import { buildJobs } from './build-room.ts';

/** What builds a kernel on this host. */
export interface BuildTools {
  readonly env: Readonly<Record<string, string>>;
  /** Variables for make. */
  readonly variables: readonly string[];
  readonly jobs: number;
}

/** Programs that a kernel's build calls, and that few hosts have. */
const fetchable = ['flex', 'bison', 'm4', 'bc'] as const;
const packages = [...fetchable, 'libelf-dev', 'zlib1g-dev', 'libzstd-dev'];
const compilerPrograms = ['gcc', 'ld', 'make'] as const;

const elfHeaders = ['libelf.h', 'gelf.h'];
const elfLibraries = ['libelf.a', 'libz.a', 'libzstd.a'];
/** Where the build of objtool finds them in what was fetched. */
const elfDirectory = 'for-objtool';

/**
 * The tools for a kernel's build: the host's own, and for what it lacks those of a distribution. `scratch`: a directory
 * for small scripts that call them. @throws ProvisionError when they cannot be fetched
 */
export async function provideBuildTools(scratch: string, context: ProvisionContext): Promise<BuildTools> {
  const jobs = buildJobs();
  const plain = { LC_ALL: 'C', KBUILD_BUILD_USER: 'qdt', KBUILD_BUILD_HOST: 'qdt' };
  if (!canCompile()) {
    const { env } = await fetchToolchain(context);
    const variables = [`HOSTCC=${hostCompilerName}`, 'LIBELF_FLAGS=', 'LIBELF_LIBS=-lelf'];
    return { env: environmentOnly(['HOME', 'TMPDIR'], { ...plain, ...env }), variables, jobs };
  }
  const missing = fetchable.filter((name) => findProgram(name) === undefined);
  const withElf = !hasElfLibrary();
  const path = environmentVariable('PATH') ?? '/usr/bin:/bin';
  if (missing.length === 0 && !withElf)
    return { env: environmentOnly(['HOME', 'TMPDIR'], { ...plain, PATH: path }), variables: [], jobs };
  const fetched = await fetchTools(context);
  for (const name of missing) writeWrapper(scratch, name, fetched);
  const own = {
    PATH: `${scratch}:${path}`,
    ...(missing.includes('m4') ? { M4: join(scratch, 'm4') } : {}),
    ...(missing.includes('bison') ? { BISON_PKGDATADIR: join(fetched.directory, 'usr/share/bison') } : {}),
  };
  return {
    env: environmentOnly(['HOME', 'TMPDIR'], { ...plain, ...own }),
    variables: withElf ? elfVariables(fetched.directory) : [],
    jobs,
  };
}

/** Whether this host can compile and link; otherwise a distribution's compiler does it. */
function canCompile(): boolean {
  return compilerPrograms.every((name) => findProgram(name) !== undefined);
}

/** A whole set of programs of a distribution, with its C library for those that the build makes for itself. */
async function fetchToolchain(context: ProvisionContext): Promise<Toolchain> {
  const { release, suites } = toolsOrigin();
  const wanted = ['gcc', 'libc6-dev', 'binutils', 'make', ...packages];
  return await provideToolchain(context, { release, suites, packages: wanted, title: 'compiler for kernels' });
}

/** Where the compiler is from if the host has none. */
export function toolsOrigin(): { readonly release: Release; readonly suites: readonly string[] } {
  const release = releaseFor(hostSystem());
  return { release, suites: release.tools.suites };
}

/** What determines the code that the compiler makes. @throws ProvisionError when there is none */
export async function identifyCompiler(context: ProvisionContext): Promise<string> {
  const gcc = canCompile() ? 'gcc' : join((await fetchToolchain(context)).bin, 'gcc');
  const { exitCode, stdout, output } = await runRequired([gcc, '--version'], { signal: context.signal });
  if (exitCode === 0) return stdout;
  throw new ProvisionError(`${gcc} --version failed:\n${lastLines(output)}`, {
    hint: 'Reinstall it: sudo apt-get install --reinstall gcc',
  });
}

/** libelf with its headers: objtool, which every kernel for x86-64 is built with, needs it. */
function hasElfLibrary(): boolean {
  const directories = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
  const isThere = (path: string): boolean => kindOfFile(path) === 'file';
  return (
    isThere('/usr/include/libelf.h') &&
    directories.some((directory) => ['libelf.so', 'libelf.a'].some((name) => isThere(join(directory, name))))
  );
}

async function fetchTools(context: ProvisionContext): Promise<ProvidedPrograms> {
  const { release, suites } = toolsOrigin();
  return await providePrograms(context, {
    kind: 'build-tools',
    version: 1,
    release,
    selection: { suites, packages },
    title: 'tools for kernels (flex, bison, bc, libelf)',
    finish: (root) => {
      settleElf(root);
      return Promise.resolve({ ...examineUnpacked(root) });
    },
  });
}

/** The compiler must find libelf there, and not the headers of another C library beside it. */
function settleElf(root: string): void {
  for (const name of elfHeaders) copyFileTo(join(root, 'usr/include', name), join(root, elfDirectory, name));
  for (const name of elfLibraries)
    copyFileTo(join(root, 'usr/lib/x86_64-linux-gnu', name), join(root, elfDirectory, name));
}

function elfVariables(root: string): readonly string[] {
  const place = join(root, elfDirectory);
  return [`LIBELF_FLAGS=-I${place}`, `LIBELF_LIBS=-L${place} ${elfLibraries.map((name) => `-l:${name}`).join(' ')}`];
}

/** The program is started with its own dynamic linker and libraries. */
function writeWrapper(scratch: string, name: string, { directory, description }: ProvidedPrograms): void {
  const root = readUnpackedRoot(description);
  const program = join('usr/bin', name);
  if (root === undefined || kindOfFile(join(directory, program)) !== 'file') throw damaged(directory);
  const path = join(scratch, name);
  writeFileAt(path, `#!/bin/sh\nexec ${shellJoin(unpackedCommand(directory, root, program))} "$@"\n`);
  makeExecutable(path);
}
