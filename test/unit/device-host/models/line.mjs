import { defineDevice } from 'qemu-driver-test/device';

/** A line and nothing else. */
export default defineDevice({
  name: 'line',
  pci: { vendor: 1, device: 2, class: 0 },
  interrupts: { intx: true },
  bars: {
    0: {
      size: 16,
      registers: { RAISE: { at: 0, access: 'WO' }, LOWER: { at: 4, access: 'WO' }, STORE: { at: 8, access: 'WO' } },
    },
  },
  write: {
    RAISE: ({ interrupts }) => interrupts.raise(),
    LOWER: ({ interrupts }) => interrupts.lower(),
    STORE: ({ interrupts, dma }, address) => {
      // Not awaited: they come in their order by themselves.
      const stored = dma.write(BigInt(address), Buffer.from('stored'));
      interrupts.raise();
      return stored;
    },
  },
});
