import { dropBackends, plugAttached } from './attach/plug-attached.ts';
import { QmpError } from '../machine/qmp/message.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { freeSlot, signPaths, whereItIs } from './pci-places.ts';
import { attachedDevice, listPeripherals, refuseShared } from './unplug.ts';

/**
 * The id of a model whose device was unplugged, or the name of the bus behind one. That of one which is there may also
 * be the name of a driver.
 */
export async function isUnpluggedModel(text: string, hardware: Hardware): Promise<boolean> {
  const device = attachedDevice(text, hardware)?.id ?? text;
  if (device === text && !hardware.models.ids.includes(text)) return false;
  return !(await listPeripherals(hardware.monitor)).some(({ id }) => id === device);
}

/**
 * `hw plug MODEL`: the model's process still waits for a machine, which finds the device reset. @throws HwRefusal
 * @throws QmpError
 */
export async function plugModel(id: string, hardware: Hardware): Promise<HwResult> {
  const { monitor, plugged } = hardware;
  refuseShared(id, hardware);
  const device = attachedDevice(id, hardware);
  if (device === undefined) throw new Error(`Internal error: ${id} is a model without a device`);
  plugged.checkRoom();
  const slot = device.place === 'slot' ? await freeSlot(hardware) : undefined;
  await dropLeftOver(hardware, device);
  await plugged.during(device.id, undefined, { monitor, plug: () => plugAttached(monitor, device, slot) });
  const found = await whereItIs(device.id, hardware);
  const paths = device.sign === undefined ? undefined : await signPaths(device.sign, monitor);
  return { ...found, ...(paths === undefined ? {} : { guestPath: paths.join(' ') }) };
}

/** What is behind a device stays when the guest threw it out by itself. */
async function dropLeftOver({ monitor }: Hardware, device: Parameters<typeof dropBackends>[1]): Promise<void> {
  try {
    await dropBackends(monitor, device);
  } catch (error) {
    // Usually there is none.
    if (!(error instanceof QmpError && error.phase === 'execute')) throw error;
  }
}
