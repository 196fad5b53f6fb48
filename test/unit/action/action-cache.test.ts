import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CacheHost,
  type CacheKnowledge,
  cacheGracePeriodMs,
  restoreFromCache,
  saveToCache,
} from '../../../src/action/cache-client.ts';
import { digestTree } from '../../../src/host/files/file-digest.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { root } from '../../integration/cli.ts';
import { type Azurite, startAzurite } from '../../results-service/azurite.ts';
import {
  type Call,
  type Fault,
  type ResultsService,
  serviceVariables,
  startResultsService,
} from '../../results-service/results-service.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-cache-'));
const request = 'a'.repeat(32);
const names = { tools: `tools-${'1'.repeat(64)}`, kernel: `kernel-${'2'.repeat(64)}`, qemu: `qemu-${'3'.repeat(64)}` };
const document = { resolvedAtMs: 1_000, value: { files: ['kernel.deb'] } };
const storeRoot = join(scratch, 'store');
let azurite: Azurite;
/** More than a busy host needs: only a service in trouble is given up. */
const enoughMs = 30_000;
let gracePeriodMs = enoughMs;
let service: ResultsService;
const warnings: string[] = [];
const said: string[] = [];

beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(async () => {
  await azurite[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(async () => {
  service = await startResultsService(azurite);
  warnings.length = 0;
  said.length = 0;
  rmSync(storeRoot, { recursive: true, force: true });
  return () => service[Symbol.asyncDispose]();
});

function host(env: Readonly<Record<string, string>> = serviceVariables(service)): CacheHost {
  const runner = {
    GITHUB_WORKSPACE: join(scratch, 'workspace'),
    RUNNER_TEMP: join(scratch, 'temp'),
    GITHUB_SERVER_URL: 'https://github.com',
  };
  mkdirSync(runner.GITHUB_WORKSPACE, { recursive: true });
  return {
    script: join(root, 'dist/action/cache-worker.mjs'),
    store: new AssetStore(storeRoot),
    env: Object.keys(env).length === 0 ? {} : { ...runner, ...env },
    signal: new AbortController().signal,
    warn: (message) => warnings.push(message),
    say: (text) => said.push(text),
    nowMs: () => 2_000,
    gracePeriodMs,
  };
}

/** A store as a run leaves it. */
function fillStore(): void {
  for (const [kind, name] of Object.entries(names)) {
    const directory = join(storeRoot, 'assets', name);
    mkdirSync(join(directory, 'usr/bin'), { recursive: true });
    writeFileSync(join(directory, 'usr/bin/program'), `${kind} `.repeat(100_000));
    chmodSync(join(directory, 'usr/bin/program'), 0o755);
    writeFileSync(join(directory, 'a name: "odd"\n'), '');
    symlinkSync('usr/bin', join(directory, 'bin'));
  }
  new AssetStore(storeRoot).writeDocument('kernel/debian/6.1/generic', document);
}

function digests(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(names).map((name) => [name, digestTree(join(storeRoot, 'assets', name)).sha256]),
  );
}

const unknown: CacheKnowledge = { indexKey: undefined, assets: [], discarded: [] };

async function save(known: CacheKnowledge, env?: Readonly<Record<string, string>>): Promise<void> {
  await saveToCache(
    { request, assets: Object.values(names).sort(), documents: ['kernel/debian/6.1/generic'], known },
    host(env),
  );
}

async function emptyAndRestore(env?: Readonly<Record<string, string>>): Promise<CacheKnowledge> {
  rmSync(storeRoot, { recursive: true, force: true });
  return await restoreFromCache(request, host(env));
}

const onMethod =
  (method: string, fault: Fault) =>
  (call: Call): Fault | undefined =>
    call.method === method ? fault : undefined;
const methods = (): string[] => service.calls.map(({ method }) => method);

describe('the cache', () => {
  it('restores what was saved, bit for bit, and saves only changes', async () => {
    fillStore();
    const before = digests();
    await save(unknown);
    expect(warnings).toEqual([]);
    expect(service.entries.map(({ key, isComplete }) => [key.slice(0, 26), isComplete])).toEqual([
      ['qemu-driver-test-1-asset-k', true],
      ['qemu-driver-test-1-asset-q', true],
      ['qemu-driver-test-1-asset-t', true],
      ['qemu-driver-test-1-index-a', true],
    ]);
    const known = await emptyAndRestore();
    expect(digests()).toEqual(before);
    expect(new AssetStore(storeRoot).readDocument('kernel/debian/6.1/generic')).toEqual(document);
    expect(readdirSync(join(storeRoot, 'transfer'))).toEqual([]);
    service.calls.length = 0;
    await save(known);
    expect(methods()).toEqual([]);
    expect(said.at(-1)).toMatch(/^cache: no changes/);
    expect(warnings).toEqual([]);
  });

  it('gives it to a job whose checkout and store lie elsewhere', async () => {
    fillStore();
    const before = digests();
    await save(unknown);
    const elsewhere = new AssetStore(join(scratch, 'another/machine', 'store'));
    const there = host({ ...serviceVariables(service), GITHUB_WORKSPACE: join(scratch, 'workspace', 'deeper') });
    const known = await restoreFromCache(request, { ...there, store: elsewhere });
    expect(warnings).toEqual([]);
    expect(known.assets.map(({ name, sha256 }) => [name, sha256]).sort()).toEqual(Object.entries(before).sort());
    expect(Object.values(names).map((name) => digestTree(join(elsewhere.root, 'assets', name)).sha256)).toEqual(
      Object.values(before),
    );
  });

  it('is brought once for two jobs that ask at the same time', async () => {
    fillStore();
    await save(unknown);
    rmSync(storeRoot, { recursive: true });
    service.calls.length = 0;
    const both = await Promise.all([restoreFromCache(request, host()), restoreFromCache(request, host())]);
    expect(both.map(({ assets }) => assets.length)).toEqual([3, 3]);
    expect(service.calls.filter(({ body }) => body['key']?.includes('-asset-'))).toHaveLength(3);
    expect(warnings).toEqual([]);
    expect(readdirSync(join(storeRoot, 'transfer'))).toEqual([]);
  });

  it('is not asked when the store has everything', async () => {
    fillStore();
    await save(unknown);
    service.calls.length = 0;
    const known = await restoreFromCache(request, host());
    expect(known.assets).toHaveLength(3);
    expect(methods()).toEqual([]);
  });

  it('saves only what has been added', async () => {
    fillStore();
    await save(unknown);
    const known = await emptyAndRestore();
    const added = `modules-${'4'.repeat(64)}`;
    mkdirSync(join(storeRoot, 'assets', added));
    service.calls.length = 0;
    await saveToCache(
      { request, assets: [...Object.values(names), added], documents: ['kernel/debian/6.1/generic'], known },
      host(),
    );
    expect(methods().filter((method) => method === 'CreateCacheEntry')).toHaveLength(2);
    expect((await emptyAndRestore()).assets).toHaveLength(4);
  });

  it('takes an entry that another job has written meanwhile for its own', async () => {
    fillStore();
    await save(unknown);
    rmSync(join(storeRoot, 'refs'), { recursive: true });
    new AssetStore(storeRoot).writeDocument('kernel/debian/6.1/generic', document);
    // Not found by a look, there when it is written: the other job was between the two.
    let looks = 0;
    service.fault = ({ method }) =>
      method === 'GetCacheEntryDownloadURL' && looks++ === 0 ? { kind: 'status', status: 404 } : undefined;
    await save(unknown);
    expect(warnings).toEqual([]);
    service.fault = () => undefined;
    expect((await emptyAndRestore()).assets).toHaveLength(3);
  });
});

describe('an entry that is no good', () => {
  async function poisonedKernel(): Promise<Fault> {
    writeFileSync(join(storeRoot, 'assets', names.kernel, 'usr/bin/program'), 'something else');
    await saveToCache({ request: 'b'.repeat(32), assets: [names.kernel], documents: [], known: unknown }, host());
    const entry = service.entries.find(
      ({ key }) => key.startsWith(`qemu-driver-test-1-asset-${names.kernel}`) && key !== service.entries[0]?.key,
    );
    if (entry === undefined) throw new Error('nothing was saved');
    return { kind: 'other-blob', blob: entry.blob };
  }

  it.each(['truncated', 'poisoned'] as const)('is thrown away with a warning and replaced: %s', async (how) => {
    fillStore();
    const before = digests();
    await save(unknown);
    const fault: Fault = how === 'truncated' ? { kind: 'truncated' } : await poisonedKernel();
    const [bad] = service.entries
      .filter(({ key }) => key.startsWith(`qemu-driver-test-1-asset-${names.kernel}`))
      .map(({ key }) => key);
    service.fault = ({ method, body }) =>
      method === 'GetCacheEntryDownloadURL' && body['key'] === bad ? fault : undefined;
    const known = await emptyAndRestore();
    expect(warnings[0]).toMatch(new RegExp(`^The cache entry for ${names.kernel} was discarded: `));
    expect(known.discarded).toEqual([names.kernel]);
    expect(readdirSync(join(storeRoot, 'assets')).sort()).toEqual([names.qemu, names.tools].sort());
    rmSync(storeRoot, { recursive: true });
    fillStore();
    await save(known);
    warnings.length = 0;
    expect((await emptyAndRestore()).assets).toHaveLength(3);
    expect(digests()).toEqual(before);
    expect(warnings).toEqual([]);
  });
});

describe('a service in trouble', () => {
  const generousMs = 6_000;
  beforeEach(() => {
    gracePeriodMs = 1_000;
    return () => (gracePeriodMs = enoughMs);
  });

  it('is waited for 10 s in a job', () => expect(cacheGracePeriodMs).toBe(10_000));

  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['429', { kind: 'status', status: 429 }],
    ['no answer', { kind: 'stall', forMs: 60_000 }],
  ] as const)('costs a restore so long at most, and one warning: %s', async (_, fault) => {
    service.fault = () => fault;
    const startedMs = performance.now();
    expect(await emptyAndRestore()).toMatchObject({ indexKey: undefined, assets: [] });
    expect(performance.now() - startedMs).toBeLessThan(generousMs);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^The cache could not be read/);
  });

  it('costs a restore nothing when it is not there', async () => {
    await emptyAndRestore({ ...serviceVariables({ url: 'http://127.0.0.1:9/' }) });
    expect(warnings).toHaveLength(1);
  });

  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['no answer', { kind: 'stall', forMs: 60_000 }],
    [
      'a token that may only read',
      { kind: 'status', status: 403, message: 'cache write denied: token has no writable scopes' },
    ],
  ] as const)('costs a save so long at most, and one warning: %s', async (_, fault) => {
    fillStore();
    service.fault = onMethod('CreateCacheEntry', fault);
    const startedMs = performance.now();
    await save(unknown);
    expect(performance.now() - startedMs).toBeLessThan(generousMs);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^The cache could not be written/);
    expect(readdirSync(join(storeRoot, 'assets'))).toHaveLength(3);
  });

  it('is not asked where there is none', async () => {
    fillStore();
    await save(unknown, {});
    expect(await emptyAndRestore({})).toEqual(unknown);
    expect(warnings).toEqual([]);
  });
});
