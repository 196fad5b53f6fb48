import { asObject } from '../../bounds/parse-json.ts';
import type { CreateDevice } from '../../device-host/control-protocol.ts';
import { slotId } from '../../machine/qemu-arguments.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { parseExactJson, QmpError } from '../../machine/qmp/message.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { pause } from '../watch/deadline.ts';
import type { ModelLease } from './model-device.ts';

/** Makes a device, with the relay of its interrupt line where its model has one. @throws DeviceHostError */
export async function createDevice(
  { ask, lineRelay }: Pick<ModelLease, 'ask' | 'lineRelay'>,
  request: Omit<CreateDevice, 'do' | 'lineRelay'>,
): Promise<{ readonly model: string }> {
  const { hasLine } = await ask({ do: 'examine', model: request.model });
  return await ask({ do: 'create', ...request, ...(hasLine ? { lineRelay: await lineRelay() } : {}) });
}

type Monitor = Pick<QmpClient, 'execute'>;

export interface Plugging {
  readonly machine: { readonly monitor: Promise<Monitor> };
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
export async function plugDevices(
  { machine, devices, hasSlots }: Plugging,
  session: Pick<AgentSession, 'ask'>,
): Promise<void> {
  if (devices.length === 0) return;
  const monitor = await machine.monitor;
  await whenRunning(monitor);
  for (const [index, device] of devices.entries()) {
    const complaint = await (device.startsWith('{') ? plugJson : plugText)(
      monitor,
      device,
      hasSlots ? slotId(index) : undefined,
    );
    if (complaint !== undefined) throw new AgentRefusal(`device ${nameOf(device)} could not be plugged: ${complaint}`);
    // One after the other: of two at once the guest may find the second first, and number them so.
    await session.ask(`devices ${index + 1}`);
  }
}

/** For people: a device model's id, and what else is plugged in as it was written. */
function nameOf(device: string): string {
  const id = device.startsWith('{') ? asObject(parseJson(device))?.['id'] : undefined;
  return typeof id === 'string' ? id : device;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The human monitor takes a device exactly as the command line does, quoting and all. Nothing of a guest's comes here:
 * these are words of the suite, which may say on QEMU's command line what it likes. Says what QEMU had against it.
 */
async function plugText(monitor: Monitor, device: string, slot: string | undefined): Promise<string | undefined> {
  const place = slot !== undefined && !/(^|,)bus=/.test(device) ? `,bus=${slot}` : '';
  const complaint = await monitor.execute('human-monitor-command', { 'command-line': `device_add ${device}${place}` });
  return typeof complaint === 'string' && complaint.trim() !== '' ? complaint.trim() : undefined;
}

/**
 * What has structured properties, such as a vfio-user device's socket, is written as JSON, which the human monitor does
 * not read.
 */
async function plugJson(monitor: Monitor, device: string, slot: string | undefined): Promise<string | undefined> {
  try {
    const properties = asObject(parseExactJson(device));
    if (properties === undefined) return 'expected a JSON object';
    await monitor.execute('device_add', { ...(slot === undefined ? {} : { bus: slot }), ...properties });
    return undefined;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof QmpError && error.phase === 'execute')) return error.message;
    throw error;
  }
}

/** A device is plugged into a guest that runs: before that, nobody would tell the guest. */
async function whenRunning(monitor: Monitor): Promise<void> {
  const startedMs = performance.now();
  while (asObject(await monitor.execute('query-status'))?.['status'] !== 'running') {
    if (performance.now() - startedMs > runLimitMs)
      throw new AgentRefusal(`the clone did not run within ${runLimitMs / 1000} s`);
    await pause(pollMs);
  }
}
