import { tmpdir } from 'node:os';
import { freeMiB } from './free-space.ts';

const sharedMemory = '/dev/shm';
/** What others may need of it while we run. */
const reserveMiB = 64;

/** Where a file of the guest's memory goes: into memory where there is room (containers often give 64 MiB), else to disk. */
export function memoryDirectory(sizeMiB: number): string {
  try {
    return freeMiB(sharedMemory) >= sizeMiB + reserveMiB ? sharedMemory : tmpdir();
  } catch {
    // No such file system here: a disk does as well, only slower.
    return tmpdir();
  }
}
