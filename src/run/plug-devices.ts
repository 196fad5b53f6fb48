import type { Machine } from '../machine/machine.ts';
import { slotId } from '../machine/qemu-arguments.ts';
import { asObject } from '../machine/qmp/message.ts';
import type { QmpClient } from '../machine/qmp/client.ts';
import { AgentRefusal } from './agent-failure.ts';
import type { AgentSession } from './agent-session.ts';
import { pause } from './deadline.ts';

export interface Plugging {
  readonly machine: Machine;
  /** Values of `-device`, in the order in which the guest shall find them. */
  readonly devices: readonly string[];
  /** Whether each goes to a slot of its own; else QEMU finds a place. */
  readonly hasSlots: boolean;
}

const runLimitMs = 30_000;
const pollMs = 2;

/**
 * Plugs devices into a running clone and waits until the guest has found them.
 * @throws AgentRefusal when QEMU refuses one or the guest does not find it; AgentLost, QmpError.
 */
export async function plugDevices({ machine, devices, hasSlots }: Plugging, session: AgentSession): Promise<void> {
  if (devices.length === 0) return;
  const monitor = await machine.monitor;
  await whenRunning(monitor);
  for (const [index, device] of devices.entries()) {
    const place = hasSlots && !/(^|,)bus=/.test(device) ? `,bus=${slotId(index)}` : '';
    // The human monitor takes a device exactly as the command line does, quoting and all.
    const complaint = await monitor.execute('human-monitor-command', { 'command-line': `device_add ${device}${place}` });
    if (typeof complaint === 'string' && complaint.trim() !== '') throw new AgentRefusal(`device ${device} could not be plugged: ${complaint.trim()}`);
    // One after the other: of two at once the guest may find the second first, and number them so.
    await session.ask(`devices ${index + 1}`);
  }
}

/** A device is plugged into a guest that runs: before that, nobody would tell the guest. */
async function whenRunning(monitor: QmpClient): Promise<void> {
  const startedMs = performance.now();
  while (asObject(await monitor.execute('query-status'))?.['status'] !== 'running') {
    if (performance.now() - startedMs > runLimitMs) throw new AgentRefusal(`the clone did not run within ${runLimitMs / 1000} s`);
    await pause(pollMs);
  }
}
