import { expect, it } from 'vitest';
import { createTestBus, defineDevice } from 'qemu-driver-test/device';

it.each([
  ['a promise', () => Promise.resolve(1)],
  ['undefined', () => undefined],
  ['NaN', () => NaN],
])('a model in JavaScript whose read handler gives %s is told what one must give', async (given, handler) => {
  // What a compiler would not let pass.
  const read = { R: handler as unknown as () => number };
  const model = defineDevice({
    name: 'wrong',
    pci: { vendor: 1, device: 2, class: 3 },
    bars: { 0: { size: 16, registers: { R: { at: 0 } } } },
    read,
  });
  const bus = await createTestBus(model, { onCrash: 'all-ones' });
  expect(await bus.read('R')).toBe(0xffff_ffff);
  expect(bus.crash).toMatchObject({
    during: 'read of R',
    message: `TypeError: a read handler must return a number and not wait, but it returned ${given}`,
  });
});
