import { join, normalize } from 'node:path';
import { copyFileTo } from '../../host/files/file-changes.ts';
import { filesBelow, readTextIfThere } from '../../host/files/file-facts.ts';
import { runCommand } from '../../host/process/command.ts';
import type { ModuleCompiler } from '../compiler/module-compiler.ts';

/** The modules of a directory that was built, as relative paths, in kbuild's order. */
export function builtIn(tree: string, directory: string): string[] {
  const found = filesBelow(join(tree, directory)).filter((path) => path.endsWith('.ko'));
  const listed = (readTextIfThere(join(tree, directory, 'modules.order')) ?? '')
    .split('\n')
    .map((line) => line.replace(/\.k?o$/, '.ko'));
  const place = (path: string): number => listed.findIndex((line) => line.endsWith(path));
  return found.sort((a, b) => place(a) - place(b));
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

/**
 * Copies a module without its debug information, which is most of it and useless to the kernel that loads it. Without
 * `strip`, or if it does not know the format, the full module is copied.
 */
export async function copyStripped(
  from: string,
  to: string,
  { strip }: ModuleCompiler,
  signal: AbortSignal,
): Promise<void> {
  copyFileTo(from, to);
  if (strip === undefined) return;
  const { exitCode } = await runCommand([strip, '--strip-debug', to], { signal });
  if (exitCode !== 0) copyFileTo(from, to);
}
