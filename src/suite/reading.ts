import { join, relative } from 'node:path';
import type { Directory, LinkTarget, LookUp, TreeEntry } from '../host/files/file-tree.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';

/** The context of the suite parser: the suite's directory, access to other paths, and the receiver of problems. */
export interface Reading {
  readonly root: Directory;
  readonly lookUp: LookUp;
  readonly report: Report;
  /** Receives what the links in the suite lead to: absolute, below the suite's own path. */
  readonly onLink: (path: string) => void;
}

/**
 * An entry of the suite, with its link followed, if it is one. Undefined, and reported, when it leads nowhere, leaves
 * the suite or cannot be read.
 */
export function follow(entry: TreeEntry, reading: Reading): Exclude<LinkTarget, { kind: 'unreadable' }> | undefined {
  const target = entry.kind === 'link' ? entry.target : entry;
  if (target?.kind === 'unreadable') {
    reading.report(entry.path, undefined, wording.unreadable(target.reason));
    return undefined;
  }
  if (entry.kind === 'link' && (target === undefined || entry.resolvedPath === undefined)) {
    reading.report(entry.path, undefined, wording.danglingLink(entry.text));
    return undefined;
  }
  if (entry.kind === 'link' && !isWithin(entry.resolvedPath ?? '', reading.root.realPath)) {
    reading.report(entry.path, undefined, wording.linkLeavesSuite(entry.text));
    return undefined;
  }
  if (entry.kind === 'link') reading.onLink(pathInSuite(entry.resolvedPath ?? '', reading.root));
  return target;
}

/** A real path in the suite, as the author reaches it. */
export function pathInSuite(realPath: string, root: Directory): string {
  return join(root.path, relative(root.realPath, realPath));
}

/** Whether `path` is `directory` or below it; both are absolute. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
}

/** A kind of file in words, as in "found a directory". */
export function kindInWords(kind: TreeEntry['kind']): string {
  switch (kind) {
    case 'directory':
      return 'a directory';
    case 'file':
      return 'a file';
    case 'link':
      return 'a link';
    case 'other':
      return 'a socket, pipe or device';
    case 'unreadable':
      return 'something that cannot be read';
  }
}
