import { defineDevice, ms } from 'qemu-driver-test/device';
import { vendor } from './vendor.ts';
type Step = { readonly by: number };
const step: Step = { by: 2 };
const registers = { ID: { at: 0, access: 'RO', reset: 0xc0ffee }, COUNT: { at: 4, access: 'RO' },
  HOW: { at: 8, access: 'WO' } } as const;

export default defineDevice({
  name: 'counter',
  pci: { vendor, device: 1, class: 0xff0000 },
  interrupts: { msi: 1 },
  bars: { 0: { size: 4096, registers } }, controls: {
    start: { type: 'number', initial: 0, min: 0, max: 1000 }, seen: { type: 'number', initial: 0, readOnly: true } },
  reset: ({ regs, controls, clock }) => {
    regs.COUNT = controls.start;
    clock.every(10 * ms, () => { regs.COUNT += step.by; });
  },
  write: {
    HOW: ({ controls }, how: number) => {
      controls.seen = how;
      if (how === 1) throw new Error('a bug on line 21');
      if (how === 2) for (;;) controls.seen++;
    },
  },
});
