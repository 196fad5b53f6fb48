import { defineUsbDevice, ms } from 'qemu-driver-test/device';

const commands = { samples: 1, limit: 2 };
const maxSamples = 64 * 1024;

/** A scale: it tells the weight in grams, a row of samples on command, and an alarm when there is too much on it. */
export default defineUsbDevice({
  name: 'scale',
  usb: {
    vendor: 0x1de5,
    product: 0x0acd,
    speed: 'high',
    strings: { manufacturer: 'qemu-driver-test', product: 'Scale' },
  },
  interfaces: {
    data: {
      class: 0xff,
      endpoints: {
        commands: { out: 1, type: 'bulk' },
        answers: { in: 1, type: 'bulk' },
        alarms: { in: 2, type: 'interrupt', everyMs: 8, packet: 8 },
      },
    },
  },
  controls: { weight: { type: 'number', initial: 0, min: 0, max: 50_000, unit: 'g' } },
  state: () => ({ zero: 0, limit: 30_000 }),
  control: {
    TARE: {
      request: 0x10,
      out: ({ state, controls }) => {
        state.zero = controls.weight;
      },
    },
    WEIGHT: { request: 0x11, in: ({ state, controls }) => word(controls.weight - state.zero) },
  },
  received: {
    commands: async ({ state, controls, clock, endpoints }, bytes) => {
      if (bytes.length !== 5) return 'stall';
      const [command, argument] = [bytes.readUInt8(0), bytes.readUInt32LE(1)];
      if (command === commands.limit) {
        state.limit = argument;
        return undefined;
      }
      if (command !== commands.samples || argument > maxSamples) return 'stall';
      await new Promise<void>((resolve) => void clock.after(ms, resolve));
      return endpoints.answers.send(Buffer.alloc(4 * argument, word(controls.weight - state.zero)));
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
