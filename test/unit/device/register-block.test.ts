import { expect, it } from 'vitest';
import { blockHandlers, createTestBus, defineDevice, KiB, registerBlock } from 'qemu-driver-test/device';

const numbers = [1, 2, 3] as const;

const threeTimers = defineDevice({
  name: 'three-timers',
  pci: { vendor: 0x1de5, device: 0x0043, class: 0xff0000 },
  bars: {
    0: {
      size: 4 * KiB,
      registers: {
        ID: { at: 0x000, access: 'RO', reset: 7 },
        ...registerBlock(
          'TIMER',
          { numbers, at: 0x100, stride: 0x40 },
          {
            CONTROL: { at: 0x00, fields: { RUN: { bits: 0 }, MODE: { bits: [3, 2] } } },
            PERIOD: { at: 0x04, lockedBy: 'CONTROL.RUN' },
            COUNT: { at: 0x08, width: 8 },
          },
        ),
      },
    },
  },
  read: blockHandlers('TIMER', numbers, {
    COUNT:
      (timer) =>
      ({ regs }: { regs: Readonly<Record<`TIMER${1 | 2 | 3}_PERIOD`, number>> }) =>
        BigInt(timer * regs[`TIMER${timer}_PERIOD`]),
  }),
});

it('a block of registers is there once for each number, each copy at its own place', async () => {
  const bus = await createTestBus(threeTimers);
  await bus.write('TIMER1_PERIOD', 5);
  await bus.write('TIMER3_PERIOD', 7);
  expect(await bus.readAt(0, 0x104, 4)).toBe(5n);
  expect(await bus.readAt(0, 0x184, 4)).toBe(7n);
  expect(await bus.read('TIMER2_PERIOD')).toBe(0);
  expect(await bus.read('ID')).toBe(7);
});

it('keeps the widths, fields and locks that the block declares, each copy its own', async () => {
  const bus = await createTestBus(threeTimers);
  await bus.write('TIMER2_CONTROL', 0xff);
  await bus.write('TIMER2_PERIOD', 9);
  await bus.write('TIMER1_PERIOD', 9);
  expect(await bus.read('TIMER2_CONTROL')).toBe(0x0d);
  expect(await bus.read('TIMER2_PERIOD')).toBe(0);
  expect(await bus.read('TIMER1_PERIOD')).toBe(9);
  const count: bigint = await bus.read('TIMER1_COUNT');
  expect(count).toBe(9n);
});

it('makes a handler for each number', async () => {
  const bus = await createTestBus(threeTimers);
  for (const timer of numbers) await bus.write(`TIMER${timer}_PERIOD`, 10);
  expect([await bus.read('TIMER1_COUNT'), await bus.read('TIMER2_COUNT'), await bus.read('TIMER3_COUNT')]).toEqual([
    10n,
    20n,
    30n,
  ]);
});
