import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseAccelerator } from '../../../src/engine/accelerator.ts';
import { type KvmTrial, KvmTrials } from '../../../src/engine/kvm-trials.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';
import { runsOf, runThree, type ThreeRun } from './three-tests.ts';

/** As on a host whose /dev/kvm looks usable. */
const choice = chooseAccelerator('auto', { kind: 'promising' });
const refusing: readonly Step[] = [{ complain: 'no KVM today\n' }, { exit: 1 }];
const brokenKvm: Scenario = { asKvm: { atStart: refusing } };
const clones = Array.from({ length: 3 }, () => ['pass', 'clone']);

const [cell] = planOf([suite('/s/edu', ['a'])]).cells as [Cell];

type Runner = (scenario: Scenario, more?: Parameters<typeof runThree>[1]) => Promise<ThreeRun>;

/** Runs on one host, one after the other. */
function host(): Runner & { readonly store: string } {
  const root = temporaryDirectory();
  const store = join(root, 'store');
  const run: Runner = (scenario, more) => runThree(scenario, { root, store, choice, ...more });
  return Object.assign(run, { store });
}

function startsOf({ outcome }: ThreeRun): readonly (readonly string[])[] {
  return runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, record.start]);
}

function acceleratorOf({ outcome }: ThreeRun): unknown {
  return outcome.flatMap((entry) => (entry.entry === 'run' ? [entry.host.accelerator] : []))[0];
}

function reasonOf({ outcome }: ThreeRun): string | undefined {
  return outcome.flatMap((entry) => (entry.entry === 'run' ? [entry.host.acceleratorReason] : []))[0];
}

describe('where KVM is on trial', () => {
  it('a machine that an earlier run saved on KVM is restored once as the proof, and not booted', async () => {
    const run = host();
    const [first, second] = [await run({}), await run({})];
    // A boot and three clones; then the proof and three clones.
    expect([first.launches, second.launches]).toEqual([4, 4]);
    for (const each of [first, second])
      expect([acceleratorOf(each), startsOf(each), each.warnings]).toEqual(['kvm', clones, []]);
    const boots = second.outcome.flatMap((entry) => (entry.entry === 'boot' ? [entry] : []));
    expect(boots).toEqual([expect.objectContaining({ outcome: 'ok', bootedAt: expect.any(String) as string })]);
    expect(readdirSync(join(second.outDirectory, 'debian-6.12-default/boot'))).toEqual(['console.log']);
  });

  it('a dead clone of it is told, and the machine boots on KVM again', async () => {
    const run = host();
    await run({});
    const second = await run({ asKvmClone: { atStart: [{ killTimes: 1, counted: join(run.store, 'kills') }] } });
    // The dead clone, a boot, three clones.
    expect([second.launches, acceleratorOf(second), startsOf(second)]).toEqual([5, 'kvm', clones]);
    expect(second.warnings).toEqual([
      expect.stringMatching(/^debian-6\.12-default: it boots again, because the machine .* was dead: QEMU .*SIGKILL/),
    ]);
    expect(readdirSync(join(second.outDirectory, 'debian-6.12-default/boot')).sort()).toEqual([
      'console.log',
      'dead-clone',
      'qemu.log',
    ]);
    expect((await run({})).launches).toBe(4);
  });

  it('KVM that does not work any more costs no test: TCG takes over, and the reason is told', async () => {
    const run = host();
    await run({});
    const second = await run(brokenKvm);
    expect([acceleratorOf(second), startsOf(second)]).toEqual(['tcg', clones]);
    expect(second.warnings).toEqual([
      expect.stringContaining('the machine that an earlier run saved was dead'),
      expect.stringMatching(/^KVM is available, but a guest on it did not reach the test agent: .*no KVM today/s),
    ]);
    expect(reasonOf(second)).toContain('no KVM today');
  });

  it('a trial that failed is not made again for an hour, and the machine that was saved on TCG is cloned', async () => {
    const run = host();
    await run(brokenKvm);
    const atMs = Date.now();
    const later = await run({}, { nowMs: () => atMs + 12 * 60_000 });
    expect([later.launches, acceleratorOf(later), startsOf(later), later.warnings]).toEqual([3, 'tcg', clones, []]);
    expect(reasonOf(later)).toMatch(
      /^KVM is available, but a guest on it did not reach the test agent 1[12] minutes ago: .*no KVM today/s,
    );
    const muchLater = await run({}, { nowMs: () => atMs + 61 * 60_000 });
    expect([muchLater.launches, acceleratorOf(muchLater)]).toEqual([4, 'kvm']);
  });

  it('a trial that failed is made again where all machines are to boot', async () => {
    const run = host();
    await run(brokenKvm);
    expect(acceleratorOf(await run({}, { templates: 'new' }))).toBe('kvm');
    // And what it has shown counts from then on.
    expect(acceleratorOf(await run({}))).toBe('kvm');
  });

  it('another machine than the one whose trial failed is tried', async () => {
    const run = host();
    await run(brokenKvm);
    expect(acceleratorOf(await run({}, { machine: 'default=-m 512' }))).toBe('kvm');
  });

  it('a trial is not remembered as failed when the guest does not reach its agent on TCG either', async () => {
    const run = host();
    await run({ ...brokenKvm, atStart: refusing, asTemplate: { atStart: refusing } });
    expect(acceleratorOf(await run({}))).toBe('kvm');
  });
});

describe('the memory of trials', () => {
  const trial = { cell, supplies: fakeSupplies(someQemu, '/archive') };
  const memory = (root: string, nowMs: () => number = Date.now): KvmTrials =>
    new KvmTrials({ store: new AssetStore(root), nowMs });

  it('is of one kernel, QEMU and machine, and forgets one that works', () => {
    const root = temporaryDirectory();
    memory(root).remember(trial, 'it hung');
    const recalled = (changed: KvmTrial): string => memory(root).recall(changed, choice).accelerator;
    const { supplies } = trial;
    expect(recalled(trial)).toBe('tcg');
    expect(recalled({ ...trial, cell: { ...cell, machine: { name: 'm', args: ['-m', '1G'] } } })).toBe('kvm');
    expect(recalled({ ...trial, supplies: { ...supplies, kernel: { ...supplies.kernel, sha256: 'b' } } })).toBe('kvm');
    expect(recalled({ ...trial, supplies: { ...supplies, qemu: { ...supplies.qemu, sha256: 'b' } } })).toBe('kvm');
    memory(root).forget(trial);
    expect(recalled(trial)).toBe('kvm');
  });

  it('concerns only a choice that was to be tried', () => {
    const root = temporaryDirectory();
    memory(root).remember(trial, 'it hung');
    for (const asked of ['kvm', 'tcg'] as const) {
      const chosen = chooseAccelerator(asked, { kind: 'promising' });
      expect(memory(root).recall(trial, chosen)).toBe(chosen);
    }
  });

  it('of a time that has not come is none: the clock was wrong once', () => {
    const root = temporaryDirectory();
    memory(root, () => Date.now() + 1_000_000).remember(trial, 'it hung');
    expect(memory(root).recall(trial, choice)).toBe(choice);
  });

  it.each(['{', '[]', '{"failed":[{"key":1}]}', '{"failed":"all"}'])('that is damaged is none: %s', (text) => {
    const root = temporaryDirectory();
    memory(root).remember(trial, 'it hung');
    writeFileSync(join(root, 'refs/kvm-trials.json'), text);
    expect(memory(root).recall(trial, choice)).toBe(choice);
  });

  it('is not kept where the store cannot be written, and nothing else happens', () => {
    const root = join(temporaryDirectory(), 'store');
    writeFileSync(root, 'not a directory');
    memory(root).remember(trial, 'it hung');
  });
});
