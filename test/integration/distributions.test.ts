import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { type Member, tarOf } from '../unit/provision/archives.ts';
import { fakeRegistry } from '../unit/provision/fake-registry.ts';
import { runCli, runSuite, suites } from './cli.ts';
import { expected } from './outcome-table.ts';
import { storedBusybox } from './stored-busybox.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-distributions-'));
const kernel = ['--kernel', 'debian:6.12', '--accel', 'tcg'];
const debian = ['--disk-image', 'debian:bookworm+python3'];

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const arm64 = ['--kernel', 'debian:6.12:arm64', '--accel', 'tcg'];

describe.each([
  ['that starts by itself', kernel],
  // Its packages are installed by an emulated machine.
  ['for another architecture', arm64],
])('a distribution %s', (_, cell) => {
  it('is booted once, and each test is a clone of it with an identity of its own', async () => {
    using run = await runSuite([join(suites, 'distribution'), ...cell, ...debian]);
    expect(run.results.tests.map(({ id, outcome, start, reason }) => ({ id, outcome, start, reason }))).toEqual(
      ['first', 'second', 'stages'].map((name) => ({
        id: `distribution/${name}`,
        outcome: 'pass',
        start: 'clone',
        reason: '',
      })),
    );
    const [one, other] = ['first', 'second'].map((name) => run.read(run.test(name).artifacts[0] ?? '').split('\n'));
    expect(one?.[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(other?.[0]).not.toBe(one?.[0]);
    expect(other?.[1]).not.toBe(one?.[1]);
    for (const identity of [one, other]) expect(Math.abs(Number(identity?.[2]) * 1000 - Date.now())).toBeLessThan(6e5);
  }, 1_800_000);

  it('boots for a test that starts cold', async () => {
    const cold = ['--start', 'cold', '--test', 'first'];
    using run = await runSuite([join(suites, 'distribution'), ...cell, ...debian, ...cold]);
    expect(run.test('first')).toMatchObject({ outcome: 'pass', start: 'cold', reason: '' });
  });
});

describe('a distribution whose unit does not start', () => {
  it('is an error with the reason', async () => {
    const suite = join(scratch, 'not-up');
    makeSuite(suite, { init: 'image', ready: 'no-such.service' });
    using run = await runSuite([suite, ...kernel, ...debian, '--start', 'cold']);
    expect(run.test('t').outcome).toBe('error');
    expect(run.test('t').reason).toContain('the disk image did not come up: no-such.service did not start');
  });
});

describe('a distribution with another init than systemd', () => {
  it.each([
    ['sysvinit', 'sysvinit-core', '[ "$(runlevel)" = "N 2" ]', ''],
    ['OpenRC', 'openrc,sysvinit-core', '[ "$(rc-status --runlevel)" = default ]', 'rc-service udev status &&'],
  ])('is up when a command says so: %s', async (name, packages, ready, more) => {
    const suite = join(scratch, name);
    makeSuite(suite, { init: 'image', ready });
    writeFileSync(
      join(suite, 't/run'),
      `#!/bin/sh\n${more} ${ready} && [ "$(cat /proc/1/comm)" = init ] && [ ! -e /run/systemd/system ]\n`,
    );
    using run = await runSuite([suite, ...kernel, '--disk-image', `debian:bookworm+${packages}`]);
    expect(run.test('t')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
  });
});

describe('every outcome on a distribution that is up', () => {
  it('is that of the usual root, but that root can kill the agent', async () => {
    const suite = join(scratch, 'outcomes');
    cpSync(join(suites, 'outcomes'), suite, { recursive: true });
    writeFileSync(join(suite, 'info/init'), 'image\n');
    // It writes to every file that any process has open, and a whole system has many.
    mkdirSync(join(suite, 'forged-verdict/info'), { recursive: true });
    writeFileSync(join(suite, 'forged-verdict/info/timeout'), '300\n');
    const image = ['--disk-image', 'debian:bookworm+procps,python3', '--machine', 'roomy=-m 1G'];
    using run = await runSuite([suite, ...kernel, ...image, '--jobs', '2']);
    const killed = { outcome: 'error', ok: false, reason: /its control port was closed inside the guest/ };
    const wanted = Object.entries({ ...expected, 'agent-killed': killed });
    expect(run.results.tests).toHaveLength(wanted.length);
    for (const [name, { outcome, ok, reason = /^/ }] of wanted)
      expect({ name, ...run.test(name) }).toMatchObject({
        ...{ name, outcome, ok },
        reason: expect.stringMatching(reason) as string,
      });
  });
});

describe('a disk image that cannot be made', () => {
  it.each([
    [
      'debian:bookworm+no-such-package',
      'debian:bookworm+no-such-package: bookworm and bookworm-security have no package no-such-package.',
    ],
    ['debian:potato', 'debian:potato: debian has no suite potato of which images are made.'],
    ['gentoo:stable', 'gentoo:stable: no such distribution.'],
  ])('is told: %s', async (spec, message) => {
    const { exitStatus, stdout, stderr } = await runCli([
      'run',
      join(suites, 'distribution'),
      ...kernel,
      ...['--disk-image', spec, '--out', join(scratch, 'none')],
    ]);
    expect(exitStatus).toBe(69);
    expect((stdout + stderr).replaceAll(/\s+/g, ' ')).toContain(message);
  });
});

describe('an image with another init', () => {
  const image = join(scratch, 'busybox.img');
  beforeAll(async () => {
    // Fills the store, from which busybox comes.
    using first = await runSuite([join(suites, 'outcomes'), ...kernel, '--test', 'pass']);
    expect(first.exitStatus).toBe(0);
    makeImage(image, (tree) => symlinkSync('/bin/busybox', join(tree, 'sbin/init')));
  });

  it('is up when a command says so', async () => {
    for (const start of ['clone', 'cold']) {
      using run = await runSuite([join(suites, 'own-init'), ...kernel, '--disk-image', image, '--start', start]);
      expect(run.test('up')).toMatchObject({ outcome: 'pass', start, reason: '' });
    }
  });

  it('is up on arm64', async () => {
    const suite = join(scratch, 'arm64');
    makeSuite(suite, {});
    using first = await runSuite([suite, ...arm64]);
    expect(first.exitStatus).toBe(0);
    const foreign = join(scratch, 'arm64.img');
    makeImage(foreign, (tree) => {
      copyFileSync(storedBusybox('aarch64'), join(tree, 'bin/busybox'));
      symlinkSync('/bin/busybox', join(tree, 'sbin/init'));
    });
    using run = await runSuite([join(suites, 'own-init'), ...arm64, '--disk-image', foreign]);
    expect(run.test('up')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
  });

  it.each([
    ['has none', () => undefined, 'it has no init: /sbin/init, /etc/init, /bin/init and systemd were sought'],
    [
      'is of another architecture',
      (tree: string) => {
        const header = Buffer.alloc(64);
        header.write('\x7fELF');
        header.writeUInt16LE(0xb7, 18);
        writeFileSync(join(tree, 'sbin/init'), header, { mode: 0o755 });
      },
      '/sbin/init is a program for aarch64, the machine is x86_64',
    ],
  ])('that %s is an error', async (title, fill, reason) => {
    const wrong = join(scratch, `${title.replaceAll(' ', '-')}.img`);
    makeImage(wrong, fill);
    using run = await runSuite([join(suites, 'own-init'), ...kernel, '--disk-image', wrong, '--start', 'cold']);
    expect(run.test('up')).toMatchObject({
      outcome: 'error',
      reason: `the disk image did not come up: ${reason}`,
    });
  });

  it('is saved when it rests: what the boot still does is done, before and not in each clone', async () => {
    const suite = join(scratch, 'at-rest');
    makeSuite(suite, { init: 'image', ready: 'test -e /run/up' });
    writeFileSync(join(suite, 't/run'), '#!/bin/sh\ntest -e /run/rested\n');
    const busy = join(scratch, 'busy.img');
    makeImage(busy, (tree) => {
      symlinkSync('/bin/busybox', join(tree, 'sbin/init'));
      writeFileSync(join(tree, 'etc/inittab'), '::once:/bin/sh /etc/work\n');
      writeFileSync(
        join(tree, 'etc/work'),
        'touch /run/up\nread -r since _ </proc/uptime\nnow=$since\n' +
          'while [ ${now%.*} -lt $((${since%.*} + 5)) ]; do read -r now _ </proc/uptime; done\ntouch /run/rested\n',
      );
    });
    using run = await runSuite([suite, ...kernel, '--disk-image', busy]);
    expect(run.test('t')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
  });

  it('needs a command to know when it is up', async () => {
    const suite = join(scratch, 'no-command');
    makeSuite(suite, { init: 'image' });
    using run = await runSuite([suite, ...kernel, '--disk-image', image, '--start', 'cold']);
    expect(run.test('t')).toMatchObject({
      outcome: 'error',
      reason:
        'the disk image did not come up: its init is /bin/busybox, not systemd: write a command into info/ready that ' +
        'succeeds when the image is up',
    });
  });
});

describe('a container image', () => {
  it('is a root for the stages: what a layer takes away is gone, and no link leads out while it is made', async () => {
    const registry = await fakeRegistry();
    const outside = join(scratch, 'outside');
    mkdirSync(outside);
    const [lower, upper] = await Promise.all([
      tarOf(
        { name: 'bin/busybox', content: readFileSync(storedBusybox()), mode: 0o755 },
        { name: 'bin/sh', type: 'symlink', linkname: '/bin/busybox' },
        { name: 'etc/release', content: 'lower' },
        { name: 'etc/gone', content: '' },
        { name: 'old/one', content: '' },
        { name: 'out', type: 'symlink', linkname: outside },
        { name: outside.slice(1), type: 'directory' },
      ),
      tarOf(
        { name: 'etc/release', content: 'upper' },
        { name: 'etc/.wh.gone', content: '' },
        { name: './old/.wh..wh..opq', content: '' },
        { name: 'old/new', content: '' },
        { name: 'out/written', content: '' },
      ),
    ]);
    registry.push('1', gzipSync(lower), gzipSync(upper));
    const suite = join(scratch, 'container');
    makeSuite(suite, {});
    const checks = ['[ "$(cat /etc/release)" = upper ]', '[ ! -e /etc/gone ]', '[ ! -e /old/one ]', '[ -e /old/new ]'];
    writeFileSync(join(suite, 't/run'), `#!/bin/sh\n${checks.join(' && ')}\n`, { mode: 0o755 });
    using run = await runSuite([suite, ...kernel, '--disk-image', `oci:${registry.host}/k:1`]);
    expect(run.test('t')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
    expect(readdirSync(outside)).toEqual([]);

    // A layer that begins anew: nothing of those below it is left.
    const anew = await tarOf(
      { name: '.wh..wh..opq', content: '' },
      { name: 'bin/busybox', content: readFileSync(storedBusybox()), mode: 0o755 },
      { name: 'bin/sh', type: 'symlink', linkname: '/bin/busybox' },
      { name: 'etc/release', content: 'anew' },
    );
    registry.push('2', gzipSync(lower), gzipSync(anew));
    const gone = '[ "$(cat /etc/release)" = anew ] && [ ! -e /etc/gone ] && [ ! -e /old ] && [ ! -L /out ]';
    writeFileSync(join(suite, 't/run'), `#!/bin/sh\n${gone} && [ ! -e /.wh..wh..opq ]\n`);
    using second = await runSuite([suite, ...kernel, '--disk-image', `oci:${registry.host}/k:2`]);
    expect(second.test('t')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
  });

  it('of an index is the one for the architecture of each kernel, and one that is missing is told', async () => {
    const kernels = ['debian:6.12', 'debian:6.12:arm64', 'debian:trixie:riscv64'];
    const cells = [...kernels.flatMap((name) => ['--kernel', name]), '--accel', 'tcg'];
    const suite = join(scratch, 'platforms');
    makeSuite(suite, {});
    // Fills the store, from which busybox comes.
    using first = await runSuite([suite, ...cells]);
    expect(first.exitStatus, first.stdout).toBe(0);
    const registry = await fakeRegistry();
    const images = new Map<string, string>();
    for (const [name, machine] of [
      ['amd64', 'x86_64'],
      ['arm64', 'aarch64'],
      ['riscv64', 'riscv64'],
    ] as const) {
      const content = readFileSync(storedBusybox(machine));
      const layer = await tarOf(
        { name: 'bin/busybox', content, mode: 0o755 },
        ...['sh', 'cat', 'uname'].map(
          (applet): Member => ({
            ...{ name: `bin/${applet}`, type: 'symlink', linkname: '/bin/busybox' },
          }),
        ),
        { name: 'etc/machine', content: machine },
      );
      images.set(`linux/${name}`, registry.pushFor(`linux/${name}`, name, gzipSync(layer)));
    }
    writeFileSync(join(suite, 't/run'), '#!/bin/sh\n[ "$(cat /etc/machine)" = "$(uname -m)" ]\n');
    registry.pushIndex('all', Object.fromEntries(images));
    using all = await runSuite([suite, ...cells, '--disk-image', `oci:${registry.host}/k:all`]);
    expect(all.results.tests.map(({ outcome, reason }) => [outcome, reason])).toEqual(kernels.map(() => ['pass', '']));

    images.delete('linux/arm64');
    registry.pushIndex('some', Object.fromEntries(images));
    const image = `oci:${registry.host}/k:some`;
    using some = await runSuite([suite, ...cells, '--disk-image', image]);
    expect(some.results.tests.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['pass', ''],
      [
        'error',
        `there is no disk image: ${image}: expected an image for linux/arm64, found linux/amd64, linux/riscv64.`,
      ],
      ['pass', ''],
    ]);
  });
});

function makeSuite(directory: string, info: Readonly<Record<string, string>>): void {
  for (const part of ['info', 't']) mkdirSync(join(directory, part), { recursive: true });
  for (const [name, content] of Object.entries(info)) writeFileSync(join(directory, 'info', name), `${content}\n`);
  writeFileSync(join(directory, 't/run'), '#!/bin/sh\ntrue\n', { mode: 0o755 });
}

/** An ext4 image with busybox as its only program, made without root. `fill` adds the init. */
function makeImage(image: string, fill: (tree: string) => void): void {
  const tree = mkdtempSync(join(scratch, 'tree-'));
  for (const directory of ['etc', 'bin', 'sbin', 'proc', 'sys', 'dev', 'run', 'tmp', 'root'])
    mkdirSync(join(tree, directory), { recursive: true });
  writeFileSync(join(tree, 'etc/image-name'), 'an image of our own\n');
  writeFileSync(join(tree, 'etc/inittab'), '::sysinit:/bin/touch /run/up\n');
  copyFileSync(storedBusybox(), join(tree, 'bin/busybox'));
  for (const applet of ['sh', 'cat', 'touch', 'test']) symlinkSync('/bin/busybox', join(tree, 'bin', applet));
  fill(tree);
  writeFileSync(image, '');
  truncateSync(image, 32 * 1024 * 1024);
  execFileSync('mke2fs', ['-q', '-F', '-t', 'ext4', '-d', tree, image], {
    env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
  });
}
