import { defineUsbDevice } from 'qemu-driver-test/device';

/** A device with everything that a description can have, for tests. */
export const scale = defineUsbDevice({
  name: 'scale',
  usb: {
    vendor: 0x1de5,
    product: 0x0acd,
    speed: 'high',
    strings: { manufacturer: 'qdt', product: 'Scale', serial: '7' },
  },
  interfaces: {
    data: {
      class: 0xff,
      endpoints: {
        commands: { out: 1, type: 'bulk' },
        answers: { in: 1, type: 'bulk' },
        alarms: { in: 2, type: 'interrupt', everyMs: 8, packet: 16 },
      },
    },
  },
  controls: { weight: { type: 'number', initial: 1000 } },
  state: () => ({ tare: 0, received: [] as string[] }),
  control: {
    TARE: {
      request: 0x10,
      out: ({ state }, { value, bytes }) => {
        state.tare = value + bytes.length;
      },
    },
    WEIGHT: { request: 0x11, in: ({ controls, state }) => Buffer.from(`${controls.weight - state.tare}`) },
    NOTHING: { request: 0x12, in: () => 'stall' },
  },
  received: {
    commands: ({ endpoints, state }, bytes) => {
      state.received.push(bytes.toString());
      endpoints.answers.send(bytes);
    },
  },
  changed: { weight: ({ endpoints }, value) => void endpoints.alarms.send(Buffer.from(`${value}`)) },
});
