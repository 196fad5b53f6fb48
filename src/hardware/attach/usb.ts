import type { AttachedDevice, BusAttachment, ModelSeat } from './attached-device.ts';

/** The most that a controller of QEMU has, of each speed. */
const ports = 15;

function usbDevice({ id, socket }: ModelSeat, port: number): AttachedDevice {
  return {
    id,
    model: id,
    driver: 'usb-redir',
    properties: { chardev: `qdt.model.${id}`, bus: 'qdt.usb.0', port: String(port) },
    backends: [{ kind: 'bytes', id: `qdt.model.${id}`, socket }],
    place: 'controller',
    // The kernel makes endpoint 0 when all interfaces of a new device are there.
    sign: { pciDevice: 'qdt.usb', paths: [`usb*/*-${port}/ep_00`] },
  };
}

/** A controller of QEMU, with a port for each model. */
export const usbAttachment: BusAttachment = {
  sharedName: () => 'usb',
  controller: (id) => ({
    id,
    driver: 'qemu-xhci',
    properties: { p2: ports, p3: ports },
    backends: [],
    place: 'slot',
  }),
  device: usbDevice,
};

const defaultCanBus = 'can0';

/** A CAN adapter at the same controller, with the nodes of its bus behind it. The first of them brings it. */
export const canAttachment: BusAttachment = {
  ...usbAttachment,
  sharedDevice: (place = defaultCanBus) => place,
  device: (seat, port) => ({
    ...usbDevice(seat, port),
    sign: { pciDevice: 'qdt.usb', paths: [`usb*/*-${port}/*-${port}:*/net/*`] },
  }),
};
