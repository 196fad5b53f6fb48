import { expect, it } from 'vitest';
import { createTestBus, defineDevice } from 'qemu-driver-test/device';
import { PciUnit } from '../../../src/device/unit/pci-unit.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { linkTo } from '../../../src/device/test-bus/create-test-bus.ts';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { TestMachine } from '../../../src/device/test-bus/test-machine.ts';

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

it('an interrupt has the time at which it was sent, before what the guest does because of it', async () => {
  const model = defineDevice({
    name: 'bell',
    pci: { vendor: 1, device: 2, class: 3 },
    interrupts: { msi: 1 },
    bars: { 0: { size: 16, registers: { BELL: { at: 0, access: 'WO' }, STATUS: { at: 4, access: 'RO' } } } },
    write: { BELL: ({ interrupts }) => interrupts.raise() },
  });
  let nowUs = 0;
  const unit = new PciUnit(model, { time: { ...hostTime, nowUs: () => nowUs++ } });
  // The driver's handler runs while the device still waits for the answer to its message.
  const memory = new GuestMemory(
    () => void machine.read('STATUS'),
    () => undefined,
  );
  const machine: TestMachine<typeof model.bars, typeof model.controls> = new TestMachine(
    model,
    linkTo(unit, memory, 'throw'),
    memory,
  );
  await machine.enable('msi');
  await machine.write('BELL', 1);
  const told = unit.log
    .entries()
    .toSorted((one, other) => one.atUs - other.atUs)
    .map(({ kind }) => kind);
  expect(told).toEqual(['write', 'interrupt', 'read']);
});
