import { describe, expect, it } from 'vitest';
import { planOf, suite, suiteTest } from './plan-request.ts';
import type { Cell, PlannedTest } from '../../../src/plan/plan.ts';
import { planStarts, type StartFacts } from '../../../src/plan/start-plan.ts';
import type { SuiteTest } from '../../../src/suite/suite.ts';

const cell: Cell = {
  id: 'debian-6.1-small',
  kernel: {
    kind: 'distribution',
    text: 'debian:6.1',
    distribution: 'debian',
    series: '6.1',
    flavour: 'generic',
    arch: 'x86_64',
  },
  machine: { name: 'small', args: ['-m', '256'] },
  qemu: { kind: 'host', text: 'host' },
  arch: 'x86_64',
};
const keepsState: StartFacts['keepsState'] = (_cell, driver) => driver !== 'edu';

interface Sketch {
  readonly args?: readonly string[];
  readonly start?: SuiteTest['start'];
}

/** The tests of one suite in one cell, by name. */
function plan(
  suiteArgs: readonly string[],
  tests: Readonly<Record<string, Sketch>>,
  start: StartFacts['start'] = 'auto',
  repeat = 1,
): Readonly<Record<string, unknown>> {
  const own = suite('/s', [], { qemuArgs: suiteArgs });
  const planned = Object.entries(tests).map(([name, sketch]): PlannedTest => {
    const test = suiteTest('/s', name, { qemuArgs: sketch.args ?? [], start: sketch.start ?? 'auto' });
    return { id: `s/${name}`, cell, suite: own, test, timeoutMs: 1000, bootTimeoutMs: undefined, diskImage: undefined };
  });
  const starts = planStarts(planned, {
    start,
    repeat,
    keepsState,
    busModules: () => [],
    obstacle: (_cell, args) => (args.includes('-numa') ? 'it has its own memory backend' : undefined),
  });
  return Object.fromEntries([...starts].map(([{ test }, decided]) => [test.name, decided]));
}

describe('planStarts', () => {
  it('takes the runs of one test that is repeated for tests that share what it asks for', () => {
    expect(plan([], { a: { args: ['-m', '512'] } }, 'auto', 2)['a']).toEqual(
      expect.objectContaining({
        kind: 'clone',
        template: { cell, args: ['-m', '512'], diskImage: undefined, kernelModules: [], slots: 2 },
      }),
    );
    expect(plan([], { a: { args: ['-m', '512'] } })['a']).toEqual(expect.objectContaining({ kind: 'cold' }));
  });

  it('starts tests without arguments of their own from one template', () => {
    const { a, b } = plan([], { a: {}, b: {} });
    expect(a).toEqual({
      kind: 'clone',
      template: { cell, args: [], diskImage: undefined, kernelModules: [], slots: 2 },
      devices: [],
      reason: "the cell's template",
    });
    expect((a as { template: unknown }).template).toBe((b as { template: unknown }).template);
  });

  it("leaves a suite's device in the template when its state is saved, and plugs it in when it is not", () => {
    expect(plan(['-device', 'tpci200,id=t', '-device', 'edu,dma_mask=1'], { a: {} })).toEqual({
      a: {
        kind: 'clone',
        template: { cell, args: ['-device', 'tpci200,id=t'], diskImage: undefined, kernelModules: [], slots: 2 },
        devices: ['edu,dma_mask=1'],
        reason: "the cell's template, with edu plugged in",
      },
    });
  });

  it("plugs a test's own devices in after the suite's, and keeps slots for the test that needs most", () => {
    const { a, b } = plan(['-device', 'edu'], {
      a: {},
      b: { args: ['--device', 'e1000', '-device', 'edu,dma_mask=2'] },
    });
    expect(a).toMatchObject({ devices: ['edu'], template: { slots: 4 } });
    expect(b).toMatchObject({ devices: ['edu', 'e1000', 'edu,dma_mask=2'], template: { slots: 4 } });
  });

  it('keeps the slots of the whole suite, whichever of its tests are chosen', () => {
    const greedy = suiteTest('/s', 'greedy', { qemuArgs: ['edu', 'e1000', 'e1000'].flatMap((d) => ['-device', d]) });
    const cold = suiteTest('/s', 'cold', { qemuArgs: [...greedy.qemuArgs, ...greedy.qemuArgs], start: 'cold' });
    const { tests } = planOf([suite('/s', [], { tests: [suiteTest('/s', 'a'), greedy, cold] })]);
    const slotsOf = (names: readonly string[]): unknown => {
      const chosen = tests.filter(({ test }) => names.includes(test.name));
      const starts = planStarts(chosen, {
        start: 'auto',
        repeat: 1,
        keepsState,
        busModules: () => [],
        obstacle: () => undefined,
      });
      return [...starts.values()].map((start) => (start.kind === 'clone' ? start.template.slots : undefined));
    };
    expect([slotsOf(['a']), slotsOf(['a', 'greedy'])]).toEqual([[4], [4, 4]]);
  });

  it('boots a test cold when its arguments can neither be plugged in nor shared', () => {
    expect(plan([], { a: { args: ['-m', '1G'] }, b: {} })).toMatchObject({
      a: { kind: 'cold', reason: 'no other test has its QEMU arguments -m 1G, which cannot be plugged in' },
      b: { kind: 'clone' },
    });
  });

  it('makes a template of their own for tests that share such arguments, or for one that demands it', () => {
    expect(plan([], { a: { args: ['-m', '1G'] }, b: { args: ['-m', '1G'] } })).toMatchObject({
      a: { kind: 'clone', template: { args: ['-m', '1G'] }, reason: 'a template of its own (2 tests) with -m 1G' },
      b: { kind: 'clone', template: { args: ['-m', '1G'] } },
    });
    expect(plan([], { a: { args: ['-m', '1G'], start: 'clone' } })).toMatchObject({
      a: { kind: 'clone', reason: 'a template of its own (1 test) with -m 1G' },
    });
  });

  it('makes a template of its own for a suite whose modules are loaded before', () => {
    const suites = [suite('/s/a', ['t'], { kernelModules: ['usbhid'] }), suite('/s/b', ['t']), suite('/s/c', ['t'])];
    const { tests } = planOf(suites);
    const starts = planStarts(tests, {
      start: 'auto',
      repeat: 1,
      keepsState,
      busModules: () => [],
      obstacle: () => undefined,
    });
    const templates = tests.map((planned) => {
      const start = starts.get(planned);
      return start?.kind === 'clone' ? start.template : undefined;
    });
    expect(templates.map((template) => template?.kernelModules)).toEqual([['usbhid'], [], []]);
    expect(templates[1]).toBe(templates[2]);
  });

  it('boots cold what cannot be saved', () => {
    expect(plan(['-numa', 'node'], { a: {} })).toEqual({
      a: { kind: 'cold', reason: 'it has its own memory backend' },
    });
  });

  it('boots cold when the suite or the user requests it', () => {
    expect(plan([], { a: { start: 'cold' }, b: {} })).toMatchObject({
      a: { kind: 'cold', reason: 'requested by info/start' },
      b: { kind: 'clone' },
    });
    expect(plan([], { a: {} }, 'cold')).toMatchObject({ a: { kind: 'cold', reason: 'requested with --start cold' } });
  });
});
