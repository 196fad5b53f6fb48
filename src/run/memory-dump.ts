import { join } from 'node:path';
import { compressFile } from '../host/compress-file.ts';
import { makeDirectory } from '../host/directories.ts';
import { describeFile } from '../host/byte-streams.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { QmpError } from '../machine/qmp/error.ts';
import { asObject } from '../machine/qmp/message.ts';
import { atMost } from './deadline.ts';

/** A guest with more memory than this is not dumped. */
const maxBytes = 4 * 1024 ** 3;
/** Some hundred MiB a second; a slow disk gets its time. */
const dumpMs = 120_000;

/** Where QEMU wrote the guest's memory, or why it did not. */
export type MemoryDump = { readonly kind: 'dump'; readonly path: string } | { readonly kind: 'none'; readonly reason: string };

/** Writes the guest's memory as an ELF core; the guest stands still meanwhile. `directory`: absolute, made if it is missing. */
export async function dumpMemory(machine: Machine, directory: string, aborted: Promise<unknown>): Promise<MemoryDump> {
  const path = join(directory, 'memory.elf');
  try {
    makeDirectory(directory);
    const monitor = await machine.monitor;
    const { 'base-memory': size } = asObject(await monitor.execute('query-memory-size-summary')) ?? {};
    if (typeof size !== 'number' || size > maxBytes) return { kind: 'none', reason: `the guest's memory, ${String(size)} bytes, is more than ${maxBytes}` };
    const written = monitor.execute('dump-guest-memory', { paging: false, protocol: `file:${path}` });
    const late = await atMost(Promise.race([written, machine.exited, aborted]), dumpMs);
    return late === 'late' ? { kind: 'none', reason: `it was not written within ${dumpMs / 1000} s` } : { kind: 'dump', path };
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error)) return { kind: 'none', reason: error.message };
    throw error;
  }
}

/** Once the machine is gone. Returns the path, or why there is no dump. */
export async function packDump(dump: MemoryDump): Promise<MemoryDump> {
  if (dump.kind === 'none') return dump;
  try {
    if (describeFile(dump.path).size === 0) return { kind: 'none', reason: 'QEMU wrote nothing' };
    return { kind: 'dump', path: await compressFile(dump.path) };
  } catch (error) {
    if (isSystemError(error)) return { kind: 'none', reason: error.message };
    throw error;
  }
}
