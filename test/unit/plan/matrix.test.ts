import { expect, it } from 'vitest';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { planJson, planMatrix } from '../../../src/plan/matrix.ts';
import { parseMachineOption } from '../../../src/plan/parse-machine-option.ts';
import { shardPlan } from '../../../src/plan/shard.ts';
import { kernel, machine, planOf, suite, testsOf } from './plan-request.ts';

const edu = suite('/work/edu', ['dma', 'irq', 'reset'], { kernel: 'debian:6.1' });
const usb = suite('/work/usb', ['hub']);

it('is kernels × machines × shards, never an empty one', () => {
  const plan = planOf([edu, usb], {
    kernels: [kernel('debian:6.1'), kernel('debian:6.12')],
    machines: [machine("small=-m 256 -append 'a b'")],
    tests: ['edu/*'],
  });
  const { include } = planMatrix(plan, 8, ({ directory }) => directory.slice(1));
  expect(include.map(({ name }) => name)).toEqual([
    'debian-6.1-small-1-of-3',
    'debian-6.1-small-2-of-3',
    'debian-6.1-small-3-of-3',
    'debian-6.12-small-1-of-3',
    'debian-6.12-small-2-of-3',
    'debian-6.12-small-3-of-3',
  ]);
  expect(include[1]).toEqual({
    name: 'debian-6.1-small-2-of-3',
    suites: ['work/edu'],
    kernel: 'debian:6.1',
    machine: "small=-m 256 -append 'a b'",
    shard: '2/3',
    cell: 'debian-6.1-small',
  });
});

it('what its jobs run is together what one run would, where suites choose their own kernels', () => {
  const plan = planOf([edu, usb], { machines: [machine('a=-m 1G'), machine('b=')] });
  const suites = [edu, usb];
  const run = planMatrix(plan, 2, ({ directory }) => directory).include.flatMap((job) => {
    const kernelSpec = parseKernelSpec(job.kernel, '/work');
    const machineShape = parseMachineOption(job.machine);
    if (kernelSpec.kind !== 'spec' || machineShape.kind !== 'spec')
      throw new Error(`cannot run ${JSON.stringify(job)}`);
    const own = planOf(
      suites.filter(({ directory }) => job.suites.includes(directory)),
      { kernels: [kernelSpec.spec], machines: [machineShape.spec] },
    );
    const [index = 0, count = 0] = job.shard.split('/').map(Number);
    const shard = shardPlan(own, { index, count });
    return shard.kind === 'shard' ? testsOf(shard.plan) : [];
  });
  expect([...run].sort()).toEqual([...testsOf(plan)].sort());
});

it('a plan as data names every test and cell', () => {
  expect(planJson(planOf([usb]))).toEqual({
    cells: [
      {
        id: 'debian-6.12-default',
        kernel: 'debian:6.12',
        machine: { name: 'default', args: ['-m', '256M', '-smp', '1'] },
        qemu: 'default',
        arch: 'x86_64',
      },
    ],
    tests: [
      {
        id: 'usb/hub',
        cell: 'debian-6.12-default',
        description: '',
        timeoutMs: 60_000,
        expectsFailure: false,
        tags: [],
      },
    ],
  });
});
