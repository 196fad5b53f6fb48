import { defineDevice } from 'qemu-driver-test/device';

export default defineDevice({
  name: 'tells-memory',
  pci: { vendor: 1, device: 2, class: 0xff0000 },
  bars: { 0: { size: 4096, registers: { LEVEL: { at: 0 } } } },
  controls: { level: { type: 'number', initial: 0, min: 0, max: 9 } },
  changed: {
    level: ({ dma }, value) => {
      // Not awaited, like the message of an interrupt. A machine that is gone refuses it.
      dma.write(0x1000n, Buffer.from([value])).catch(() => undefined);
    },
  },
});
