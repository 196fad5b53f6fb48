import { join, normalize } from 'node:path';
import { environmentOnly, findProgram, processorCount } from '../../host/environment.ts';
import { copyFileTo } from '../../host/files/file-changes.ts';
import { filesBelow, readTextIfThere } from '../../host/files/file-facts.ts';
import { runCommand } from '../../host/process/command.ts';
import { refuseShortage } from '../host-shortage.ts';
import { type KernelHeaders, ProvisionError } from '../provisioned.ts';
import { runRequired } from '../required-program.ts';

export interface KbuildRun {
  readonly headers: KernelHeaders;
  /** The staged sources, laid out as in the project. */
  readonly tree: string;
  /** The directory to build, relative to the tree. */
  readonly directory: string;
  /** Directories that were built before. This one may use their symbols. */
  readonly earlier: readonly string[];
}

export interface KbuildOutcome {
  readonly ok: boolean;
  /** The output of make and the compiler, with the project's paths. */
  readonly output: string;
}

/**
 * Builds the modules of one directory with the kernel's build system. @throws ProvisionError when make is missing or
 * the kernel's build programs do not run here @throws the signal's reason
 */
export async function runKbuild(run: KbuildRun, signal: AbortSignal): Promise<KbuildOutcome> {
  // make's own variables, ARCH or KBUILD_… in our environment would change the build.
  const env = environmentOnly(['PATH', 'HOME', 'TMPDIR'], { LC_ALL: 'C' });
  const result = await runRequired(['make', ...kbuildArgs(run, processorCount())], { signal, env, cwd: run.tree });
  const { exitCode, output } = result;
  if (exitCode !== 0) refuseBrokenHost(output, run);
  if (exitCode === undefined || killedInside(output))
    throw new ProvisionError(
      `Building the modules in ${run.directory} was interrupted: make or the compiler was ` +
        `killed${exitCode === undefined ? '' : ', perhaps because the host ran out of memory'}.`,
      { hint: 'Try again; the host’s kernel log (dmesg) shows what killed it' },
    );
  return { ok: exitCode === 0, output: output.replaceAll(`${run.tree}/`, '') };
}

/** make's arguments. Debug information and `__FILE__` get paths relative to the project. */
export function kbuildArgs({ headers, tree, directory, earlier }: KbuildRun, jobs: number): string[] {
  const flags = pathMapping(headers, tree)
    .map(([from, to]) => `-ffile-prefix-map=${from}=${to}`)
    .join(' ');
  const symbols = earlier.map((path) => join(tree, path, 'Module.symvers')).join(' ');
  return [
    `-j${jobs}`,
    '--output-sync=target',
    '--no-print-directory',
    ...headers.makeArgs,
    `M=${join(tree, directory)}`,
    `KCFLAGS=${flags}`,
    `KAFLAGS=${flags}`,
    `KBUILD_EXTRA_SYMBOLS=${symbols}`,
    'modules',
  ];
}

/**
 * Path prefixes for the compiler to replace; if several match, gcc uses the last. So a module does not depend on the
 * store's path.
 */
function pathMapping(
  { makeArgs, unpackedRoot = '' }: KernelHeaders,
  tree: string,
): (readonly [from: string, to: string])[] {
  const own = makeArgs[makeArgs.indexOf('-C') + 1] ?? '';
  const installed = own.slice(unpackedRoot.length);
  const root: (readonly [string, string])[] = unpackedRoot === '' ? [] : [[`${unpackedRoot}/`, '/']];
  // The compiler's working directory becomes empty, so that debuggers prepend nothing to the project's paths.
  return [...root, [own, ''], [`${own}/`, `${installed}/`], [`${tree}/`, '']];
}

/** Files of the project outside `directories` that the build read, according to kbuild's dependency files. */
export function furtherFilesRead(tree: string, directories: readonly string[]): string[] {
  const pattern = new RegExp(`${tree.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}/([^\\s)]+)`, 'g');
  const notes = directories.flatMap((directory) =>
    filesBelow(join(tree, directory))
      .filter((path) => path.endsWith('.cmd'))
      .map((path) => join(tree, directory, path)),
  );
  const read = notes.flatMap((note) =>
    [...(readTextIfThere(note) ?? '').matchAll(pattern)].map(([, path]) => normalize(path ?? '')),
  );
  const isOwn = (path: string): boolean => directories.some((directory) => path.startsWith(`${directory}/`));
  return [...new Set(read.filter((path) => !isOwn(path)))].sort();
}

/** gcc's driver and make report killed children in these words. The source is not at fault. */
function killedInside(output: string): boolean {
  return /^make(\[\d+\])?: \*\*\* .* Killed$|fatal error: Killed signal terminated program/m.test(output);
}

/** The kernel's own build programs are precompiled. Missing libraries are not the author's fault. */
function refuseBrokenHost(output: string, { tree, directory }: KbuildRun): void {
  refuseShortage(output, { root: tree, during: `building the modules in ${directory}` });
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== undefined) {
    throw new ProvisionError(`The kernel's build programs need ${library}, which was not found.`, {
      hint: 'For libelf.so.1: sudo apt-get install libelf1',
    });
  }
  const glibc = /version `(GLIBC_[\d.]+)' not found/.exec(output)?.[1];
  if (glibc !== undefined)
    throw new ProvisionError(`The kernel's build programs need ${glibc}, but this host's is older.`, {
      hint: 'Choose an older kernel, or a newer host',
    });
}

/**
 * Copies a module without its debug information, which is most of it and useless to the kernel that loads it. Without
 * `strip`, or if it does not know the format, the full module is copied.
 */
export async function copyStripped(from: string, to: string, signal: AbortSignal): Promise<void> {
  copyFileTo(from, to);
  const strip = findProgram('strip') ?? findProgram('llvm-strip');
  if (strip === undefined) return;
  const { exitCode } = await runCommand([strip, '--strip-debug', to], { signal });
  if (exitCode !== 0) copyFileTo(from, to);
}
