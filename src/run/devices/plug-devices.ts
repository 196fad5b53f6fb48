import { asObject } from '../../bounds/parse-json.ts';
import type { AttachedDevice } from '../../hardware/attach/attached-device.ts';
import { plugAttached } from '../../hardware/attach/plug-attached.ts';
import { slotId } from '../../machine/qemu-arguments.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { parseExactJson, QmpError } from '../../machine/qmp/message.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { pause } from '../watch/deadline.ts';
import { awaitDevice } from './await-devices.ts';

type Monitor = Pick<QmpClient, 'execute'>;

export interface Plugging {
  readonly machine: { readonly monitor: Promise<Monitor> };
  /** Values of `-device`, and the devices of models, in the order in which the guest must find them. */
  readonly devices: readonly (string | AttachedDevice)[];
  /** Whether each PCI function goes to its own slot; otherwise QEMU finds a place. */
  readonly hasSlots: boolean;
  /** How many slots have devices already; absent: none. */
  readonly slotsTaken?: number;
  /** Whether the kernel hears of them; otherwise it is told to look. */
  readonly announces: boolean;
  /** Models that a fault hits from the start, so that the guest may never find their devices. */
  readonly faulty: ReadonlySet<string>;
}

const runLimitMs = 30_000;
const pollMs = 2;

/**
 * Plugs devices into a running machine and waits until the guest has found them. @throws AgentRefusal when QEMU refuses
 * a device or the guest does not find it @throws AgentLost @throws QmpError
 */
export async function plugDevices(
  { machine, devices, hasSlots, slotsTaken = 0, announces, faulty }: Plugging,
  session: Pick<AgentSession, 'ask'>,
): Promise<void> {
  if (devices.length === 0) return;
  const monitor = await machine.monitor;
  await whenRunning(monitor);
  let functions = 0;
  // One after the other: the guest could find the second of two first and number them accordingly.
  for (const device of devices) {
    const isFunction = typeof device === 'string' || device.place === 'slot';
    const slot = isFunction && hasSlots ? slotId(slotsTaken + functions) : undefined;
    const complaint = await plugOne(monitor, device, slot);
    if (complaint !== undefined) throw new AgentRefusal(`device ${nameOf(device)} could not be plugged: ${complaint}`);
    if (isFunction && !announces) await session.ask('tune /sys/bus/pci/rescan=1');
    if (isFunction) await session.ask(`devices ${++functions}`);
    if (typeof device !== 'string') await awaitDevice(device, { monitor, session, faulty });
  }
}

/** Returns QEMU's complaint. */
async function plugOne(
  monitor: Monitor,
  device: string | AttachedDevice,
  slot: string | undefined,
): Promise<string | undefined> {
  if (typeof device !== 'string') return await complaintOf(() => plugAttached(monitor, device, slot));
  return await (device.startsWith('{') ? plugJson : plugText)(monitor, device, slot);
}

/** For people: a device model's id; for other devices the text as written. */
function nameOf(device: string | AttachedDevice): string {
  if (typeof device !== 'string') return device.model ?? `${device.driver} for device models`;
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
  return await complaintOf(async () => {
    const properties = asObject(parseExactJson(device));
    if (properties === undefined) throw new SyntaxError('expected a JSON object');
    await monitor.execute('device_add', { ...(slot === undefined ? {} : { bus: slot }), ...properties });
  });
}

/** What QEMU, or the reader of JSON, has against it; undefined: nothing. */
async function complaintOf(plug: () => Promise<void>): Promise<string | undefined> {
  try {
    await plug();
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
      throw new AgentRefusal(`the machine did not run within ${runLimitMs / 1000} s`);
    await pause(pollMs);
  }
}
