import { bounds } from '../bounds/bounds.ts';
import type { Directory, TreeEntry } from './file-tree.ts';
import { guestFolderNames } from './info-fields.ts';
import { wording } from './problem-wording.ts';
import { follow, isWithin, kindInWords } from './reading.ts';
import type { Reading } from './reading.ts';

/**
 * Checks `data/` to its leaves and returns its absolute path: no name that the guest's folder needs, no link that
 * leaves the suite, leads nowhere or leads back to where it came from, and no more than a test may bring. No file is
 * opened.
 */
export function parseDataDirectory(entry: TreeEntry | undefined, reading: Reading): string | undefined {
  const data = entry === undefined ? undefined : follow(entry, reading);
  if (data === undefined) return undefined;
  if (data.kind !== 'directory') {
    reading.report(data.path, undefined, wording.expectedDirectory(kindInWords(data.kind)));
    return undefined;
  }
  for (const [name, { path }] of data.entries) {
    if (guestFolderNames.some((taken) => taken === name)) reading.report(path, undefined, wording.guestNameTaken(name));
  }
  const size = { bytes: 0, entries: 0 };
  walk(data, { above: [], seen: new Set(), size }, reading);
  const excess = excessOf(size);
  if (excess !== undefined) reading.report(data.path, undefined, wording.tooMuchData(excess));
  return data.path;
}

/** Real paths: of the directories on the way to here, and of all that were visited. Each is visited once. */
interface Trail {
  readonly above: readonly string[];
  readonly seen: Set<string>;
  /** Of all that was visited. */
  readonly size: { bytes: number; entries: number };
}

function excessOf({ bytes, entries }: Trail['size']): string | undefined {
  if (entries > bounds.data.entries) return `more than ${bounds.data.entries} files and directories`;
  return bytes > bounds.data.bytes
    ? `${Math.ceil(bytes / 1024 ** 2)} MiB, and ${bounds.data.bytes / 1024 ** 2} MiB is the most`
    : undefined;
}

function walk(directory: Directory, trail: Trail, reading: Reading): void {
  const above = [...trail.above, directory.realPath];
  trail.seen.add(directory.realPath);
  if (above.length > bounds.data.depth) {
    reading.report(
      directory.path,
      undefined,
      wording.tooMuchData(`more than ${bounds.data.depth} directories one in the other`),
    );
    return;
  }
  for (const entry of directory.entries.values()) {
    if (++trail.size.entries > bounds.data.entries) return;
    const target = follow(entry, reading);
    if (target?.kind === 'file') trail.size.bytes += target.sizeBytes;
    if (target?.kind === 'other') reading.report(target.path, undefined, wording.notForTheGuest());
    if (target?.kind !== 'directory') continue;
    const leadsBack = entry.kind === 'link' && above.some((path) => isWithin(path, target.realPath));
    if (leadsBack) reading.report(entry.path, undefined, wording.linkLoop(entry.text));
    else if (!trail.seen.has(target.realPath)) walk(target, { ...trail, above }, reading);
  }
}
