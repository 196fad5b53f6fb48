import { expect, it } from 'vitest';
import { templateMachine, testMachine } from '../../../src/engine/cell-machine.ts';
import { identitiesThatServe } from '../../../src/engine/template-identity.ts';
import { planStarts } from '../../../src/plan/start-plan.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { planOf, suite, suiteTest } from '../plan/plan-request.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';

const supplies = fakeSupplies(someQemu, '/a', { sha256: 'a'.repeat(64) });

const fault = { text: 'call-fail function=kmalloc', file: '/s/edu/failing/info/faults', line: 1 };

/** A test whose calls fail, one whose calls do not, and one of a suite that names what else can fail. */
const [failing, plain, failable] = planOf([
  suite('/s/edu', [], {
    tests: [suiteTest('/s/edu', 'failing', { faults: [fault] }), suiteTest('/s/edu', 'plain')],
    kernelModules: ['uio'],
  }),
  suite('/s/other', ['one'], { failable: [], kernelModules: ['uio'] }),
]).tests as [PlannedTest, PlannedTest, PlannedTest];

/** What each test's template is found by, in the slots that it wants or in more. */
function servedBy(...tests: readonly PlannedTest[]): readonly (readonly string[])[] {
  const starts = planStarts(tests, {
    start: 'clone',
    repeat: 1,
    keepsState: () => true,
    busModules: () => [],
    obstacle: () => undefined,
  });
  return tests.map((test) => {
    const start = starts.get(test);
    if (start?.kind !== 'clone') throw new Error('expected a clone');
    const machine = templateMachine(start.template, supplies, 'tcg');
    return identitiesThatServe({ machine, slots: start.template.slots, supplies });
  });
}

it('a template without the helper for calls never serves a test that needs it, nor the other way round', () => {
  const [withHelper = [], without = [], likewise = []] = servedBy(failing, plain, failable);
  expect(withHelper.length).toBeGreaterThan(1);
  expect(without.length).toBe(withHelper.length);
  expect(without.filter((identity) => withHelper.includes(identity))).toEqual([]);
  expect(likewise).toEqual(withHelper);
});

it('a machine that boots for itself loads the helper after what the suite names, if its test needs it', () => {
  const loaded = (test: PlannedTest): string | undefined =>
    testMachine(test, supplies, 'tcg').kernelParameters.find((word) => word.startsWith('qdt.modules='));
  expect([failing, plain, failable].map(loaded)).toEqual([
    'qdt.modules=uio,qdt_calls',
    'qdt.modules=uio',
    'qdt.modules=uio,qdt_calls',
  ]);
});
