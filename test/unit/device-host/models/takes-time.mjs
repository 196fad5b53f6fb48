import { defineDevice } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'takes-time',
  pci: { vendor: 1, device: 2, class: 0xff0000 },
  bars: { 0: { size: 4096, registers: { LEVEL: { at: 0 } } } },
  controls: {
    level: { type: 'number', initial: 0, min: 0, max: 9 },
    stuck: { type: 'number', initial: 0, min: 0, max: 9 },
  },
  changed: {
    level: async ({ regs }, value) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      regs.LEVEL = value;
    },
    stuck: () => new Promise(() => undefined),
  },
});
