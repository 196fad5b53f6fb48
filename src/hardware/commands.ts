import type { Hardware, HwResult } from './hardware.ts';
import { plugDevice, unplugDevice } from './plug.ts';
import { getProperty, setProperty } from './properties.ts';

/** One of the things that `hw` can be asked for. */
export interface HwCommand {
  /** What follows its name. */
  readonly usage: string;
  readonly about: string;
  /** @throws HwRefusal, HwUsage, QmpError, DeviceHostError, SystemError */
  readonly run: (words: readonly string[], hardware: Hardware) => Promise<HwResult>;
}

/** The allow-list of requests: what is not here does not exist. */
export const hwCommands: ReadonlyMap<string, HwCommand> = new Map<string, HwCommand>([
  ['get', { usage: 'ID.PROPERTY', about: 'prints a property of a device, or a control of a device model', run: getProperty }],
  ['set', { usage: 'ID.PROPERTY VALUE', about: 'changes it', run: setProperty }],
  ['plug', { usage: 'DRIVER[,id=ID][,disk=SIZE][,property=value …]', about: 'plugs a device in and prints its PCI address', run: plugDevice }],
  ['unplug', { usage: 'ID', about: 'pulls a device out after the guest has let go of it', run: unplugDevice }],
]);
