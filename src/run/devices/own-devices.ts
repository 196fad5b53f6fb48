import type { AttachedDevice } from '../../hardware/attach/attached-device.ts';
import { deviceArguments } from '../../hardware/attach/plug-attached.ts';
import type { MachineSpec, OwnDevices } from '../../machine/machine-spec.ts';
import { slotId } from '../../machine/qemu-arguments.ts';

/** The devices of models by when a machine gets them that boots for its test. */
export interface Attached {
  /** It boots with them. */
  readonly first: readonly AttachedDevice[];
  /** They are plugged in before the first stage, because they would disturb its boot. */
  readonly later: readonly AttachedDevice[];
}

export function attachedTo({ arch }: Pick<MachineSpec, 'arch'>, devices: readonly AttachedDevice[]): Attached {
  const isLate = ({ isSerialPort }: AttachedDevice): boolean => arch.guest.portsTakeConsole && isSerialPort === true;
  return { first: devices.filter((device) => !isLate(device)), later: devices.filter(isLate) };
}

/**
 * In slots as in a clone, so that `hw unplug` works here, too: what is on the root bus of q35 stays there. Those that
 * come later find theirs behind the first ones.
 */
export function ownDevices({ first, later }: Attached, hasSlots: boolean): OwnDevices {
  let slots = 0;
  const args = first.flatMap((device) =>
    deviceArguments(device, hasSlots && device.place === 'slot' ? slotId(slots++) : undefined),
  );
  return { slots: hasSlots ? slots + later.length : 0, args };
}
