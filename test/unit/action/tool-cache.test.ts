import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheDir, find } from '@actions/tool-cache';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { RunnerToolCache, type ToolCacheHost } from '../../../src/action/tool-cache.ts';
import { digestTree } from '../../../src/host/files/file-digest.ts';
import type { Cell, KernelSpec } from '../../../src/plan/plan.ts';
import { packageAssetName } from '../../../src/provision/apt/stored-packages.ts';
import { knownAssets } from '../../../src/provision/known-assets.ts';
import { provideKernel } from '../../../src/provision/kernel/kernel.ts';
import { kernelAsset } from '../../../src/provision/kernel/kernel-ref.ts';
import { AssetStore, directoryName } from '../../../src/provision/store/store.ts';
import { testContext } from '../provision/provision-context.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const release = '6.12.43+deb13-amd64';
const spec: KernelSpec = {
  kind: 'distribution',
  text: 'debian:6.12',
  distribution: 'debian',
  series: '6.12',
  flavour: 'generic',
  arch: 'x86_64',
};
const cells: readonly Cell[] = [
  {
    id: 'debian-6.12',
    kernel: spec,
    machine: { name: 'default', args: [] },
    qemu: { kind: 'host', text: 'host' },
    arch: 'x86_64',
  },
];
const tool = 'qemu-driver-test-kernel-debian-6.12';
const packages = {
  release,
  image: [{ name: 'linux-image', uri: 'http://mirror.invalid/linux.deb', sizeBytes: 1, sha256: 'a'.repeat(64) }],
  headers: [],
};
const name = directoryName(packageAssetName(kernelAsset(packages)));

let toolCache: string;
let store: AssetStore;
let warnings: string[];
let said: string[];

beforeEach(() => {
  toolCache = temporaryDirectory();
  vi.stubEnv('RUNNER_TOOL_CACHE', toolCache);
  vi.stubEnv('RUNNER_TEMP', temporaryDirectory());
  store = new AssetStore(join(toolCache, 'qemu-driver-test'));
  warnings = [];
  said = [];
  return () => vi.unstubAllEnvs();
});

function runnerToolCache(changes: Partial<ToolCacheHost> = {}): RunnerToolCache {
  return new RunnerToolCache({
    directory: toolCache,
    architecture: process.arch,
    store,
    signal: new AbortController().signal,
    warn: (message) => warnings.push(message),
    say: (text) => said.push(text),
    beforeCommands: () => undefined,
    ...changes,
  });
}

/** A kernel in the store, as provisioning leaves it. */
function fillStore(): void {
  store.writeDocument('kernel/debian/6.12/generic', {
    resolvedAtMs: Date.parse('2026-11-01T00:00:00Z'),
    value: packages,
  });
  const files = {
    [`boot/vmlinuz-${release}`]: 'a kernel',
    [`lib/modules/${release}/modules.dep`]: '',
    'asset.json': JSON.stringify({ release, sha256: 'b'.repeat(64) }),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(assetDirectory(), path)), { recursive: true });
    writeFileSync(join(assetDirectory(), path), content);
  }
}

function assetDirectory(): string {
  return join(store.root, 'assets', name);
}

/** What names stood for is still known; what they stood for is gone. */
function loseAssets(): void {
  rmSync(join(store.root, 'assets'), { recursive: true });
}

/** Where the toolkit finds the kernel for another step. */
function found(version = '6.12.x'): string {
  return find(tool, version);
}

async function provision(): Promise<readonly string[]> {
  const context = testContext();
  const image = await provideKernel(spec, { ...context, store });
  expect(image).toMatchObject({ spec: 'debian:6.12', release });
  return context.reported.flatMap((progress) => (progress.kind === 'begin' ? [progress.activity] : []));
}

describe('what was provisioned', () => {
  it('is found by another step, by its version or a range, and is no second copy', async () => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    expect(found('6.12.43')).toBe(join(toolCache, tool, '6.12.43', process.arch));
    expect(found()).toBe(found('6.12.43'));
    const kernel = `boot/vmlinuz-${release}`;
    expect(statSync(join(found(), kernel)).ino).toBe(statSync(join(assetDirectory(), kernel)).ino);
    expect(said).toEqual([`tool cache: ${tool} 6.12.43 registered`]);
    expect(warnings).toEqual([]);
  });

  it('is registered once', async () => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    const before = lstatSync(found()).ino;
    await runnerToolCache().register(cells, new Map());
    expect(lstatSync(found()).ino).toBe(before);
    expect(said).toHaveLength(1);
  });

  it('is registered in the place of an older build of the same version', async () => {
    fillStore();
    await cacheDir(temporaryDirectory(), tool, '6.12.43');
    await runnerToolCache().register(cells, new Map());
    expect(readFileSync(join(found(), `boot/vmlinuz-${release}`), 'utf8')).toBe('a kernel');
  });

  const memory = '/dev/shm';
  it.skipIf(!existsSync(memory) || statSync(memory).dev === statSync(process.cwd()).dev)(
    'is a link to the store where that lies on another file system',
    async () => {
      const elsewhere = mkdtempSync(join(memory, 'qdt-unit-'));
      try {
        store = new AssetStore(elsewhere);
        fillStore();
        await runnerToolCache().register(cells, new Map());
        expect(lstatSync(found()).isSymbolicLink()).toBe(true);
        expect(readFileSync(join(found(), `boot/vmlinuz-${release}`), 'utf8')).toBe('a kernel');
      } finally {
        rmSync(elsewhere, { recursive: true });
      }
    },
  );

  it('fails no run where the tool cache cannot be written', async () => {
    fillStore();
    writeFileSync(join(toolCache, tool), 'in the way');
    await runnerToolCache().register(cells, new Map());
    expect(said).toEqual([expect.stringMatching(/^tool cache: not used: /)]);
    expect(warnings).toEqual([]);
  });

  it('fails no run that was cancelled', async () => {
    fillStore();
    await runnerToolCache({ signal: AbortSignal.abort(new Error('cancelled')) }).register(cells, new Map());
    expect(found()).toBe('');
    expect([...said, ...warnings]).toEqual([]);
  });
});

describe('what the store has lost', () => {
  it('comes from the tool cache, and no mirror is asked', async () => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    const { sha256 } = digestTree(assetDirectory());
    loseAssets();
    await runnerToolCache().adopt(cells);
    expect(digestTree(assetDirectory()).sha256).toBe(sha256);
    expect(await provision()).toEqual(['extracting']);
    expect(said.at(-1)).toBe(`tool cache: debian:6.12 taken from ${found()}`);
    expect(warnings).toEqual([]);
  });

  it('comes from an entry that the toolkit itself has made, as for the image of a machine', async () => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    const copy = temporaryDirectory();
    cpSync(assetDirectory(), copy, { recursive: true });
    loseAssets();
    await cacheDir(copy, tool, '6.12.43');
    await runnerToolCache().adopt(cells);
    expect(await provision()).toEqual(['extracting']);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['changed', (entry: string) => writeFileSync(join(entry, `boot/vmlinuz-${release}`), 'another kernel')],
    ['added', (entry: string) => writeFileSync(join(entry, 'more'), '')],
    ['put there that is no file', (entry: string) => void execFileSync('mkfifo', [join(entry, 'pipe')])],
  ])('is not taken where something was %s, with a warning, and is registered anew', async (_, poison) => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    loseAssets();
    poison(found());
    const cache = runnerToolCache();
    await cache.adopt(cells);
    expect(store.findNamed(name)).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/ is not what was registered there \(.*\): it is not used\.$/)]);
    expect(warnings[0]).toContain(found());
    fillStore();
    await cache.register(cells, new Map());
    expect(digestTree(found()).sha256).toBe(digestTree(assetDirectory()).sha256);
  });

  it('is not taken where its digest is not known', async () => {
    fillStore();
    await cacheDir(assetDirectory(), tool, '6.12.43');
    loseAssets();
    await runnerToolCache().adopt(cells);
    expect(store.findNamed(name)).toBeUndefined();
    expect([...said, ...warnings]).toEqual([]);
  });

  it('is not taken for another build of the same version', async () => {
    fillStore();
    await runnerToolCache().register(cells, new Map());
    writeFileSync(`${found()}.complete`, name.replace(/.$/, '-'));
    loseAssets();
    await runnerToolCache().adopt(cells);
    expect(store.findNamed(name)).toBeUndefined();
    expect(warnings).toEqual([]);
  });
});

it('what was never looked up is not known', () => {
  expect(knownAssets(cells, store)).toEqual([]);
  fillStore();
  expect(knownAssets(cells, store).map(({ title, product }) => [title, product])).toEqual([
    ['debian:6.12', 'kernel-debian-6.12'],
  ]);
});
