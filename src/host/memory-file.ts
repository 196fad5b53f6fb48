import { closeSync, openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeMiB } from './free-space.ts';
import { secretToken } from './token.ts';

/** A file without a name: it is gone with this process, however that ends, once nobody has it open any more. */
export interface MemoryFile extends Disposable {
  /** Under which other processes of this user can open it. */
  readonly path: string;
}

const sharedMemory = '/dev/shm';
/** What others may need of it while we run. */
const reserveMiB = 64;

/** An empty file in memory where there is room for it (containers often give 64 MiB), else on disk. */
export function createMemoryFile(sizeMiB: number): MemoryFile {
  const named = join(directoryFor(sizeMiB), `qemu-driver-test-${secretToken()}`);
  const descriptor = openSync(named, 'wx+', 0o600);
  unlinkSync(named);
  return { path: `/proc/${process.pid}/fd/${descriptor}`, [Symbol.dispose]: () => closeSync(descriptor) };
}

function directoryFor(sizeMiB: number): string {
  try {
    return freeMiB(sharedMemory) >= sizeMiB + reserveMiB ? sharedMemory : tmpdir();
  } catch {
    // No such file system here: a disk does as well, only slower.
    return tmpdir();
  }
}
