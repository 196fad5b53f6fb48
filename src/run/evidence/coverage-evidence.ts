import { join } from 'node:path';
import { removeFile } from '../../host/files/empty-directory.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import { isSystemError } from '../../host/system-error.ts';
import type { Machine } from '../../machine/machine.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { atMost } from '../watch/deadline.ts';
import type { CoverageEvidence } from './covered-lines.ts';
import type { CoveragePlace } from './coverage-place.ts';

/** Makes sense of the memory in which the guest records what runs. Its content is untrusted. */
export type CoverageReader = (memory: Buffer) => CoverageEvidence;

/** It takes a few milliseconds. */
const readMs = 10_000;

/**
 * From now on QEMU stays when the guest powers off or resets, until it is told to end, so that the guest's memory can
 * still be read. A QEMU that does not know this ends as usual, and the memory is lost.
 */
export async function keepMemoryAtEnd(machine: Machine): Promise<void> {
  try {
    await (await machine.monitor).execute('set-action', { shutdown: 'pause' });
  } catch (error) {
    if (!(error instanceof QmpError)) throw error;
  }
}

/** Resolves when a machine that keeps its memory has come to its end. */
export function whenHalted(machine: Machine): Promise<void> {
  return new Promise((resolve) => {
    machine.listen(({ name, data }) => {
      if (name === 'SHUTDOWN' && data['guest'] === true) resolve();
    });
  });
}

/** Reads the coverage of a machine that is about to end, however it does. @param scratch a directory of ours */
export async function readCoverage(
  machine: Machine,
  place: CoveragePlace | undefined,
  { scratch, read }: { readonly scratch: string; readonly read: CoverageReader },
): Promise<CoverageEvidence> {
  if (place === undefined) return lost('the guest did not say where it is recorded');
  const path = join(scratch, 'coverage');
  try {
    const monitor = await machine.monitor;
    const saved = monitor.execute('pmemsave', { val: place.address, size: place.bytes, filename: path });
    if ((await atMost(Promise.race([saved, machine.exited]), readMs)) === 'late')
      return lost(`the memory was not read within ${readMs / 1000} s`);
    const memory = readWholeFile(path);
    await removeFile(path);
    return read(memory);
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error)) return lost(error.message);
    throw error;
  }
}

function lost(reason: string): CoverageEvidence {
  return { kind: 'lost', reason };
}
