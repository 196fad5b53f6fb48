import { join } from 'node:path';
import { asObject } from '../../bounds/parse-json.ts';
import { describeFile } from '../../host/files/byte-streams.ts';
import { compressFile } from '../../host/files/compress-file.ts';
import { freeMiB } from '../../host/files/disk-use.ts';
import { removeFile } from '../../host/files/empty-directory.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import { isSystemError } from '../../host/system-error.ts';
import type { Machine } from '../../machine/machine.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { startDeadline } from '../watch/deadline.ts';

/** A guest with more memory than this is not dumped. */
const maxBytes = 4 * 1024 ** 3;
/** Free disk space that must remain after the dump. */
const reserveMiB = 256;
/** At about 100 MiB per second; a slow disk gets more time. */
const dumpMs = 120_000;
const packMs = 300_000;

/** The file with the guest's complete memory, or why there is none. `leftover`: an incomplete file to remove. */
export type MemoryDump =
  | { readonly kind: 'dump'; readonly path: string }
  | { readonly kind: 'none'; readonly reason: string; readonly leftover?: string };

/**
 * Writes the guest's memory as an ELF core. The guest is paused meanwhile. `directory`: absolute, created if missing.
 */
export async function dumpMemory(machine: Machine, directory: string, aborted: Promise<unknown>): Promise<MemoryDump> {
  const path = join(directory, 'memory.elf');
  try {
    makeDirectory(directory);
    const monitor = await machine.monitor;
    const refusal = await whyNot(monitor, directory);
    if (refusal !== undefined) return { kind: 'none', reason: refusal };
    const failure = await writeDump({ machine, monitor, path }, aborted);
    return failure === undefined ? { kind: 'dump', path } : { kind: 'none', reason: failure, leftover: path };
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error))
      return { kind: 'none', reason: error.message, leftover: path };
    throw error;
  }
}

async function whyNot(monitor: QmpClient, directory: string): Promise<string | undefined> {
  const { 'base-memory': size } = asObject(await monitor.execute('query-memory-size-summary')) ?? {};
  if (typeof size !== 'number') return 'QEMU did not say how much memory the guest has';
  if (size > maxBytes) return `expected at most ${maxBytes} bytes of guest memory, found ${size}`;
  const wantedMiB = Math.ceil(size / 1024 ** 2) + reserveMiB;
  const free = freeMiB(directory);
  return free < wantedMiB ? `expected ${wantedMiB} MiB free on the disk, found ${free}` : undefined;
}

interface DumpWriting {
  readonly machine: Machine;
  readonly monitor: QmpClient;
  readonly path: string;
}

/** Undefined: QEMU reported completion. @throws QmpError */
async function writeDump(
  { machine, monitor, path }: DumpWriting,
  aborted: Promise<unknown>,
): Promise<string | undefined> {
  const written = monitor
    .execute('dump-guest-memory', { paging: false, protocol: `file:${path}` })
    .then(() => undefined);
  const late = startDeadline(dumpMs, () => `it was not written within ${dumpMs / 1000} s`);
  try {
    return await Promise.race([
      written,
      machine.exited.then(() => 'QEMU ended while it wrote'),
      aborted.then(() => 'the run was cancelled'),
      late.passed,
    ]);
  } finally {
    late.cancel();
    // The race is over; a late rejection does not matter.
    written.catch(() => undefined);
  }
}

/** Compresses the dump after the machine is gone. Returns its path, or why there is none; then no file is left. */
export async function packDump(dump: MemoryDump): Promise<MemoryDump> {
  try {
    if (dump.kind === 'none') {
      if (dump.leftover !== undefined) await removeFile(dump.leftover);
      return dump;
    }
    if (describeFile(dump.path).size === 0) {
      await removeFile(dump.path);
      return { kind: 'none', reason: 'QEMU wrote nothing' };
    }
    return { kind: 'dump', path: await compressFile(dump.path, AbortSignal.timeout(packMs)) };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return { kind: 'none', reason: `it was not compressed within ${packMs / 1000} s` };
    if (isSystemError(error))
      return { kind: 'none', reason: dump.kind === 'none' ? `${dump.reason}; ${error.message}` : error.message };
    throw error;
  }
}
