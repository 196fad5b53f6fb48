import { basename } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import type { Directory, TreeEntry } from '../host/files/file-tree.ts';
import { guestFolderNames } from './info-fields.ts';
import { wording } from './problem-wording.ts';
import { follow, isWithin, kindInWords, type Reading } from './reading.ts';

/** A directory that is copied into the folder of each machine. */
export interface CopiedDirectory {
  readonly path: string;
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Checks the whole tree of a test's `data/` and returns its absolute path. Rejected are names that the guest's folder
 * needs. `lib`: the suite's, which is copied to the same place.
 */
export function parseDataDirectory(
  entry: TreeEntry | undefined,
  lib: CopiedDirectory | undefined,
  reading: Reading,
): string | undefined {
  const data = entry === undefined ? undefined : directoryOf(entry, reading);
  if (data === undefined) return undefined;
  for (const [name, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name)) reading.report(path, undefined, wording.guestNameTaken(name));
    else if (name === libName && lib !== undefined) reading.report(path, undefined, wording.libTaken());
  }
  return checkTree(data, lib, reading).path;
}

/** The name of the suite's directory of helpers, and of its copy in the guest. */
export const libName = 'lib';

/** Checks `lib/` of the suite, which every test gets. Undefined: there is none. */
export function parseLibDirectory(entry: TreeEntry | undefined, reading: Reading): CopiedDirectory | undefined {
  const lib = entry === undefined ? undefined : directoryOf(entry, reading);
  if (lib === undefined) return undefined;
  const run = lib.entries.get('run');
  if (run !== undefined) reading.report(run.path, undefined, wording.runInLib());
  return checkTree(lib, undefined, reading);
}

function directoryOf(entry: TreeEntry, reading: Reading): Directory | undefined {
  const found = follow(entry, reading);
  if (found === undefined || found.kind === 'directory') return found;
  reading.report(found.path, undefined, wording.expectedDirectory(kindInWords(found.kind)));
  return undefined;
}

/**
 * Rejected are links that leave the suite, lead nowhere or form a loop, and trees beyond the limits. No file is opened.
 * `others`: what is copied to the same place, and counts with it.
 */
function checkTree(directory: Directory, others: CopiedDirectory | undefined, reading: Reading): CopiedDirectory {
  const { path } = directory;
  const size = { bytes: others?.bytes ?? 0, entries: others?.entries ?? 0 };
  const title = basename(path);
  walk(directory, { title, above: [], seen: new Set(), size }, reading);
  const excess = excessOf(size);
  if (excess === undefined) return { path, ...size };
  const together = others === undefined ? `${title}/ is` : `${title}/ and ${basename(others.path)}/ together are`;
  reading.report(path, undefined, wording.tooMuchData(together, excess));
  // It is told once, and not for each directory beside it.
  return { path, bytes: 0, entries: 0 };
}

/** Real paths: of the directories on the current path, and of all visited ones. Each is visited once. */
interface Trail {
  /** The name of the directory that is copied. */
  readonly title: string;
  readonly above: readonly string[];
  readonly seen: Set<string>;
  /** The sum over everything visited. */
  readonly size: { bytes: number; entries: number };
}

function excessOf({ bytes, entries }: Trail['size']): string | undefined {
  if (entries > bounds.data.entries) return `expected at most ${bounds.data.entries} files and directories, found more`;
  return bytes > bounds.data.bytes
    ? `expected at most ${bounds.data.bytes / 1024 ** 2} MiB, found ${Math.ceil(bytes / 1024 ** 2)} MiB`
    : undefined;
}

function walk(directory: Directory, trail: Trail, reading: Reading): void {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  if (above.length > bounds.data.depth) {
    reading.report(
      directory.path,
      undefined,
      wording.tooMuchData(`${trail.title}/ is`, `expected at most ${bounds.data.depth} nested directories, found more`),
    );
    return;
  }
  for (const entry of directory.entries.values()) {
    if (++trail.size.entries > bounds.data.entries) return;
    const target = follow(entry, reading);
    if (target?.kind === 'file') trail.size.bytes += target.sizeBytes;
    if (target?.kind === 'other') reading.report(target.path, undefined, wording.notForTheGuest(trail.title));
    if (target?.kind !== 'directory') continue;
    const leadsBack = entry.kind === 'link' && above.some((path) => isWithin(path, target.realPath));
    if (leadsBack) reading.report(entry.path, undefined, wording.linkLoop(entry.text, trail.title));
    else if (!trail.seen.has(target.realPath)) walk(target, { ...trail, above }, reading);
  }
}
