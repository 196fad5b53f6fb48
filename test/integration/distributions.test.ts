import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
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
import { tarOf } from '../unit/provision/archives.ts';
import { fakeRegistry } from '../unit/provision/fake-registry.ts';
import { runCli, runSuite, suites } from './cli.ts';
import { storedBusybox } from './stored-busybox.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-distributions-'));
const kernel = ['--kernel', 'debian:6.12', '--accel', 'tcg'];
const debian = ['--disk-image', 'debian:bookworm+python3'];

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a distribution that starts by itself', () => {
  it('is booted once, and each test is a clone of it with an identity of its own', async () => {
    using run = await runSuite([join(suites, 'distribution'), ...kernel, ...debian]);
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
  });

  it('boots for a test that starts cold', async () => {
    using run = await runSuite([
      join(suites, 'distribution'),
      ...kernel,
      ...debian,
      ...['--start', 'cold', '--test', 'first'],
    ]);
    expect(run.test('first')).toMatchObject({ outcome: 'pass', start: 'cold', reason: '' });
  });

  it('is an error with the reason when its unit does not start', async () => {
    const suite = join(scratch, 'not-up');
    makeSuite(suite, { init: 'image', ready: 'no-such.service' });
    using run = await runSuite([suite, ...kernel, ...debian, '--start', 'cold']);
    expect(run.test('t').outcome).toBe('error');
    expect(run.test('t').reason).toContain('the disk image did not come up: no-such.service did not start');
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
