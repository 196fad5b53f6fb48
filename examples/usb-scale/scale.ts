import { defineUsbDevice } from 'qemu-driver-test/device';

export default defineUsbDevice({
  name: 'scale',
  usb: { vendor: 0x1de5, product: 0x0acd, speed: 'high', strings: { product: 'Scale' } },
  interfaces: {
    data: {
      class: 0xff,
      endpoints: {
        commands: { out: 1, type: 'bulk' },
        answers:  { in: 1, type: 'bulk' },
        alarms:   { in: 2, type: 'interrupt', everyMs: 8, packet: 8 },
      },
    },
  },
  controls: { weight: { type: 'number', initial: 0, min: 0, max: 50_000, unit: 'g' } },
  state: () => ({ zero: 0, limit: 30_000 }),
  control: {
    TARE:   { request: 0x10, out: ({ state, controls }) => void (state.zero = controls.weight) },
    WEIGHT: { request: 0x11, in: ({ state, controls }) => word(controls.weight - state.zero) },
  },
  received: {
    commands: ({ state, controls, endpoints }, bytes) => {
      const argument = bytes.length === 5 ? bytes.readUInt32LE(1) : Infinity;
      if (argument > 65_536) return 'stall';
      if (bytes[0] === 1) endpoints.answers.send(Buffer.alloc(4 * argument, word(controls.weight - state.zero)));
      else if (bytes[0] === 2) state.limit = argument;
      else return 'stall';
      return true;
    },
  },
  changed: {
    weight: ({ state, endpoints }, weight) => {
      if (weight > state.limit) endpoints.alarms.send(word(weight));
    },
  },
});

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
