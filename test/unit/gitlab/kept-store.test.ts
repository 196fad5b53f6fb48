import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { KeptStore } from '../../../src/gitlab/kept-store.ts';
import { resultsMark } from '../../../src/plan/plan.ts';
import { AssetStore } from '../../../src/provision/store/store.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const dayMs = 24 * 60 * 60 * 1000;
const start = 1_767_225_600_000;
let workspace: string;

beforeEach(() => {
  workspace = temporaryDirectory();
});

function storeWith(root: string, assets: readonly string[]): AssetStore {
  for (const name of assets) {
    mkdirSync(join(root, 'assets', name), { recursive: true });
    writeFileSync(join(root, 'assets', name, 'file'), name);
  }
  return new AssetStore(root);
}

/** A job that uses some assets; returns what it leaves. */
function job(root: string, used: readonly string[], nowMs: number): readonly string[] {
  const kept = new KeptStore(new AssetStore(root), workspace);
  for (const name of used) kept.onUse({ kind: 'asset', name });
  kept.prune(nowMs);
  return readdirSync(join(root, 'assets')).sort();
}

describe('the store in GitLab’s cache', () => {
  it('loses what no job has used for two weeks, and saved machines', () => {
    const root = join(workspace, '.qdt-cache/store');
    storeWith(root, ['qemu-1', 'headers-1', 'template-1', 'kernel-source-1', 'tree-kernel-1']);
    expect(job(root, ['qemu-1', 'template-1'], start)).toEqual(['headers-1', 'qemu-1']);
    expect(job(root, ['qemu-1'], start + 13 * dayMs)).toEqual(['headers-1', 'qemu-1']);
    expect(job(root, ['qemu-1'], start + 15 * dayMs)).toEqual(['qemu-1']);
  });

  it('keeps what another shard has used since', () => {
    const root = join(workspace, '.qdt-cache/store');
    storeWith(root, ['kernel-1', 'kernel-2']);
    job(root, ['kernel-1', 'kernel-2'], start);
    job(root, ['kernel-2'], start + 10 * dayMs);
    expect(job(root, ['kernel-1'], start + 20 * dayMs)).toEqual(['kernel-1', 'kernel-2']);
  });

  it('has a mark, so that it is no source of a module in the root of the repository', () => {
    const root = join(workspace, '.qdt-cache/store');
    new KeptStore(storeWith(root, []), workspace);
    expect(readFileSync(join(workspace, '.qdt-cache', resultsMark), 'utf8')).toContain('qemu-driver-test');
  });

  it('survives a damaged note of what was used', () => {
    const root = join(workspace, '.qdt-cache/store');
    storeWith(root, ['qemu-1']);
    new AssetStore(root).writeDocument('last used in CI', ['qemu-1', { 'qemu-1': 'yesterday' }]);
    expect(job(root, [], start)).toEqual(['qemu-1']);
  });

  it('is left alone elsewhere', () => {
    const root = join(workspace, 'elsewhere');
    storeWith(root, ['qemu-1', 'template-1']);
    expect(job(root, [], start)).toEqual(['qemu-1', 'template-1']);
    expect(existsSync(join(workspace, '.qdt-cache'))).toBe(false);
  });
});
