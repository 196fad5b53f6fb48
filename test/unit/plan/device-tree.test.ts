import { describe, expect, it } from 'vitest';
import { isInTree, missingTree, type TreeModels, treePlanOf } from '../../../src/plan/device-tree.ts';
import { boardDevice } from '../../../src/plan/model-buses.ts';
import type { Cell, PlannedTest } from '../../../src/plan/plan.ts';
import { planStarts, type TemplatePlan } from '../../../src/plan/start-plan.ts';
import type { DeviceLine } from '../../../src/suite/suite.ts';
import { kernel, planOf, suite, suiteTest } from './plan-request.ts';

const facts = { size: 16, properties: {}, clocks: {}, lines: [] };
const models: TreeModels = new Map([
  ['/s/both.ts', { facts, isOnly: false }],
  ['/s/only.ts', { facts, isOnly: true }],
]);
const buses = new Map([...models.keys(), '/s/by-name.ts'].map((path) => [path, 'platform'] as const));

function line(id: string): DeviceLine {
  return { id, path: `/s/${id}.ts`, parameters: new Map(), file: '/s/info/devices', line: 4 };
}

function planned(
  arch: Cell['arch'],
  ids: readonly string[],
  source?: string,
): Pick<PlannedTest, 'cell' | 'suite' | 'test'> {
  const fragment = source === undefined ? undefined : { file: '/s/a/info/device-tree', text: source };
  const test = suiteTest('/s', 'a', { devices: ids.map(line), deviceTree: fragment });
  return { cell: { arch } as Cell, suite: suite('/s', [], { tests: [test] }), test };
}

describe('a device tree', () => {
  it('has the devices whose models say what they are compatible with, on arm64', () => {
    const test = planned('aarch64', ['only', 'by-name', 'both']);
    expect(treePlanOf(test, models)?.devices.map(({ id }) => id)).toEqual(['only', 'both']);
    expect(boardDevice(test, buses, models)?.id).toBe('by-name');
    expect(missingTree(test, models)).toBeUndefined();
  });

  it('is not there for a test that wants nothing in it', () => {
    expect(treePlanOf(planned('aarch64', ['by-name']), models)).toBeUndefined();
    expect(treePlanOf(planned('aarch64', [], '/ { };'), models)?.fragments).toHaveLength(1);
  });

  it.each(['x86_64', 'riscv64'] as const)('is on %s the end of what needs it, with the reason', (arch) => {
    const test = planned(arch, ['both', 'only']);
    expect(treePlanOf(test, models)).toBeUndefined();
    expect(isInTree(test, '/s/both.ts', models)).toBe(false);
    expect(boardDevice(test, buses, models)?.id).toBe('both');
    expect(missingTree(test, models)).toMatchObject({ device: 'only', file: '/s/info/devices', line: 4 });
    expect(missingTree(planned(arch, ['both'], '/ { };'), models)).toMatchObject({ file: '/s/a/info/device-tree' });
    expect(missingTree(planned(arch, ['both']), models)).toBeUndefined();
  });
});

it('has a template of its own for each tree that is another', () => {
  const sources = ['/ { };', '/ { };', '/ { a; };', undefined];
  const tests = sources.map((text, index) =>
    suiteTest('/s', `t${index}`, { deviceTree: text === undefined ? undefined : { file: '/s/f', text } }),
  );
  const plan = planOf([suite('/s', [], { tests })], { kernels: [kernel('debian:6.12:arm64')] });
  const starts = planStarts(plan.tests, {
    start: 'auto',
    repeat: 1,
    keepsState: () => false,
    busModules: () => [],
    treeOf: (test) => treePlanOf(test, models),
    obstacle: () => undefined,
  });
  const templates = plan.tests.map((test): TemplatePlan | undefined => {
    const start = starts.get(test);
    return start?.kind === 'clone' ? start.template : undefined;
  });
  expect(templates.map((template) => templates.indexOf(template))).toEqual([0, 0, 2, 3]);
  expect(templates.map((template) => template?.tree?.fragments[0]?.text)).toEqual(sources);
});
