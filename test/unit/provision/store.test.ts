import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { bytesOnDisk } from '../../../src/host/files/file-facts.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { requireForBundles } from '../bundled-module.ts';

const files = 20;
let scratch: string;
let program: string;
let root: string;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'store-'));
  program = join(scratch, 'store-process.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'store-process.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: requireForBundles,
    outfile: program,
  });
});
afterAll(() => rmSync(scratch, { recursive: true }));
beforeEach(() => {
  root = mkdtempSync(join(scratch, 'root-'));
});

const started: ChildProcessWithoutNullStreams[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

function start(key: string, pauseMs: number): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, root, key, String(files), String(pauseMs)]);
  started.push(child);
  child.stdout.setEncoding('utf8');
  return child;
}

async function outputOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  const pieces: string[] = [];
  child.stdout.on('data', (piece: string) => pieces.push(piece));
  await once(child, 'close');
  return pieces.join('');
}

function asset(
  make: (staging: string) => Promise<void>,
  key = 'one',
  signal = new AbortController().signal,
): Parameters<AssetStore['provide']>[0] {
  return { kind: 'test', key, signal, make };
}

const writeOne = (staging: string): Promise<void> => {
  writeFileSync(join(staging, 'file'), 'content');
  return Promise.resolve();
};
const staged = (): string[] => readdirSync(join(root, 'staging'));
const kept = (): string[] => readdirSync(join(root, 'assets'));

describe('an asset', () => {
  it('is made once, and found again by its kind and key', async () => {
    const store = new AssetStore(root);
    const path = await store.provide(asset(writeOne));
    expect(await store.provide(asset(() => Promise.reject(new Error('made twice'))))).toBe(path);
    expect(new AssetStore(root).find({ kind: 'test', key: 'one' })).toBe(path);
    expect(store.find({ kind: 'test', key: 'two' })).toBeUndefined();
    expect(readFileSync(join(path, 'file'), 'utf8')).toBe('content');
  });

  it('that fails to be made leaves nothing, and can be made later', async () => {
    const store = new AssetStore(root);
    const failing = async (staging: string): Promise<void> => {
      await writeOne(staging);
      throw new ProvisionError('The mirror does not answer.');
    };
    await expect(store.provide(asset(failing))).rejects.toThrow('The mirror does not answer.');
    expect([...staged(), ...kept()]).toEqual([]);
    await store.provide(asset(writeOne));
    expect(kept()).toHaveLength(1);
  });

  it('is not there when the run was cancelled while it was being made', async () => {
    const abort = new AbortController();
    const cancelled = async (staging: string): Promise<void> => {
      await writeOne(staging);
      abort.abort(new Error('cancelled'));
    };
    await expect(new AssetStore(root).provide(asset(cancelled, 'one', abort.signal))).rejects.toThrow('cancelled');
    expect([...staged(), ...kept()]).toEqual([]);
  });
});

describe('processes side by side', () => {
  it('make an asset once between them, and all get it whole', async () => {
    const outputs = await Promise.all([1, 2, 3].map(() => outputOf(start('shared', 10))));
    expect(outputs.join('').match(/making/g)).toHaveLength(1);
    expect(new Set(outputs.map((output) => /^provided (.*)$/m.exec(output)?.[1])).size).toBe(1);
    const [name = ''] = kept();
    expect(readdirSync(join(root, 'assets', name))).toHaveLength(files);
    expect(staged()).toEqual([]);
  });

  it('make different assets without waiting for or disturbing each other', async () => {
    const slow = start('slow', 50);
    const slowOutput = outputOf(slow);
    await once(slow.stdout, 'data');
    // However long the other one takes.
    slow.kill('SIGSTOP');
    await outputOf(start('quick', 0));
    expect(kept()).toHaveLength(1);
    expect(staged()).toHaveLength(1);
    slow.kill('SIGCONT');
    expect(await slowOutput).toMatch(/^making\nprovided /);
    expect(kept()).toHaveLength(2);
  });
});

describe('a process that is killed while it makes an asset', () => {
  it('leaves no asset, and the next one makes it and sweeps up', async () => {
    const victim = start('one', 50);
    await once(victim.stdout, 'data');
    victim.kill('SIGKILL');
    await once(victim, 'close');
    expect([kept().length, staged().length]).toEqual([0, 1]);
    expect(await outputOf(start('one', 0))).toMatch(/^making\nprovided /);
    expect([kept().length, staged().length]).toEqual([1, 0]);
  });

  it('is cleaned up when another asset is made', async () => {
    const victim = start('one', 50);
    await once(victim.stdout, 'data');
    victim.kill('SIGKILL');
    await once(victim, 'close');
    // The lock goes when its holder notices that nobody is there any more.
    await expect.poll(async () => (await outputOf(start(`other ${Math.random()}`, 0)), staged())).toEqual([]);
  });

  it('lets go of those who wait for it', async () => {
    const victim = start('one', 50);
    await once(victim.stdout, 'data');
    const waiting = outputOf(start('one', 0));
    victim.kill('SIGKILL');
    expect(await waiting).toMatch(/^making\nprovided /);
  });
});

describe('what can be made again', () => {
  it('is gone when it is discarded, and is made anew', async () => {
    const store = new AssetStore(root);
    await store.provide(asset(writeOne));
    store.discard(asset(writeOne));
    expect([
      store.find(asset(writeOne)),
      readdirSync(join(root, 'assets')),
      readdirSync(join(root, 'staging')),
    ]).toEqual([undefined, [], []]);
    store.discard(asset(writeOne));
    expect(await store.provide(asset(writeOne))).toBe(store.find(asset(writeOne)));
  });

  it('is kept as far as it was used last and fits; other kinds are left alone', async () => {
    const store = new AssetStore(root);
    const keys = ['one', 'two', 'three', 'four'];
    for (const [index, key] of keys.entries()) {
      await store.provide(asset(writeOne, key));
      store.markUsed(asset(writeOne, key), 1_000_000 * (index + 1));
    }
    const other = { ...asset(writeOne, 'one'), kind: 'another' };
    await store.provide(other);
    store.markUsed(other, 1);
    store.markUsed(asset(writeOne, 'one'), 9_000_000);
    const left = (): readonly string[] => keys.filter((key) => store.find(asset(writeOne, key)) !== undefined);
    const bytesOfOne = bytesOnDisk(store.find(other) ?? '');
    expect(bytesOfOne).toBeGreaterThan(0);
    store.keepWithin(asset(writeOne).kind, 2 * bytesOfOne, () => true);
    expect(left()).toEqual(['one', 'four']);
    const useless = store.find(asset(writeOne, 'four'));
    store.keepWithin(asset(writeOne).kind, 2 * bytesOfOne, (directory) => directory !== useless);
    expect(left()).toEqual(['one']);
    expect(store.find(other)).toBeDefined();
  });
});

describe('a store that cannot be used', () => {
  it('because a file is in its place is reported with the next move', async () => {
    const place = join(root, 'file');
    writeFileSync(place, '');
    const error: unknown = await new AssetStore(place).provide(asset(writeOne)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProvisionError);
    expect(error).toMatchObject({
      message: `The store ${place} has a file where a directory should be.`,
      hint: 'Fix that, or choose another place: QDT_STORE=/path/to/a/directory',
    });
  });

  it.skipIf(process.getuid?.() === 0)('because it is read-only still provides its contents', async () => {
    const store = new AssetStore(root);
    const path = await store.provide(asset(writeOne));
    for (const part of ['assets', 'staging', 'locks', '']) chmodSync(join(root, part), 0o555);
    expect(await store.provide(asset(writeOne))).toBe(path);
    await expect(store.provide(asset(writeOne, 'two'))).rejects.toThrow(
      `The store ${root} may not be written by this user.`,
    );
    for (const part of ['', 'assets', 'staging', 'locks']) chmodSync(join(root, part), 0o755);
  });
});
