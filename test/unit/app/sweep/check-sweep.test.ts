import { expect, it } from 'vitest';
import { RunRefused } from '../../../../src/app/load-suites.ts';
import { sweepTargets } from '../../../../src/app/sweep/check-sweep.ts';
import { separateFaults } from '../../../../src/app/sweep/separate-faults.ts';
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
  const [planned] = planOf([suite('/s/edu', ['a'], { devices, moduleDirectories: ['/s/edu/driver'] })]).tests;
  if (planned === undefined) throw new Error('expected a test');
  return planned;
}

it('takes the only device, or the one that is named', () => {
  const devicesOf = (planned: PlannedTest, device: string | undefined, ...faults: readonly string[]): unknown =>
    sweepTargets({ planned, device, faults, all: false }).map((target) => target.device);
  expect(devicesOf(plannedWith('x'), undefined, 'dma-fail')).toEqual(['x']);
  expect(devicesOf(plannedWith('x', 'y'), 'y', 'dma-fail', 'read-stuck bits=0x1 at=0')).toEqual(['y']);
});

it('takes calls of the driver, also beside faults of a device', () => {
  const targets = sweepTargets({
    planned: plannedWith('x'),
    device: undefined,
    faults: ['read-ones', 'call-fail group=dma', 'call-fail'],
    all: false,
  });
  expect(targets.map(({ device, faults }) => [device, faults.map(({ label }) => label)])).toEqual([
    ['x', ['read-ones']],
    [undefined, ['call-fail', 'call-fail-2']],
  ]);
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
  ['a device for calls', plannedWith('x'), 'x', 'call-fail', '--device x: expected no device, because only calls fail'],
  ['a trigger of calls', plannedWith(), undefined, 'call-fail nth=2', 'expected no nth, from, every or probability'],
  [
    'an unknown group',
    plannedWith(),
    undefined,
    'call-fail group=dna',
    '--fault: fault "call-fail group=dna": unknown group "dna"; did you mean dma?',
  ],
  [
    'an unknown function',
    plannedWith(),
    undefined,
    'call-fail function=misc_registre',
    'no function "misc_registre" is known to fail; did you mean misc_register',
  ],
  [
    'an unknown errno',
    plannedWith(),
    undefined,
    'call-fail function=misc_register value=ENOMEN',
    'unknown value "ENOMEN"; did you mean ENOMEM',
  ],
])('refuses %s', (_name, ...[planned, device, fault, message]) => {
  const check = (): unknown => sweepTargets({ planned, device, faults: [fault], all: false });
  expect(check).toThrow(RunRefused);
  expect(check).toThrow(message);
});

it('says what a suite lacks whose calls cannot fail', () => {
  const [planned] = planOf([suite('/s/edu', ['a'])]).tests;
  if (planned === undefined) throw new Error('expected a test');
  const check = (): unknown => sweepTargets({ planned, device: undefined, faults: ['call-fail'], all: false });
  expect(check).toThrow(RunRefused);
  expect(check).toThrow('Add info/modules to it');
});

it.each([
  ['dma-fail,irq-drop', ['dma-fail', 'irq-drop']],
  ['call-fail group=alloc,dma', ['call-fail group=alloc,dma']],
  ['call-fail group=alloc,dma,read-ones,call-fail', ['call-fail group=alloc,dma', 'read-ones', 'call-fail']],
  ['read-stuck bits=0x1 at=0,dma-fial', ['read-stuck bits=0x1 at=0', 'dma-fial']],
])('--fault %s', (value, faults) => {
  expect(separateFaults(value)).toEqual(faults);
});
