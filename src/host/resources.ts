import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { availableParallelism, freemem, release, totalmem } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** Changes with every boot of this host. Data that was not on disk before is lost. */
export function hostBoot(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The parts of this host that a machine under KVM sees: processor and kernel. */
export function hostProcessor(cpuInfo = readFileSync('/proc/cpuinfo', 'utf8')): string {
  const [processor = ''] = cpuInfo.split('\n\n');
  const lasting = processor.split('\n').filter((line) => lastingOfPc.test(line) || lastingOfArm.test(line));
  return [release(), ...lasting].join('\n');
}

const lastingOfPc = /^(vendor_id|cpu family|model|model name|stepping|microcode|flags)\s*:/;
const lastingOfArm = /^(Features|CPU (implementer|architecture|variant|part|revision))\s*:/;

/**
 * Makes V8 collect garbage early. By default the heap of a long run grows by about 70 MiB first, almost all of it
 * unused. Machines need the memory. The part of the heap for new objects grows no more: larger, it would only be
 * collected later. What it has grown by then goes with the first full collection, if that is still to come: call this
 * before a plan is made.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Makes Node start its thread pool for file access now. If the host has no room for the threads, Node aborts, and it is
 * better to do that here.
 */
export async function startThreadPool(): Promise<void> {
  await stat('/');
}

export interface HostResources {
  readonly cpus: number;
  readonly memoryMiB: number;
  /** Memory for new processes without swapping. */
  readonly availableMemoryMiB: number;
}

const mebibyte = 1024 * 1024;

export function hostResources(): HostResources {
  const limitMiB = memoryLimitMiB();
  return {
    cpus: availableParallelism(),
    memoryMiB: Math.min(Math.floor(totalmem() / mebibyte), limitMiB),
    availableMemoryMiB: Math.min(availableMemoryMiB(), limitMiB),
  };
}

/** The limit of a container or of a service, which may be lower than what the host has; infinite: there is none. */
function memoryLimitMiB(): number {
  const bytes = process.constrainedMemory();
  return bytes === 0 ? Infinity : Math.floor(bytes / mebibyte);
}

/** Free memory excludes the page cache, which the kernel can reclaim; MemAvailable includes it. */
function availableMemoryMiB(): number {
  const kibibytes = /^MemAvailable:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
  return kibibytes === undefined ? Math.floor(freemem() / mebibyte) : Math.floor(Number(kibibytes) / 1024);
}
