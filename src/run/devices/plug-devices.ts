import { asObject } from '../../bounds/parse-json.ts';
import type { CreateDevice } from '../../device-host/control-protocol.ts';
import { slotId } from '../../machine/qemu-arguments.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { parseExactJson, QmpError } from '../../machine/qmp/message.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { pause } from '../watch/deadline.ts';
import type { ModelLease } from './model-device.ts';

/** Creates a device, with the interrupt line relay if its model has a line. @throws DeviceHostError */
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
  /** Values of `-device`, in the order in which the guest must find them. */
  readonly devices: readonly string[];
  /** Whether each goes to its own slot; otherwise QEMU finds a place. */
  readonly hasSlots: boolean;
}

const runLimitMs = 30_000;
const pollMs = 2;

/**
 * Plugs devices into a running clone and waits until the guest has found them. @throws AgentRefusal when QEMU refuses a
 * device or the guest does not find it @throws AgentLost @throws QmpError
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
    // One after the other: the guest could find the second of two first and number them accordingly.
    await session.ask(`devices ${index + 1}`);
  }
}

/** For people: a device model's id; for other devices the text as written. */
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
 * The human monitor parses a device exactly as the command line does. Nothing from a guest comes here: the text is from
 * the suite, which may write anything on QEMU's command line. Returns QEMU's complaint.
 */
async function plugText(monitor: Monitor, device: string, slot: string | undefined): Promise<string | undefined> {
  const place = slot !== undefined && !/(^|,)bus=/.test(device) ? `,bus=${slot}` : '';
  const complaint = await monitor.execute('human-monitor-command', { 'command-line': `device_add ${device}${place}` });
  return typeof complaint === 'string' && complaint.trim() !== '' ? complaint.trim() : undefined;
}

/**
 * Structured properties, such as a vfio-user device's socket, are written as JSON, which the human monitor does not
 * parse.
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

/** A device is plugged in while the guest runs; before that, the guest would not be notified. */
async function whenRunning(monitor: Monitor): Promise<void> {
  const startedMs = performance.now();
  while (asObject(await monitor.execute('query-status'))?.['status'] !== 'running') {
    if (performance.now() - startedMs > runLimitMs)
      throw new AgentRefusal(`the clone did not run within ${runLimitMs / 1000} s`);
    await pause(pollMs);
  }
}
