import { posix } from 'node:path';

/** What of the files that debug information names is the author's. */
export interface CodeUnderTest {
  /** Absolute path of the project's top, a repository's where there is one: what paths in results are relative to. */
  readonly root: string;
  /** What relative paths in debug information and in reports are relative to, absolute: where the build begins. */
  readonly base: string;
  /** Directories of `info/modules`, relative to it. */
  readonly directories: readonly string[];
  /** Whether the project has this file; relative to its top. */
  readonly hasFile: (path: string) => boolean;
}

/** A file as the project calls it, relative to its top; undefined when it lies elsewhere. */
export function projectPath(file: string, { root, base }: Pick<CodeUnderTest, 'root' | 'base'>): string | undefined {
  const path = posix.relative(root, posix.resolve(base, file));
  return path === '' || path === '..' || path.startsWith('../') ? undefined : path;
}

/** Whether a path of the project lies in a directory of `info/modules`. */
export function isUnderTest(path: string, { directories }: CodeUnderTest): boolean {
  return directories.some((directory) => directory === '' || path.startsWith(`${directory}/`));
}
