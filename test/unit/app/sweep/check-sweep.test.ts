import { expect, it } from 'vitest';
import { RunRefused } from '../../../../src/app/load-suites.ts';
import { checkSweep } from '../../../../src/app/sweep/check-sweep.ts';
import type { PlannedTest } from '../../../../src/plan/plan.ts';
import { planOf, suite } from '../../plan/plan-request.ts';

function plannedWith(...ids: readonly string[]): PlannedTest {
  const devices = ids.map((id, index) => ({
    id,
    path: `/s/${id}.ts`,
    parameters: new Map<string, string>(),
    file: '/s/edu/info/devices',
    line: index + 1,
  }));
  const [planned] = planOf([suite('/s/edu', ['a'], { devices })]).tests;
  if (planned === undefined) throw new Error('expected a test');
  return planned;
}

it('takes the only device, or the one that is named', () => {
  expect(checkSweep({ planned: plannedWith('x'), device: undefined, faults: ['dma-fail'] })).toBe('x');
  expect(
    checkSweep({ planned: plannedWith('x', 'y'), device: 'y', faults: ['dma-fail', 'read-stuck bits=0x1 at=0'] }),
  ).toBe('y');
});

it.each<[string, PlannedTest, string | undefined, string, string]>([
  ['a test without a device', plannedWith(), undefined, 'dma-fail', 'edu/a has no device model to sweep'],
  [
    'two devices and no name',
    plannedWith('x', 'y'),
    undefined,
    'dma-fail',
    'edu/a has 2 device models: choose one with --device x or --device y.',
  ],
  ['a name that nobody has', plannedWith('x'), 'z', 'dma-fail', '--device z: expected a device model of edu/a: x.'],
  [
    'a fault that is none',
    plannedWith('x'),
    undefined,
    'dma-fial',
    '--fault: fault "dma-fial": unknown fault "dma-fial"; the faults are irq-drop,',
  ],
  [
    'a trigger',
    plannedWith('x'),
    undefined,
    'dma-fail nth=3',
    '--fault "dma-fail nth=3": expected no nth, from, every or probability',
  ],
  [
    'a device in the fault',
    plannedWith('x'),
    undefined,
    'dma-fail device=x',
    '--fault "dma-fail device=x": expected no device or id',
  ],
])('refuses %s', (_name, ...[planned, device, fault, message]) => {
  const check = (): unknown => checkSweep({ planned, device, faults: [fault] });
  expect(check).toThrow(RunRefused);
  expect(check).toThrow(message);
});
