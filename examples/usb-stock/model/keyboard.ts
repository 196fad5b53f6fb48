import { defineUsbDevice } from 'qemu-driver-test/device';

/** Eight modifier keys, a byte that is reserved, five LEDs, six keys at a time. */
const report = Buffer.from(
  [
    '05010906a101', // a keyboard
    '050719e029e71500250175019508', // modifiers: 8 bits
    '8102',
    '950175088103', // reserved: a byte
    '95057501050819012905', // LEDs: 5 bits, and 3 that are unused
    '9102950175039103',
    '950675081500256505071900296581', // keys: 6 bytes
    '00c0',
  ].join(''),
  'hex',
);
const hidDescriptor = [9, 0x21, 0x11, 0x01, 0, 1, 0x22, report.length, 0];
const reportType = 0x22;
const firstLetter = 4;

/** A keyboard for the kernel's usbhid. Setting `typed` types letters from a to z. */
export default defineUsbDevice({
  name: 'keyboard',
  usb: { vendor: 0x1de5, product: 0x0b0d, speed: 'full', strings: { manufacturer: 'qdt', product: 'keyboard' } },
  interfaces: {
    keys: {
      class: 3,
      subclass: 1,
      protocol: 1,
      descriptors: [hidDescriptor],
      endpoints: { presses: { in: 1, type: 'interrupt', everyMs: 10, packet: 8 } },
    },
  },
  controls: {
    typed: { type: 'text', initial: '' },
    leds: { type: 'number', initial: 0, readOnly: true },
  },
  control: {
    // The descriptor of the reports is asked of the interface, and is not a part of the configuration.
    GET_DESCRIPTOR: {
      type: 'standard',
      request: 6,
      in: (_device, { value }) => (value >> 8 === reportType ? report : 'stall'),
    },
    GET_REPORT: { type: 'class', request: 0x01, in: () => Buffer.alloc(8) },
    SET_REPORT: {
      type: 'class',
      request: 0x09,
      out: ({ controls }, { bytes }) => {
        controls.leds = bytes[0] ?? 0;
      },
    },
    SET_IDLE: { type: 'class', request: 0x0a, out: () => undefined },
    SET_PROTOCOL: { type: 'class', request: 0x0b, out: () => undefined },
  },
  changed: {
    typed: ({ endpoints }, text) => {
      for (const letter of text.toLowerCase()) {
        const key = letter.charCodeAt(0) - 'a'.charCodeAt(0);
        if (key < 0 || key >= 26) continue;
        endpoints.presses.send(Buffer.from([0, 0, firstLetter + key, 0, 0, 0, 0, 0]));
        endpoints.presses.send(Buffer.alloc(8));
      }
    },
  },
});
