import { readLoadedEnd } from './bzimage.ts';
import { isElf } from './elf-header.ts';
import { loadSegmentType, readElfSegments } from './elf-segments.ts';
import type { ReadBytes } from './read-bytes.ts';

/**
 * Up to which address a kernel reaches when it is loaded, in bytes: a machine with less memory cannot start it.
 * Undefined: the file does not say it.
 */
export function loadedEnd(read: ReadBytes): number | undefined {
  if (!isElf(read)) return readLoadedEnd(read);
  const ends = readElfSegments(read)
    .filter(({ type }) => type === loadSegmentType)
    .map(({ physicalAddress, memoryBytes }) => physicalAddress + memoryBytes);
  return ends.length === 0 ? undefined : Math.max(...ends);
}
