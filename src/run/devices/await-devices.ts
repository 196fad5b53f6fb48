import { dirname } from 'node:path';
import type { HwMonitor } from '../../hardware/answerers.ts';
import type { AttachedClient, AttachedDevice } from '../../hardware/attach/attached-device.ts';
import { signPaths } from '../../hardware/pci-places.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';

export interface Awaiting {
  readonly monitor: HwMonitor;
  readonly session: Pick<AgentSession, 'ask'>;
  /** Models that a fault hits from the start, so that the guest may never find their devices. */
  readonly faulty: ReadonlySet<string>;
}

/** On a busy host, enumeration takes seconds. */
const patienceMs = 10_000;
/** A fault may be the reason why there is nothing to find, and that is what the test wants to see. */
const faultyPatienceMs = 2000;

/** The devices of a machine that had them from its start. @throws AgentRefusal @throws AgentLost @throws QmpError */
export async function awaitDevices(devices: readonly AttachedDevice[], awaiting: Awaiting): Promise<void> {
  for (const device of devices) await awaitDevice(device, awaiting);
}

/**
 * Waits until the guest has found a device and what its bus's driver makes of it, so that the first stage finds it,
 * too. @throws AgentRefusal when it does not @throws AgentLost @throws QmpError
 */
export async function awaitDevice(device: AttachedDevice, awaiting: Awaiting): Promise<void> {
  const { sign, model, clients = [] } = device;
  if (sign === undefined) return;
  const isFaulty = model !== undefined && awaiting.faulty.has(model);
  const waitMs = isFaulty ? faultyPatienceMs : patienceMs;
  const paths = await signPaths(sign, awaiting.monitor);
  if (paths === undefined) throw new AgentRefusal(`QEMU does not list ${sign.pciDevice} among its PCI devices`);
  try {
    await awaiting.session.ask(`found ${waitMs} ${paths.join(' ')}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    if (isFaulty) return;
    throw new AgentRefusal(
      `device ${model ?? device.driver}: expected that the guest finds it within ${waitMs / 1000} s, found nothing ` +
        `at ${paths.join(' or ')}. console.log has what the kernel says of it, timeline.jsonl what its model did.`,
      { cause: error },
    );
  }
  if (device.registersAt !== undefined) await switchOn(device.registersAt, paths, awaiting.session);
  for (const client of clients) await tellClient(client, paths, awaiting.session);
}

/** The devices of the machine's tree get their registers, and their drivers. @throws AgentRefusal @throws AgentLost */
async function switchOn(address: number, [path = '']: readonly string[], session: Awaiting['session']): Promise<void> {
  try {
    await session.ask(`switch-on 0x${address.toString(16)} ${dirname(path)}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    throw new AgentRefusal(`the devices of the device tree were not switched on: ${error.message}`, { cause: error });
  }
}

/** @throws AgentRefusal when the kernel refuses it @throws AgentLost */
async function tellClient(
  { model, type, address }: AttachedClient,
  adapters: readonly string[],
  session: Awaiting['session'],
): Promise<void> {
  try {
    await session.ask(`i2c-new ${type} 0x${address.toString(16)} ${adapters.join(' ')}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    throw new AgentRefusal(
      `device ${model}: expected that the guest's kernel takes it as ${type}, but ${error.message}. ` +
        'console.log has what the kernel says of it.',
      { cause: error },
    );
  }
}
