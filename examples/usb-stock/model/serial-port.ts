import { defineUsbDevice } from 'qemu-driver-test/device';

const functional = 0x24;
const serialState = 0x20;
const carrier = 0b01;

/** A serial port of class CDC-ACM for the kernel's cdc_acm. What is written to it comes back in upper case. */
export default defineUsbDevice({
  name: 'serial-port',
  usb: { vendor: 0x1de5, product: 0x0acc, class: 0x020000, strings: { product: 'Echo' } },
  interfaces: {
    line: {
      class: 2,
      subclass: 2,
      protocol: 1,
      // Header, call management, abstract control management, union of interfaces 0 and 1.
      descriptors: [
        [5, functional, 0, 0x10, 0x01],
        [5, functional, 1, 0, 1],
        [4, functional, 2, 0b0010],
        [5, functional, 6, 0, 1],
      ],
      endpoints: { news: { in: 3, type: 'interrupt', everyMs: 16, packet: 16 } },
    },
    data: { class: 10, endpoints: { written: { out: 1, type: 'bulk' }, read: { in: 2, type: 'bulk' } } },
  },
  controls: {
    carrier: { type: 'switch', initial: false },
    baud: { type: 'number', initial: 9600, readOnly: true },
  },
  state: (): { coding: Buffer } => ({ coding: Buffer.from([0x80, 0x25, 0, 0, 0, 0, 8]) }),
  control: {
    SET_LINE_CODING: {
      type: 'class',
      request: 0x20,
      out: ({ state, controls }, { bytes }) => {
        if (bytes.length !== 7) return 'stall';
        state.coding = bytes;
        controls.baud = bytes.readUInt32LE(0);
        return undefined;
      },
    },
    GET_LINE_CODING: { type: 'class', request: 0x21, in: ({ state }) => state.coding },
    SET_CONTROL_LINE_STATE: { type: 'class', request: 0x22, out: () => undefined },
    SEND_BREAK: { type: 'class', request: 0x23, out: () => undefined },
  },
  received: {
    written: ({ endpoints }, bytes) =>
      endpoints.read.send(Buffer.from(bytes.toString('latin1').toUpperCase(), 'latin1')),
  },
  changed: {
    carrier: ({ endpoints }, isThere) =>
      void endpoints.news.send(Buffer.from([0xa1, serialState, 0, 0, 0, 0, 2, 0, isThere ? carrier : 0, 0])),
  },
});
