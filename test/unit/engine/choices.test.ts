import { describe, expect, it } from 'vitest';
import { chooseAccelerator, failedBefore, fallBack } from '../../../src/engine/accelerator.ts';
import { automaticJobs } from '../../../src/engine/schedule.ts';
import type { KvmState } from '../../../src/host/kvm.ts';
import type { Plan, PlannedTest } from '../../../src/plan/plan.ts';
import type { PlannedStart } from '../../../src/plan/start-plan.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { machine, planOf, suite, suiteTest } from '../plan/plan-request.ts';

const promising: KvmState = { kind: 'promising' };
const unusable: KvmState = { kind: 'unusable', reason: 'there is no /dev/kvm', advice: 'Get one.' };

describe('chooseAccelerator', () => {
  it.each([
    ['auto', promising, { accelerator: 'kvm', reason: 'KVM works here', advice: undefined, fallsBack: true }],
    [
      'kvm',
      promising,
      { accelerator: 'kvm', reason: 'asked for with --accel kvm', advice: undefined, fallsBack: false },
    ],
    [
      'tcg',
      promising,
      { accelerator: 'tcg', reason: 'asked for with --accel tcg', advice: undefined, fallsBack: false },
    ],
    ['auto', unusable, { accelerator: 'tcg', reason: 'there is no /dev/kvm', advice: 'Get one.', fallsBack: false }],
    [
      'tcg',
      unusable,
      { accelerator: 'tcg', reason: 'asked for with --accel tcg', advice: undefined, fallsBack: false },
    ],
  ] as const)('takes for --accel %s with KVM %j', (asked, kvm, choice) => {
    expect(chooseAccelerator(asked, kvm)).toEqual(choice);
  });

  it('refuses KVM that cannot work, with what to do', () => {
    expect(() => chooseAccelerator('kvm', unusable)).toThrow(
      new ProvisionError('--accel kvm: there is no /dev/kvm', { hint: 'Get one.' }),
    );
  });

  it('falls back to TCG for good, with the reason', () => {
    expect(fallBack('the kernel printed nothing on its console')).toEqual({
      accelerator: 'tcg',
      reason:
        'KVM is available, but a guest on it did not reach the test agent: the kernel printed nothing on ' +
        'its console',
      advice: 'Nested virtualisation is often the cause. --accel tcg skips the attempt.',
      fallsBack: false,
      detail: 'the kernel printed nothing on its console',
    });
  });

  it.each([
    [0, 'just now'],
    [60_000, 'a minute ago'],
    [12 * 60_000 + 59_000, '12 minutes ago'],
  ])('says how long ago an earlier run has found that out: %i ms, %s', (agoMs, words) => {
    expect(failedBefore('it hung', agoMs)).toMatchObject({
      accelerator: 'tcg',
      reason: `KVM is available, but a guest on it did not reach the test agent ${words}: it hung`,
      fallsBack: false,
    });
  });
});

describe('automaticJobs', () => {
  const small = planOf([suite('/s/edu', ['a'])], { machines: [machine('small=-m 256')] });
  const cold = (plan: Plan): Starts =>
    new Map(plan.tests.map((planned) => [planned, { kind: 'cold', reason: 'asked for' }]));
  const clones = ({ cells, tests }: Plan): Starts => {
    const templates = new Map(
      cells.map((cell) => [cell, { cell, args: [], diskImage: undefined, kernelModules: [], slots: 0 }]),
    );
    return new Map(
      tests.flatMap((planned) => {
        const template = templates.get(planned.cell);
        return template === undefined ? [] : [[planned, { kind: 'clone', template, devices: [], reason: '' }] as const];
      }),
    );
  };

  it.each([
    ['as many as there are processors', 4, 16_000, 4],
    ['as many as fit into memory', 64, 2000, 4],
    ['one where not even one fits', 4, 100, 1],
  ])('is %s', (_, cpus, availableMemoryMiB, jobs) => {
    expect(automaticJobs(cold(small), { cpus, memoryMiB: 16_000, availableMemoryMiB })).toBe(jobs);
  });

  it('counts the largest machine of the plan, with the memory that a test asks for', () => {
    const tests = [suiteTest('/s/edu', 'a'), suiteTest('/s/edu', 'b', { qemuArgs: ['-m', '1G'] })];
    expect(
      automaticJobs(cold(planOf([suite('/s/edu', [], { tests })])), {
        cpus: 64,
        memoryMiB: 16_000,
        availableMemoryMiB: 4000,
      }),
    ).toBe(3);
  });

  it('counts of clones what each writes to, and what they share once a template', () => {
    const machines = ['a', 'b', 'c'].map((name) => machine(`${name}=-m 1024`));
    const of = (count: number): Starts =>
      clones(planOf([suite('/s/edu', ['t'])], { machines: machines.slice(0, count) }));
    const at = (starts: Starts): number =>
      automaticJobs(starts, { cpus: 64, memoryMiB: 16_000, availableMemoryMiB: 1024 + 10 * 224 });
    expect([at(of(1)), at(of(2)), at(of(3))]).toEqual([10, 5, 5]);
  });
});

type Starts = ReadonlyMap<PlannedTest, PlannedStart>;
