import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { unpackPackages } from '../../../src/provision/apt/package-fetch.ts';
import type { PackageFile } from '../../../src/provision/apt/package-file.ts';
import { withPrivateApt } from '../../../src/provision/apt/private-apt.ts';
import { HostShortage } from '../../../src/provision/host-shortage.ts';
import type { BuildPlace } from '../../../src/provision/modules/build-place.ts';
import { runKbuild } from '../../../src/provision/modules/run-build.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { pidsMentioning } from '../processes.ts';
import { mountSmallDisk, smallDisks } from '../small-disk.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { hostGcc } from './module-compiler.ts';
import { testContext, type TestContext } from './provision-context.ts';

afterEach(() => vi.unstubAllEnvs());

const moveStore = 'Free some space there, or choose another place for the store: QDT_STORE=/path/to/a/directory';

/** A store on a disk of so many KiB. */
function smallStore(sizeKiB: number): TestContext {
  const root = join(temporaryDirectory(), 'store');
  mountSmallDisk(root, sizeKiB);
  return { ...testContext(), store: new AssetStore(root) };
}

/** Stands in for a program of the host: first on PATH. */
function standIn(name: string, script: string): void {
  const bin = temporaryDirectory();
  writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, name), 0o755);
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
}

/** A real package with one file of so many zeros, on a real (and near) mirror. */
function packageOfZeros(name: string, bytes: number): PackageFile {
  const tree = temporaryDirectory();
  mkdirSync(join(tree, 'root/DEBIAN'), { recursive: true });
  mkdirSync(join(tree, 'root/usr/lib'), { recursive: true });
  writeFileSync(
    join(tree, 'root/DEBIAN/control'),
    'Package: zeros\nVersion: 1\nArchitecture: all\nMaintainer: Test <test@localhost>\nDescription: zeros\n',
  );
  writeFileSync(join(tree, 'root/usr/lib', name), Buffer.alloc(bytes));
  const path = join(tree, 'zeros_1_all.deb');
  execFileSync('dpkg-deb', ['--root-owner-group', '--build', join(tree, 'root'), path], { stdio: 'ignore' });
  return {
    name: 'zeros_1_all.deb',
    uri: `file:${path}`,
    sizeBytes: statSync(path).size,
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  };
}

async function failure(work: Promise<unknown>): Promise<HostShortage> {
  const error: unknown = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error, String(error)).toBeInstanceOf(HostShortage);
  return error as HostShortage;
}

describe.skipIf(!smallDisks.possible)(`a full disk (${smallDisks.reason})`, () => {
  it('is named when the package lists find no room, and no other mirror is asked', async () => {
    standIn(
      'apt-get',
      'head -c 9000000 /dev/zero >state/lists/big; echo "E: Write error - write (28: No space left on ' +
        'device)" >&2; exit 100',
    );
    const context = smallStore(1024);
    const source = {
      architecture: 'amd64',
      suites: [
        {
          suite: 'trixie',
          components: ['main'],
          mirror: { uri: 'http://mirror.invalid/debian', signedBy: '/keyring', checkValidUntil: true },
        },
      ],
    };
    const error = await failure(withPrivateApt(context, source, () => Promise.reject(new Error('used'))));
    expect(error.message).toMatch(
      new RegExp(
        `^The disk is full at ${context.store.root} while fetching the package lists: \\d+ bytes are free\\.$`,
      ),
    );
    expect(error.hint).toBe(moveStore);
  });

  it('stops an apt that hangs on it silently, as apt does', async () => {
    standIn('apt-get', 'head -c 9000000 /dev/zero >state/lists/big; sleep 1000');
    const context = smallStore(3 * 1024);
    const error = await failure(
      withPrivateApt(context, { architecture: 'amd64', suites: [] }, () => Promise.reject(new Error('used'))),
    );
    expect(error.message).toMatch(/^The disk is full at .* while fetching the package lists: \d+ bytes are free\.$/);
    expect(pidsMentioning(context.store.root)).toEqual([]);
  });

  it('is named before anything is fetched when the packages cannot fit', async () => {
    const context = smallStore(1024);
    const file = {
      name: 'big.deb',
      uri: 'http://mirror.invalid/big.deb',
      sizeBytes: 40 * 1024 * 1024,
      sha256: '0'.repeat(64),
    };
    const error = await failure(
      unpackPackages(context, 'QEMU (debian:trixie)', [file], join(context.store.root, 'staging')),
    );
    expect(error.message).toBe(
      `The disk is full at ${context.store.root} while fetching QEMU (debian:trixie): 1 MiB are free, and at ` +
        'least 80 MiB are needed.',
    );
  });

  it('is named when packages find no room unpacked', async () => {
    const context = smallStore(2048);
    const [small, big] = [packageOfZeros('small', 1000), packageOfZeros('big', 8 * 1024 * 1024)];
    const error = await failure(unpackPackages(context, 'kernel', [big, small], join(context.store.root, 'staging')));
    expect(error.message).toMatch(/^The disk is full at .* while unpacking kernel: \d+ (bytes|MiB) are free\.$/);
    expect(error.hint).toBe(moveStore);
  });

  it('is named when something of our own finds no room, and nothing half is kept', async () => {
    const { store } = smallStore(1024);
    const make = (staging: string): Promise<void> => {
      writeFileSync(join(staging, 'vmlinux'), Buffer.alloc(4 * 1024 * 1024));
      return Promise.resolve();
    };
    const error = await failure(
      store.provide({ kind: 'vmlinux', key: '1', signal: new AbortController().signal, make }),
    );
    expect(error.message).toMatch(
      new RegExp(`^The store ${store.root} is on a file system that is full: (\\d+ bytes|1 MiB) are free\\.$`),
    );
    expect([...readdirSync(join(store.root, 'assets')), ...readdirSync(join(store.root, 'staging'))]).toEqual([]);
  });

  it('leaves no part of a document, and the old one is still there', () => {
    const { store } = smallStore(256);
    store.writeDocument('kernel/debian', { value: 'old' });
    expect(() => store.writeDocument('kernel/debian', { value: 'x'.repeat(1024 * 1024) })).toThrow(
      'is on a file system that is full',
    );
    expect([store.readDocument('kernel/debian'), readdirSync(join(store.root, 'refs'))]).toEqual([
      { value: 'old' },
      ['kernel%2Fdebian.json'],
    ]);
  });

  it('is named when modules are built, and the driver is not blamed', async () => {
    const { store } = smallStore(1024);
    standIn('make', 'echo "driver/a.c:9: fatal error: error writing to /tmp/ccx.s: No space left on device"; exit 2');
    const error = await failure(runKbuild(placeIn(store.root), new AbortController().signal));
    expect(error.message).toContain('while building the modules in driver');
  });

  it('is recognised for temporary files although the store has space', async () => {
    const context = testContext();
    const temporary = join(temporaryDirectory(), 'tmp');
    mountSmallDisk(temporary, 16);
    vi.stubEnv('TMPDIR', temporary);
    standIn(
      'apt-get',
      'echo "E: Couldn\'t create temporary file to work with: - mkstemp (28: No space left on device)" >&2; exit 100',
    );
    const source = { architecture: 'amd64', suites: [] };
    const error = await failure(withPrivateApt(context, source, () => Promise.reject(new Error('used'))));
    expect(error.message).toContain(`The disk is full at ${temporary} while`);
    expect(error.hint).toBe(
      'Free some space there, or choose another place for temporary files: TMPDIR=/path/to/a/directory',
    );
  });
});

describe('a build', () => {
  const build = (output: string, status: string): Promise<unknown> => {
    standIn('make', `cat <<'END'\n${output}\nEND\n${status}`);
    return runKbuild(placeIn(temporaryDirectory()), new AbortController().signal);
  };

  it('that only quotes a shortage message fails on its own', async () => {
    expect(
      await build('a.c:3: error: expected ;\n    3 |   pr_err("disk: No space left on device")', 'exit 2'),
    ).toMatchObject({ exitCode: 2 });
  });

  it.each([
    ['its make', '', 'kill -9 $$'],
    ['its compiler', 'gcc: fatal error: Killed signal terminated program cc1', 'exit 2'],
    ['a program of the kernel’s', 'make[2]: *** [scripts/Makefile.build:250: driver/a.o] Killed', 'exit 2'],
  ])('whose %s was killed says nothing about the driver', async (_what, output, status) => {
    const error: unknown = await build(output, status).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProvisionError);
    expect(error).toMatchObject({ message: expect.stringContaining('was interrupted') as string });
  });
});

/** A directory of modules in a tree, for a kernel that is not looked at. */
function placeIn(tree: string): BuildPlace {
  mkdirSync(join(tree, 'driver'));
  const headers = {
    release: '6.1',
    arch: 'x86_64' as const,
    makeArgs: ['-C', '/usr/src'],
    key: 'k',
    compiler: undefined,
    origin: undefined,
  };
  return {
    headers,
    compiler: hostGcc,
    kernelDirectory: '/usr/src',
    tree,
    directory: 'driver',
    earlier: [],
    symbols: [],
    variables: [],
  };
}
