import { readElfHeader } from './elf-header.ts';
import { type ReadBytes, readWhole } from './read-bytes.ts';

const interpreterSegmentType = 3;
/** A program has about a dozen. */
const maxSegments = 64;

/** Whether a file is a little-endian ELF program that a dynamic linker has to start (it has a PT_INTERP segment). */
export function hasInterpreter(read: ReadBytes): boolean {
  const segments = readElfHeader(read)?.segments;
  if (segments === undefined || segments.entryBytes < 4) return false;
  const count = Math.min(segments.count, maxSegments);
  const table = readWhole(read, segments.offset, count * segments.entryBytes);
  if (table === undefined) return false;
  return Array.from({ length: count }, (_, index) => table.readUInt32LE(index * segments.entryBytes)).includes(
    interpreterSegmentType,
  );
}
