import { posix } from 'node:path';

/** What of the files that debug information names is the author's. */
export interface CodeUnderTest {
  /** Absolute path of the project's top: a repository, or what lies closest around the modules. */
  readonly root: string;
  /** Directories of `info/modules`, relative to it. */
  readonly directories: readonly string[];
  /** Whether the project has this file; relative to its top. */
  readonly hasFile: (path: string) => boolean;
}

/** A file as the project calls it, relative to its top; undefined when it lies elsewhere. */
export function projectPath(file: string, root: string): string | undefined {
  const path = file.startsWith('/') ? posix.relative(root, posix.normalize(file)) : posix.normalize(file);
  return path === '..' || path.startsWith('../') || path === '.' ? undefined : path;
}

/** Whether a path of the project lies in a directory of `info/modules`. */
export function isUnderTest(path: string, { directories }: CodeUnderTest): boolean {
  return directories.some((directory) => directory === '' || path.startsWith(`${directory}/`));
}
