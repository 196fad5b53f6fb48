import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism, freemem, release, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Changes with every start of this host; whatever was not yet on disk when it went down is lost with it. */
export function hostBoot(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** What a machine under KVM sees of this host: its processor and its kernel. */
export function hostProcessor(): string {
  const [processor = ''] = readFileSync('/proc/cpuinfo', 'utf8').split('\n\n');
  const lasting = processor
    .split('\n')
    .filter((line) => /^(vendor_id|cpu family|model|model name|stepping|microcode|flags)\s*:/.test(line));
  return [release(), ...lasting].join('\n');
}

/**
 * Has V8 collect garbage early: left to itself it lets the heap of a long run grow by some 70 MiB before it looks,
 * though next to nothing of it is in use. The memory is for machines.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
}

/**
 * Has Node start the threads that it reads files with. Where the host has no room for them it aborts, and then it does
 * so here.
 */
export async function startThreadPool(): Promise<void> {
  await stat('/');
}

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
