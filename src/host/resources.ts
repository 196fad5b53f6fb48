import { availableParallelism, freemem, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';

export interface HostResources {
  readonly cpus: number;
  readonly memoryMiB: number;
  /** What new processes can have without swapping. */
  readonly availableMemoryMiB: number;
}

const mebibyte = 1024 * 1024;

export function hostResources(): HostResources {
  return {
    cpus: availableParallelism(),
    memoryMiB: Math.floor(totalmem() / mebibyte),
    availableMemoryMiB: availableMemoryMiB(),
  };
}

/** Free memory does not count the page cache, which the kernel gives back; MemAvailable does. */
function availableMemoryMiB(): number {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
  return kibibytes === undefined ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}
