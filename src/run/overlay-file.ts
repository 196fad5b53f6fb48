import { openForReading } from '../host/files/disk-file.ts';
import { type MemoryFile, unnamedFileWith } from '../host/files/memory-file.ts';
import type { DiskImage } from '../machine/machine-spec.ts';
import { emptyOverlay, sizeInQcow2 } from '../machine/qcow2-overlay.ts';

const sectorBytes = 512;

/** An unnamed overlay above a disk image. @throws the system's error when the image cannot be read */
export function createOverlayFile({ path, format }: DiskImage): MemoryFile {
  using file = openForReading(path);
  const sizeBytes = format === 'qcow2' ? sizeInQcow2(file.read(0, sectorBytes)) : wholeSectors(file.sizeBytes);
  if (sizeBytes === undefined) throw new Error(`Internal error: ${path} was taken for a qcow2 file`);
  return unnamedFileWith(emptyOverlay({ path, format, sizeBytes }));
}

function wholeSectors(bytes: number): number {
  return Math.ceil(bytes / sectorBytes) * sectorBytes;
}
