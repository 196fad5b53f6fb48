import { HwRefusal } from './answerers.ts';
import type { AttachedDevice } from './attach/attached-device.ts';
import type { GuestQuestion, Hardware, HwResult } from './hardware.ts';
import { portAbove } from './pci-places.ts';

/** A device that is to go. `id`: what it was called in the request; `device`: its id in QEMU. */
export interface Leaving {
  readonly id: string;
  readonly device: string;
  readonly attached: AttachedDevice | undefined;
}

/**
 * How a device leaves its slot where the kernel has no driver for hot-plug: the guest's `hw` has the kernel let it go,
 * and takes the power from the slot. Then QEMU takes the device out, which `concluded` waits for. Undefined: the kernel
 * hears of it, or it is in no slot. @throws QmpError
 */
export async function releaseQuestion(
  { id, device }: Leaving,
  { announces, monitor }: Pick<Hardware, 'announces' | 'monitor'>,
  concluded: () => Promise<HwResult>,
): Promise<GuestQuestion | undefined> {
  const port = announces === false ? await portAbove(device, monitor) : undefined;
  if (port === undefined) return undefined;
  return {
    orders: [`release /sys/bus/pci/devices/${port}`],
    conclude: async ([[outcome = 'failed it does not say why'] = []]) => {
      if (outcome === 'ok') return await concluded();
      throw new HwRefusal(`the guest has not released ${id}: ${outcome.replace(/^failed /, '')}`);
    },
  };
}
