import { expect, it } from 'vitest';
import { listPlan } from '../../../src/plan/list-plan.ts';
import { kernel, machine, planOf, suite, suiteTest } from './plan-request.ts';

it('lists the cells and tests of every suite', () => {
  const edu = suite('/work/edu', [], {
    tests: [
      suiteTest('/work/edu', 'dma', { description: 'Reads what it wrote.\nAt length.' }),
      suiteTest('/work/edu', 'oops', {
        description: 'Dereferences NULL',
        expectation: { kind: 'crash', title: undefined },
        tags: ['slow', 'irq'],
      }),
    ],
  });
  const plan = planOf([edu, suite('/work/usb', ['hub'], { kernel: 'debian:6.1', qemu: 'host' })], {
    machines: [machine("small=-m 256 -device 'a b'"), machine('none=')],
  });
  expect(listPlan(plan).join('\n')).toBe(`edu: 2 tests × 2 cells = 4
  cells
    debian-6.12-small  debian:6.12 · QEMU default · -m 256 -device 'a b'
    debian-6.12-none   debian:6.12 · QEMU default
  tests
    edu/dma   Reads what it wrote.
    edu/oops  Dereferences NULL · expected to fail · [slow irq]

usb: 1 test × 2 cells = 2
  cells
    debian-6.1-small  debian:6.1 · QEMU host · -m 256 -device 'a b'
    debian-6.1-none   debian:6.1 · QEMU host
  tests
    usb/hub`);
});

it('lists the rows of a table with their values', () => {
  const row = (name: string, mode: string): ReturnType<typeof suiteTest> =>
    suiteTest('/work/edu', `dma@${name}`, {
      description: 'Reads what it wrote.',
      tags: ['slow'],
      row: {
        name,
        variables: new Map([
          ['SIZE', name],
          ['MODE', mode],
        ]),
        file: '/work/edu/dma/info/each',
        line: 2,
      },
    });
  const edu = suite('/work/edu', [], { tests: [row('16', ''), row('4096', 'read and write')] });
  expect(listPlan(planOf([edu])).slice(-2)).toEqual([
    '    edu/dma@16    Reads what it wrote. · SIZE=16 MODE= · [slow]',
    "    edu/dma@4096  Reads what it wrote. · SIZE=4096 'MODE=read and write' · [slow]",
  ]);
});

it('lists only what --test leaves', () => {
  const plan = planOf([suite('/work/edu', ['dma', 'irq']), suite('/work/usb', ['hub'])], {
    tests: ['irq'],
    kernels: [kernel('debian:6.1')],
  });
  expect(listPlan(plan)).toEqual([
    'edu: 1 test × 1 cell = 1',
    '  cells',
    '    debian-6.1-default  debian:6.1 · QEMU default · -m 256M -smp 1',
    '  tests',
    '    edu/irq',
  ]);
});
