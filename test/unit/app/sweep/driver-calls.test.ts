import { expect, it } from 'vitest';
import { driverCalls } from '../../../../src/app/sweep/driver-calls.ts';
import type { CallSite } from '../../../../src/device/fault/fault-spec.ts';
import { sweepFaults } from '../../../../src/plan/sweep-plan.ts';

const sites: readonly CallSite[] = [
  { function: 'misc_register', place: 'edu_probe+0x20/0x330 [edu]', line: 'driver/edu.c:539', reached: 1, first: 1 },
  { function: '__kmalloc_noprof', place: 'edu_open+0x5/0x60 [edu]', line: 'driver/edu.c:20', reached: 3, first: 2 },
];

function counted(text: string, all: boolean, found: readonly CallSite[] = sites): unknown {
  const target = driverCalls({ faults: sweepFaults([text]), all });
  const report = { id: 'sweep-call-fail', text, fired: 0, counted: 4, isCleared: false, sites: found };
  const [fault] = target.countIn({ devices: [{ id: 'edu.ko', model: 'module under test', faults: [report] }] });
  return { ...fault, said: fault && target.counted(fault) };
}

it('has one point for each place that calls, with its name and how often it is reached', () => {
  expect(counted('call-fail', false)).toMatchObject({
    counted: 4,
    callers: [
      { module: 'edu', name: 'edu_probe' },
      { module: 'edu', name: 'edu_open' },
    ],
    said: '4 calls from 2 places for call-fail',
    places: [
      {
        nth: 1,
        call: { name: 'misc_register in edu_probe (driver/edu.c:539)', reached: 1 },
        settings: 'function=misc_register at=edu_probe+0x20/0x330 nth=1',
      },
      {
        nth: 2,
        call: { name: '__kmalloc_noprof in edu_open (driver/edu.c:20)', reached: 3 },
        settings: 'function=__kmalloc_noprof at=edu_open+0x5/0x60 nth=1',
      },
    ],
  });
});

it('has with --all one for each time', () => {
  expect(counted('call-fail function=*', true)).toMatchObject({
    places: [
      { nth: 1, call: { time: 1 }, settings: 'at=edu_probe+0x20/0x330 nth=1' },
      { nth: 2, call: { time: 1 }, settings: 'at=edu_open+0x5/0x60 nth=1' },
      { nth: 2, call: { time: 2 }, settings: 'at=edu_open+0x5/0x60 nth=2' },
      { nth: 2, call: { time: 3 }, settings: 'at=edu_open+0x5/0x60 nth=3' },
    ],
  });
});

it('names the module where there are several', () => {
  const other = { function: 'misc_register', place: 'edu_probe+0x20/0x90 [other]', reached: 1, first: 5 };
  expect(counted('call-fail', false, [...sites, other])).toMatchObject({
    places: [{}, {}, { nth: 3, settings: 'function=misc_register module=other at=edu_probe+0x20/0x90 nth=1' }],
  });
});

it('has one for each time at a place that several lines of the driver share', () => {
  const shared = {
    function: '__kmalloc_noprof',
    place: 'kmalloc_array.constprop.0+0x5/0x9 [edu]',
    first: 5,
    reached: 2,
  };
  const name = '__kmalloc_noprof in kmalloc_array.constprop.0';
  expect(counted('call-fail', false, [...sites, shared])).toMatchObject({
    places: [{}, {}, { nth: 3, call: { name, time: 1 } }, { nth: 3, call: { name, time: 2 } }],
  });
  expect(counted('call-fail', false, [shared])).toMatchObject({ places: [{ nth: 1, call: { time: undefined } }] });
});

it('has no point where nothing was counted', () => {
  const target = driverCalls({ faults: sweepFaults(['call-fail']), all: false });
  expect(target.countIn({ devices: [] })).toMatchObject([{ counted: 0, callers: [], places: [] }]);
});
