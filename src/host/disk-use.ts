import { lstatSync, opendirSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from './system-error.ts';

/** What something takes of a disk. */
export interface DiskUse {
  /** Really taken: a file with holes counts without them. */
  readonly bytes: number;
  /** Files, directories and all else. */
  readonly entries: number;
}

/**
 * Of a file, or of a directory with everything below it; of nothing, nothing. Others may be writing: what has gone
 * meanwhile is not counted. No more than `maxEntries` are looked at.
 */
export function diskUse(path: string, maxEntries: number): DiskUse {
  let bytes = 0;
  let entries = 0;
  const waiting = [path];
  for (let next = waiting.pop(); next !== undefined && entries < maxEntries; next = waiting.pop()) {
    const info = lstatSync(next, { throwIfNoEntry: false });
    if (info === undefined) continue;
    entries += 1;
    bytes += info.blocks * 512;
    if (info.isDirectory()) waiting.push(...namesIn(next, maxEntries - entries).map((name) => join(next, name)));
  }
  return { bytes, entries };
}

function namesIn(directory: string, atMost: number): readonly string[] {
  const names: string[] = [];
  try {
    const opened = opendirSync(directory);
    try {
      for (let entry = opened.readSync(); entry !== null && names.length < atMost; entry = opened.readSync()) names.push(entry.name);
    } finally {
      opened.closeSync();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return names;
}
