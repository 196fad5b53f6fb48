import { treeBase } from '../../device/tree/tree-places.ts';
import { treePlace } from '../../device-host/tree-place.ts';
import type { AttachedDevice, BusAttachment } from './attached-device.ts';

/** A PCI function whose other end is a model. */
function vfioUserFunction(id: string, socket: string, writes: 'awaited' | 'posted' = 'awaited'): AttachedDevice {
  return {
    id,
    driver: 'vfio-user-pci',
    properties: {
      socket: { type: 'unix', path: socket },
      // A read may take as long as its fault says.
      'x-msg-timeout': 60_000,
      // Awaited writes complete before the guest goes on, so a test that looks at the device sees what they did.
      'x-no-posted-writes': writes === 'awaited',
    },
    backends: [],
    place: 'slot',
  };
}

export const pciAttachment: BusAttachment = {
  device: ({ id, socket }) => ({ ...vfioUserFunction(id, socket), model: id }),
};

/** All devices of a machine's tree are behind one function. No driver is for it. */
export const treeAttachment: BusAttachment = {
  sharedName: () => treePlace,
  controller: (id, socket) => ({
    ...vfioUserFunction(id, socket),
    registersAt: treeBase,
    // Made when the kernel has given addresses to it, which the agent then changes.
    sign: { pciDevice: id, paths: ['resource0'] },
  }),
};

const defaultI2cBus = 'i2c0';

/** The devices of an I2C bus are behind one controller, which the process of the models serves with them. */
export const i2cAttachment: BusAttachment = {
  takesClients: true,
  sharedName: (place = defaultI2cBus) => place,
  controller: (id, socket) => ({
    // No test looks at the controller, and its driver waits for an interrupt anyway.
    ...vfioUserFunction(id, socket, 'posted'),
    sign: { pciDevice: id, paths: ['i2c-*', 'i2c_designware*/i2c-*'] },
  }),
};

/** What all devices of a board share: its name, and the place of an I2C device on it. */
export const boardName = 'board';

/** All devices of these buses are behind one function. */
export const boardAttachment: BusAttachment = {
  sharedName: () => boardName,
  controller: (id, socket) => ({
    ...vfioUserFunction(id, socket),
    // Its driver makes this file when all devices are there.
    sign: { pciDevice: id, paths: ['qdt_devices'] },
  }),
};
