import type { BusAttachment } from './attached-device.ts';

/** A UART of QEMU; the model is at the far end of its line. */
export const serialAttachment: BusAttachment = {
  device: ({ id, socket }) => ({
    id,
    model: id,
    driver: 'pci-serial',
    properties: { chardev: `qdt.model.${id}` },
    backends: [{ kind: 'bytes', id: `qdt.model.${id}`, socket }],
    place: 'slot',
    isSerialPort: true,
    // Since 6.5, a port has devices of its own between the function and the terminal.
    sign: { pciDevice: id, paths: ['tty/tty*', '*:*/*/tty/tty*'] },
  }),
};
