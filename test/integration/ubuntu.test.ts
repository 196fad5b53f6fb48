import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/results/results.ts';
import { node, root, runSuite, storeRoot } from './cli.ts';
import { type ArchiveParts, serveUbuntuArchive, type UbuntuArchive } from './ubuntu-archive.ts';
import { nightlyIt } from './scope.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-ubuntu-'));
let archive: UbuntuArchive;

beforeAll(async () => {
  // The archive's contents, fetched as for any test.
  using run = await runSuite(['examples/edu', '--test', 'identification', '--kernel', 'debian:6.12']);
  expect(run.exitStatus, run.stdout).toBe(0);
  makePlainSuite();
  using foreign = await runSuite([plain, '--kernel', 'debian:6.12:arm64', '--accel', 'tcg']);
  expect(foreign.exitStatus, foreign.stdout).toBe(0);
  const releases = [run, foreign].map(({ results }) => results.cells[0]?.kernel.release ?? '');
  archive = await serveUbuntuArchive(scratch, partsOf(releases[0] ?? '', releases[1] ?? ''));
});

afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});

/** A suite without modules of its own: the build programs in Ubuntu's headers for arm64 run on arm64 only. */
const plain = join(scratch, 'plain');

function makePlainSuite(): void {
  mkdirSync(join(plain, 'kernel'), { recursive: true });
  const checks = ['[ "$(uname -m)" = aarch64 ]', 'modprobe e1000e', 'uname -r >artifacts/release'];
  writeFileSync(join(plain, 'kernel/run'), `#!/bin/sh\n${checks.join(' && ')}\n`, { mode: 0o755 });
}

function partsOf(release: string, foreignRelease: string): ArchiveParts {
  const assets = readdirSync(join(storeRoot(), 'assets')).map((name) => join(storeRoot(), 'assets', name));
  const holding = (kind: string, path: string): string => {
    const found = assets.find((asset) => asset.includes(`/assets/${kind}-`) && existsSync(join(asset, path)));
    if (found === undefined) throw new Error(`the store has no ${kind} with ${path}`);
    return found;
  };
  const foreignKernel = holding('kernel', `boot/vmlinuz-${foreignRelease}`);
  return {
    release,
    arm64: {
      release: foreignRelease,
      image: join(foreignKernel, 'boot', `vmlinuz-${foreignRelease}`),
      kernel: foreignKernel,
      qemu: holding('qemu', 'usr/bin/qemu-system-aarch64'),
    },
    qemu: holding('qemu', 'usr/bin/qemu-system-x86_64'),
    kernel: holding('kernel', `boot/vmlinuz-${release}`),
    headers: holding('headers', `usr/src/linux-headers-${release}`),
    tools: holding('tools', 'asset.json'),
  };
}

const canMount = spawnSync('unshare', ['--mount', '--map-root-user', 'true']).status === 0;
const canSign = spawnSync('gpg', ['--version']).status === 0;

interface HostRun {
  readonly results: Results | undefined;
  readonly output: string;
  readonly status: number | null;
}

interface Host {
  /** A name in its results. */
  readonly name: string;
  /** Hosts with one home share downloads: equal packages are unpacked once. */
  readonly home?: string;
  /** Overlays for files or directories of this host. */
  readonly over: readonly (readonly [from: string, over: string])[];
  readonly env?: Readonly<Record<string, string>>;
  /** The words after `run`; absent: one test of examples/edu. */
  readonly tests?: readonly string[];
}

const oneOfEdu = [join(root, 'examples/edu'), '--test', 'identification'];

/** Runs the program on a host with some files replaced. Asynchronously, because this process serves the archive. */
async function runOn(
  { name, home = 'home', over, env = {}, tests = oneOfEdu }: Host,
  args: readonly string[],
): Promise<HostRun> {
  const out = join(scratch, `${name}-results`);
  const mounts = over.map(([from, target]) => `mount --bind '${from}' '${realpathSync(target)}'`);
  const script = [...mounts, `exec "$0" "$@"`].join(' && ');
  const child = spawn(
    'unshare',
    [
      '--mount',
      '--map-root-user',
      'sh',
      '-c',
      script,
      node,
      join(root, 'dist/cli.mjs'),
      'run',
      ...tests,
      '--out',
      out,
      ...args,
    ],
    {
      env: { PATH: process.env['PATH'] ?? '', HOME: join(scratch, home), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const results = join(out, 'results.json');
  return {
    results: existsSync(results) ? (JSON.parse(readFileSync(results, 'utf8')) as Results) : undefined,
    output,
    status,
  };
}

function hostFile(name: string, text: string): string {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
}

/** This host's keyrings, including Ubuntu's. */
function keyrings(): string {
  const directory = join(scratch, 'keyrings');
  if (!existsSync(directory)) {
    mkdirSync(directory);
    execFileSync('cp', ['-a', '/usr/share/keyrings/.', directory]);
    cpSync(archive.keyring, join(directory, 'ubuntu-archive-keyring.gpg'));
  }
  return directory;
}

describe.skipIf(!canMount || !canSign)('Ubuntu', () => {
  it('as a host gets its own kernel, QEMU and tools from the mirrors in its apt sources', async () => {
    const osRelease = hostFile(
      'os-release',
      'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n',
    );
    const apt = join(scratch, 'apt');
    mkdirSync(join(apt, 'sources.list.d'), { recursive: true });
    mkdirSync(join(apt, 'preferences.d'));
    const mirrors = hostFile(
      'apt-mirrors.txt',
      `${archive.uri}/\tpriority:1\nhttp://127.0.0.1:9/ubuntu/\tpriority:2\n`,
    );
    const source = (suitesOfIt: string): string =>
      `Types: deb\nURIs: mirror+file:${mirrors}\nSuites: ${suitesOfIt}\nComponents: main universe restricted ` +
      'multiverse\nSigned-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg\n';
    writeFileSync(
      join(apt, 'sources.list.d/ubuntu.sources'),
      `${source('noble noble-updates noble-backports')}\n${source('noble-security')}`,
    );
    const { results, output, status } = await runOn(
      {
        name: 'ubuntu-host',
        over: [
          [osRelease, '/etc/os-release'],
          [apt, '/etc/apt'],
          [keyrings(), '/usr/share/keyrings'],
        ],
      },
      [],
    );
    expect(status, output).toBe(0);
    expect(results?.cells.map(({ id, kernel }) => [id, kernel.spec])).toEqual([
      ['ubuntu-24.04-default', 'ubuntu:24.04'],
    ]);
    expect(results?.tests.map(({ outcome }) => outcome)).toEqual(['pass']);
    expect(
      archive.requests.filter((path) => path.startsWith('/ubuntu/pool/')).map((path) => path.replace(/.*\/|_.*/g, '')),
    ).toEqual(expect.arrayContaining(['qemu-system-x86', 'busybox-static']));
  });

  nightlyIt('is a source of kernels and QEMU for a Debian host, too', async () => {
    const args = ['--kernel', 'ubuntu:26.04', '--qemu', 'ubuntu:24.04'];
    const env = { QDT_MIRROR_UBUNTU: archive.uri, QDT_MIRROR_UBUNTU_SECURITY: archive.uri };
    const { results, output, status } = await runOn(
      { name: 'debian-host', over: [[keyrings(), '/usr/share/keyrings']], env },
      args,
    );
    expect(status, output).toBe(0);
    expect(results?.cells.map(({ id }) => id)).toEqual(['ubuntu-26.04-default']);
  });

  nightlyIt(
    'has its other architectures on a mirror of their own, with a kernel that is packed as a whole',
    async () => {
      const env = {
        QDT_MIRROR_UBUNTU_PORTS: archive.portsUri,
        QDT_MIRROR_UBUNTU: archive.uri,
        QDT_MIRROR_UBUNTU_SECURITY: archive.uri,
      };
      const { results, output, status } = await runOn(
        { name: 'ports', over: [[keyrings(), '/usr/share/keyrings']], env, tests: [plain] },
        ['--kernel', 'ubuntu:24.04:arm64', '--qemu', 'ubuntu:24.04', '--accel', 'tcg'],
      );
      expect(status, output).toBe(0);
      expect(results?.cells.map(({ id, arch }) => [id, arch])).toEqual([['ubuntu-24.04-arm64-default', 'aarch64']]);
      expect(results?.tests.map(({ outcome }) => outcome)).toEqual(['pass']);
      const release = results?.cells[0]?.kernel.release ?? '';
      expect(release).toMatch(/-arm64$/);
      expect(archive.requests).toEqual(
        expect.arrayContaining([
          '/ubuntu-ports/dists/noble-security/InRelease',
          `/ubuntu-ports/pool/main/linux-image-${release}_arm64.deb`,
          `/ubuntu-ports/pool/main/linux-modules-extra-${release}_arm64.deb`,
        ]),
      );
    },
  );

  it('is refused when its lists have a foreign signature', async () => {
    const env = { QDT_MIRROR_UBUNTU: archive.uri, QDT_MIRROR_UBUNTU_SECURITY: archive.uri };
    const other = join(scratch, 'other-keyrings');
    execFileSync('cp', ['-a', keyrings(), other]);
    cpSync(join(other, 'debian-archive-keyring.gpg'), join(other, 'ubuntu-archive-keyring.gpg'));
    const { results, output, status } = await runOn(
      { name: 'forged', home: 'forged-home', over: [[other, '/usr/share/keyrings']], env },
      ['--kernel', 'ubuntu:24.04'],
    );
    expect([status, results], output).toEqual([69, undefined]);
    expect(output).toMatch(/NO_PUBKEY|not signed/);
  });
});
