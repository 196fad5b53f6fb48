import { describe, expect, it } from 'vitest';
import { readGuestFiles } from '../../../src/app/load-suites.ts';
import { guestFilesFor } from '../../../src/provision/initramfs/guest-files.ts';
import {
  buildInitramfs,
  hasVirtFs,
  type InitramfsContent,
  parseModulesBuiltin,
} from '../../../src/provision/initramfs/initramfs.ts';
import { parseModulesDep } from '../../../src/provision/modules/module-closure.ts';
import { type CpioMember, readCpio } from './read-cpio.ts';

const index = parseModulesDep(
  'kernel/a/virtio.ko.xz: kernel/a/virtio_ring.ko.xz\nkernel/a/virtio_ring.ko.xz:\nextra/edu.ko: ' +
    'kernel/a/virtio.ko.xz kernel/a/virtio_ring.ko.xz\n',
);

const content: InitramfsContent = {
  release: '6.1.0-fake',
  busybox: Buffer.from('busybox'),
  applets: ['busybox', 'sh', 'mount'],
  guestFiles: new Map([
    ['init', Buffer.from('the agent')],
    ['leaks.sh', Buffer.from('# leaks\n')],
  ]),
  bootModules: [
    { path: 'kernel/a/virtio_ring.ko.xz', content: Buffer.from('ring') },
    { path: 'kernel/a/virtio.ko.xz', content: Buffer.from('virtio') },
  ],
  furtherModules: [{ path: 'extra/edu.ko', content: Buffer.from('edu') }],
  index,
};

describe('buildInitramfs', () => {
  const members = new Map(
    readCpio(buildInitramfs(content)).map((member): readonly [string, CpioMember] => [member.name, member]),
  );
  const textOf = (name: string): string => members.get(name)?.content.toString() ?? `no ${name}`;

  it('holds what the kernel needs to start the agent: init and a console, and the shell of scripts', () => {
    expect([textOf('init'), members.get('init')?.mode.toString(8)]).toEqual(['the agent', '100755']);
    expect([textOf('bin/busybox'), members.get('bin/busybox')?.mode.toString(8)]).toEqual(['busybox', '100755']);
    expect([members.get('dev/console')?.mode.toString(8), members.get('dev/console')?.device]).toEqual([
      '20600',
      [5, 1],
    ]);
  });

  it("holds the agent's other files, and an applet for each name but busybox's own", () => {
    expect([textOf('qdt/leaks.sh'), textOf('bin/sh'), textOf('bin/mount')]).toEqual([
      '# leaks\n',
      'busybox',
      'busybox',
    ]);
    expect(members.get('bin/busybox')?.mode.toString(8)).not.toBe('120777');
  });

  it('names what is loaded at start in its order, and has a file for each', () => {
    expect(textOf('qdt/modules')).toBe('virtio_ring virtio\n');
    for (const name of textOf('qdt/modules').trim().split(' '))
      expect(members.has(`lib/modules/6.1.0-fake/${name}.ko`)).toBe(true);
  });

  it('tells modprobe what needs what, in one directory and uncompressed', () => {
    expect(textOf('lib/modules/6.1.0-fake/modules.dep')).toBe(
      'virtio_ring.ko:\nvirtio.ko: virtio_ring.ko\nedu.ko: virtio.ko virtio_ring.ko\n',
    );
    expect(textOf('lib/modules/6.1.0-fake/edu.ko')).toBe('edu');
  });

  it('names the applet that loads modules, which scripts do not find', () => {
    expect(textOf('qdt/modprobe-applet')).toBe('modprobe\n');
    expect(members.has('bin/modprobe')).toBe(false);
  });

  it('has no program for the kernel to load modules with while it starts: the agent links it', () => {
    expect(members.has('sbin')).toBe(true);
    expect(members.has('sbin/modprobe')).toBe(false);
  });

  it('has a directory for every file that is in it, before the file', () => {
    const names = [...members.keys()];
    for (const [place, name] of names.entries()) {
      const parent = name.slice(0, Math.max(0, name.lastIndexOf('/')));
      if (parent !== '') expect(names.slice(0, place)).toContain(parent);
    }
  });

  it('has the places on which the agent mounts', () => {
    for (const place of ['dev', 'proc', 'sys', 'run', 'tmp', 'image'])
      expect(members.get(place)?.mode.toString(8)).toBe('40755');
  });

  it('is the same for the same content, and another for another', () => {
    expect(buildInitramfs(content).equals(buildInitramfs({ ...content }))).toBe(true);
    expect(buildInitramfs(content).equals(buildInitramfs({ ...content, release: '6.1.1-fake' }))).toBe(false);
  });

  it.each(['x86_64', 'aarch64', 'riscv64'] as const)('has every script that the agent for %s runs', (arch) => {
    const directory = new URL('../../../guest/', import.meta.url).pathname;
    const files = guestFilesFor(arch, readGuestFiles(directory));
    const built = new Set(readCpio(buildInitramfs({ ...content, guestFiles: files })).map(({ name }) => name));
    const agent = files.get('init');
    expect(
      Buffer.from(agent ?? [])
        .subarray(0, 4)
        .toString('latin1'),
    ).toBe('\x7fELF');
    const run = ['load-modules', 'enter-root', 'send-artifacts', 'leaks'];
    for (const name of run) expect(Buffer.from(agent ?? []).includes(`${name}\0`)).toBe(true);
    const read = [...files.values()].flatMap((file) =>
      [
        ...Buffer.from(file)
          .toString('latin1')
          .matchAll(/^\. \/(qdt\/\S+)$/gm),
      ].map((match) => match[1] ?? ''),
    );
    expect(read).toContain('qdt/modules.sh');
    expect([...run.map((name) => `qdt/${name}.sh`), ...read].filter((name) => !built.has(name))).toEqual([]);
  });
});

describe('hasVirtFs', () => {
  const dep = 'kernel/net/9p/9pnet_virtio.ko:\nkernel/fs/9p/9p.ko:\n';

  it.each([
    ['both as modules', dep, '', true],
    ['both built in', '', 'kernel/fs/9p/9p.ko\nkernel/net/9p/9pnet_virtio.ko\n', true],
    ['one of each', 'kernel/fs/9p/9p.ko:\n', 'kernel/net/9p/9pnet_virtio.ko\n', true],
    ['no transport for it', 'kernel/fs/9p/9p.ko:\n', '', false],
    ['neither', '', '', false],
  ])('with %s', (_, modules, builtin, has) => {
    expect(hasVirtFs(parseModulesDep(modules), parseModulesBuiltin(builtin))).toBe(has);
  });
});
