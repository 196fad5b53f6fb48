import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateIdentity } from '../../../src/engine/template-identity.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import { fileIdentity } from '../../../src/host/files/file-facts.ts';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import type { MachineSpec } from '../../../src/machine/machine-spec.ts';
import type { RecordEntry } from '../../../src/record/entries.ts';
import type { Step } from '../../fake-qemu/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { runsOf, runThree, type ThreeRun } from './three-tests.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';

const machine: MachineSpec = {
  arch: x86_64,
  accelerator: 'tcg',
  userArgs: [['-m', '256']],
  bootImage: '/boot/vmlinux',
  initramfs: '/boot/initramfs',
  kernelParameters: [],
  sharedFolder: undefined,
  moduleTree: undefined,
  diskImage: undefined,
};

const supplies = fakeSupplies(someQemu, '/boot/initramfs', { sha256: 'a'.repeat(64), bootImage: '/boot/vmlinux' });

describe('what a template depends on', () => {
  const identity = (changes: Partial<MachineSpec> = {}, supplied = supplies, slots = 2): string =>
    templateIdentity({ machine: { ...machine, ...changes }, supplies: supplied, slots });

  it('is the same for the same machine', () => {
    expect(identity()).toBe(identity());
  });

  it.each<[string, () => string]>([
    ['an argument', () => identity({ userArgs: [['-m', '257']] })],
    ['the kernel parameters', () => identity({ kernelParameters: ['quiet'] })],
    ['the initramfs', () => identity({ initramfs: '/another' })],
    ['the kernel', () => identity({}, { ...supplies, kernel: { ...supplies.kernel, sha256: 'c'.repeat(64) } })],
    ['QEMU', () => identity({}, { ...supplies, qemu: { ...supplies.qemu, sha256: 'c'.repeat(64) } })],
    ['the accelerator', () => identity({ accelerator: 'kvm' })],
    ['the slots', () => identity({}, supplies, 3)],
    ['a disk image', () => identity({ diskImage: { path: '/disk', format: 'raw' } })],
  ])('is %s, among others', (_what, changed) => {
    expect(changed()).not.toBe(identity());
  });

  it.each<[string, (disk: string) => Partial<MachineSpec>]>([
    ['the disk image', (path) => ({ diskImage: { path, format: 'raw' } })],
    ['a file that an argument names', (path) => ({ userArgs: [['-drive', `if=none,id=d,file=${path}`]] })],
  ])('is the content of %s', (_what, changes) => {
    const disk = join(temporaryDirectory(), 'disk.img');
    writeFileSync(disk, 'before');
    const before = identity(changes(disk));
    writeFileSync(disk, 'after that');
    expect(identity(changes(disk))).not.toBe(before);
  });
});

const say = (text: string): Step => ({ say: 'console', text });
const ready: Step = { say: 'control', text: 'ready 1 6.1.0-fake\n' };
const boot: readonly Step[] = [say('[    0.500000] a driver of the kernel\n'), ready];
const clones = Array.from({ length: 3 }, () => ['pass', 'clone']);

interface Places {
  readonly root: string;
  readonly store: string;
}

function newPlaces(): Places {
  const root = temporaryDirectory();
  return { root, store: join(root, 'store') };
}

function keptIn({ store }: Places): readonly string[] {
  return readdirSync(join(store, 'assets'));
}

function startsOf(outcome: readonly RecordEntry[]): readonly (readonly string[])[] {
  return runsOf(outcome).map(({ verdict, record }) => [verdict.outcome, record.start]);
}

describe('what one run saves', () => {
  it('is what the next one clones, and its console is there again', async () => {
    const places = newPlaces();
    const first = await runThree({ boot }, places);
    const second = await runThree({ boot }, places);
    expect([first.launches, second.launches]).toEqual([4, 3]);
    for (const { outcome, warnings } of [first, second]) expect([startsOf(outcome), warnings]).toEqual([clones, []]);
    const consoleOf = ({ outDirectory }: ThreeRun): string =>
      readFileSync(join(outDirectory, 'debian-6.12-default/boot/console.log'), 'utf8');
    expect(consoleOf(second)).toBe(consoleOf(first));
    expect(consoleOf(second)).toContain('a driver of the kernel');
  });

  it('shows its findings in every run that rests on it', async () => {
    const places = newPlaces();
    const warned = [say('[    0.500000] WARNING: CPU: 0 PID: 1 at drivers/misc/toy.c:12 toy_init+0x12/0x40\n'), ready];
    const [first, second] = [await runThree({ boot: warned }, places), await runThree({ boot: warned }, places)];
    const findings = ({ outcome }: ThreeRun): unknown =>
      outcome.flatMap((entry) => (entry.entry === 'boot' ? entry.findings.map(({ title }) => title) : []));
    expect(findings(first)).toEqual([expect.stringContaining('toy_init')]);
    expect([second.launches, findings(second)]).toEqual([3, findings(first)]);
  });

  it('is not used by a run that is to boot, and replaced by what that run saves', async () => {
    const places = newPlaces();
    await runThree({}, places);
    const memory = (): string | undefined => fileIdentity(join(places.store, 'assets', keptIn(places)[0] ?? '', 'ram'));
    const before = memory();
    const fresh = await runThree({}, { ...places, templates: 'new' });
    expect([fresh.launches, startsOf(fresh.outcome)]).toEqual([4, clones]);
    expect([memory() === undefined, memory() === before]).toEqual([false, false]);
  });

  it.each<[string, (directory: string) => void]>([
    ['memory was written to', (directory) => appendFileSync(join(directory, 'ram'), 'x')],
    ['memory is gone', (directory) => rmSync(join(directory, 'ram'))],
    ['state was changed', (directory) => writeFileSync(join(directory, 'state'), 'another')],
    ['state is gone', (directory) => rmSync(join(directory, 'state'))],
    ['console is gone', (directory) => rmSync(join(directory, 'console.log'))],
    ['description is no JSON', (directory) => writeFileSync(join(directory, 'template.json'), '{')],
    ['description is another', (directory) => writeFileSync(join(directory, 'template.json'), '{"release":1}')],
  ])('is booted and saved again when its %s', async (_what, damage) => {
    const places = newPlaces();
    await runThree({}, places);
    damage(join(places.store, 'assets', keptIn(places)[0] ?? ''));
    const [second, third] = [await runThree({}, places), await runThree({}, places)];
    expect([second.launches, third.launches]).toEqual([4, 3]);
    expect([second, third].map(({ outcome, warnings }) => [startsOf(outcome), warnings])).toEqual([
      [clones, []],
      [clones, []],
    ]);
  });

  it('is booted and saved again when a clone of it is dead, and no test starts cold', async () => {
    const places = newPlaces();
    await runThree({}, places);
    const second = await runThree(
      { asClone: { atStart: [{ killTimes: 1, counted: join(places.root, 'kills') }] } },
      places,
    );
    // A dead clone, the new template, three clones.
    expect([second.launches, startsOf(second.outcome), second.warnings]).toEqual([5, clones, []]);
    expect((await runThree({}, places)).launches).toBe(3);
  });

  it('is booted once more, and not kept, when its clock runs many times too fast', async () => {
    const places = newPlaces();
    const hasty = [say('[   99.000000] tsc: Detected 99.112 MHz processor\n'), ready];
    const runs = [await runThree({ boot: hasty }, places), await runThree({ boot: hasty }, places)];
    // Two boots and three clones each: where every boot is so, the tests run as before.
    expect(runs.map(({ outcome, launches }) => [launches, startsOf(outcome)])).toEqual([
      [5, clones],
      [5, clones],
    ]);
    expect((await runThree({}, places)).launches).toBe(4);
  });

  it('serves machines that need fewer slots, but not those that need more', async () => {
    const places = newPlaces();
    const many = { ...places, devices: [['edu', 'e1000', 'rtl8139']] };
    const runs = [await runThree({}, many), await runThree({}, places), await runThree({}, many)];
    expect(runs.map(({ launches }) => launches)).toEqual([4, 3, 3]);
    const more = await runThree({}, { ...places, devices: [['edu', 'e1000', 'rtl8139', 'edu', 'edu']] });
    expect([more.launches, keptIn(places).length]).toEqual([4, 2]);
  });

  it('with more slots is no longer there when a clone of it was dead', async () => {
    const places = newPlaces();
    await runThree({}, { ...places, devices: [['edu', 'e1000', 'rtl8139']] });
    const before = keptIn(places);
    const second = await runThree(
      { asClone: { atStart: [{ killTimes: 1, counted: join(places.root, 'kills') }] } },
      places,
    );
    expect([second.launches, startsOf(second.outcome)]).toEqual([5, clones]);
    expect(keptIn(places)).toHaveLength(1);
    expect(keptIn(places)).not.toEqual(before);
  });

  it('makes room for later ones and keeps none of before the host started', async () => {
    const places = newPlaces();
    await runThree({}, places);
    const old = join(places.store, 'assets/template-old');
    mkdirSync(old);
    const [kept = ''] = keptIn(places).filter((name) => name !== 'template-old');
    const description = readFileSync(join(places.store, 'assets', kept, 'template.json'), 'utf8');
    writeFileSync(join(old, 'template.json'), description.replace(/"hostBoot": ?"[^"]*"/, '"hostBoot": "before"'));
    await runThree({}, { ...places, templates: 'new' });
    expect(keptIn(places)).toEqual([kept]);
  });

  it('is held by the run that uses it, whoever removes it meanwhile', async () => {
    const places = newPlaces();
    await runThree({}, places);
    const assets = join(places.store, 'assets');
    const onEvent = ({ kind }: RunEvent): void => {
      if (kind === 'test-begin') rmSync(assets, { recursive: true, force: true });
    };
    const running = await runThree({}, { ...places, onEvent });
    expect([running.launches, startsOf(running.outcome)]).toEqual([3, clones]);
    expect(existsSync(assets)).toBe(false);
  });

  it('is swept where a run was killed while it was kept', async () => {
    const places = newPlaces();
    await runThree({}, places);
    const abandoned = join(places.store, 'staging', `${keptIn(places)[0] ?? ''}.killed`);
    mkdirSync(abandoned);
    await runThree({}, places);
    expect(existsSync(abandoned)).toBe(false);
  });

  it('is told once when it cannot be kept, and costs nothing else', async () => {
    const places = newPlaces();
    writeFileSync(places.store, 'not a directory');
    const { outcome, warnings } = await runThree({}, places);
    expect(startsOf(outcome)).toEqual(clones);
    expect(warnings).toEqual([`The store ${places.store} has a file where a directory should be.`]);
  });
});
