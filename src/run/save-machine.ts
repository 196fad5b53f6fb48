import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { receiveStream } from '../host/receive-stream.ts';
import type { Machine } from '../machine/machine.ts';
import { channelDescriptor } from '../machine/qemu-arguments.ts';
import type { QmpClient } from '../machine/qmp/client.ts';
import { asObject } from '../machine/qmp/message.ts';
import { pause } from './deadline.ts';

/** It takes about 15 ms: the memory stays where it is. */
const saveLimitMs = 30_000;
const pollMs = 2;

/** The machine could not be saved; its tests start cold. */
export class SaveFailed extends Error {
  override readonly name = 'SaveFailed';
}

/** By command: as a property on the command line only QEMU 11 knows it. */
async function leaveMemoryInPlace(monitor: QmpClient): Promise<void> {
  await monitor.execute('migrate-set-capabilities', { capabilities: [{ capability: 'x-ignore-shared', state: true }] });
}

/** Starts a clone from a saved state; it runs by itself when it has read it. @throws QmpError */
export async function restoreMachine(machine: Machine, state: Buffer): Promise<void> {
  machine.channel('state').end(state);
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  await monitor.execute('migrate-incoming', { uri: `fd:${channelDescriptor('state')}` });
}

/**
 * Saves the state of a machine's devices; its memory is in a file already. The guest runs until the last moment, so a
 * clone runs on by itself as soon as it is restored. Afterwards the machine is good for nothing but its end.
 * @throws SaveFailed, QmpError
 */
export async function saveMachine(machine: Machine, scratch: string): Promise<Buffer> {
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  const path = join(scratch, 'state');
  using receiver = await receiveStream(path, bounds.savedState.bytes);
  await monitor.execute('migrate', { uri: `unix:${path}` });
  const startedMs = performance.now();
  for (;;) {
    const { status, 'error-desc': reason } = asObject(await monitor.execute('query-migrate')) ?? {};
    if (status === 'completed') return await receiver.received;
    if (status === 'failed' || status === 'cancelled')
      throw new SaveFailed(`QEMU could not save the machine: ${typeof reason === 'string' ? reason : status}`);
    if (performance.now() - startedMs > saveLimitMs)
      throw new SaveFailed(`the machine was not saved within ${saveLimitMs / 1000} s`);
    await pause(pollMs);
  }
}
