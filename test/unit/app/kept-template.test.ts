import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepTemplate, templateIdentity, type TemplateWish } from '../../../src/app/kept-template.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import { x86_64 } from '../../../src/machine/architecture.ts';
import type { MachineSpec } from '../../../src/machine/machine-spec.ts';
import { createProvisionContext } from '../../../src/provision/provision-context.ts';
import { fakeQemu, type Scenario } from '../../fake-qemu/scenario.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const machine: MachineSpec = {
  arch: x86_64,
  accelerator: 'tcg',
  userArgs: [['-m', '256']],
  bootImage: '/boot/vmlinux',
  initramfs: '/boot/initramfs',
  kernelParameters: [],
  sharedFolder: undefined,
  diskImage: undefined,
};

const supplies: CellSupplies = {
  qemu: {
    spec: 'fake',
    version: '11.1.3',
    sha256: 'b'.repeat(64),
    command: ['/q'],
    imgCommand: undefined,
    firmwareArgs: [],
    env: {},
  },
  kernel: {
    spec: 'debian:6.1',
    release: '6.1.0-56-amd64',
    sha256: 'a'.repeat(64),
    bootImage: '/boot/vmlinux',
    bootFormat: 'vmlinux',
    modulesDirectory: undefined,
  },
  archive: { path: '/boot/initramfs', hasVirtFs: true },
  builds: new Map(),
  statefulDevices: new Set(),
};

describe('what a template depends on', () => {
  const identity = (changes: Partial<MachineSpec> = {}, supplied = supplies, slots = 2): string =>
    templateIdentity({ ...machine, ...changes }, supplied, slots);

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

describe('a template that cannot be made', () => {
  it.each<[string, Scenario, string]>([
    [
      'because QEMU cannot save the machine',
      { refusedCommands: { 'migrate-set-capabilities': { class: 'GenericError', desc: 'not here' } } },
      'QEMU refused migrate-set-capabilities: not here',
    ],
    [
      'because the machine does not boot',
      { boot: [{ complain: 'no such device' }, { exit: 1 }] },
      'QEMU ended by itself with exit status 1: no such device',
    ],
  ])('%s is none, with the reason, and nothing is kept', async (_why, scenario, reason) => {
    const root = temporaryDirectory();
    const store = join(root, 'store');
    const phases: string[] = [];
    const kept = await keepTemplate(
      { ...wishFor(scenario, root), onBoot: (phase) => phases.push(phase) },
      contextAt(store),
    );
    expect(kept).toMatchObject({ cached: { kind: 'none', reason }, isNew: true });
    expect([phases, readdirSync(join(store, 'assets')), readdirSync(join(store, 'staging'))]).toEqual([
      ['begin', 'end'],
      [],
      [],
    ]);
  });

  it('because the store cannot be written is none as well', async () => {
    const root = temporaryDirectory();
    const store = join(root, 'store');
    writeFileSync(store, 'not a directory');
    const kept = await keepTemplate(wishFor({}, root), contextAt(store));
    expect(kept.cached).toMatchObject({
      kind: 'none',
      reason: `The store ${store} has a file where a directory should be.`,
    });
  });

  it('because it was cancelled is no template and no reason, but the end', async () => {
    const root = temporaryDirectory();
    const cancel = new AbortController();
    const context = createProvisionContext({
      progress: () => undefined,
      signal: cancel.signal,
      storeRoot: join(root, 'store'),
    });
    const kept = keepTemplate(
      { ...wishFor({ boot: [{ hang: true }] }, root), onBoot: () => cancel.abort(new Error('enough')) },
      context,
    );
    await expect(kept).rejects.toThrow('enough');
  });
});

function wishFor(scenario: Scenario, root: string): TemplateWish {
  const directory = join(root, 'logs');
  mkdirSync(directory);
  return {
    machine,
    slots: 2,
    supplies: { ...supplies, qemu: fakeQemu(scenario, root) },
    bootDeadlineMs: 60_000,
    directory,
    onBoot: () => undefined,
  };
}

function contextAt(storeRoot: string): ReturnType<typeof createProvisionContext> {
  return createProvisionContext({ progress: () => undefined, signal: new AbortController().signal, storeRoot });
}
