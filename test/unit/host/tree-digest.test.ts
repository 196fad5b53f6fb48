import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkTree } from '../../../src/host/files/copy-tree.ts';
import { digestTree } from '../../../src/host/files/file-digest.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function tree(): string {
  const root = join(temporaryDirectory(), 'tree');
  mkdirSync(join(root, 'bin'), { recursive: true });
  writeFileSync(join(root, 'bin/program'), 'x'.repeat(3_000_000));
  chmodSync(join(root, 'bin/program'), 0o755);
  writeFileSync(join(root, 'text'), 'text');
  symlinkSync('bin/program', join(root, 'link'));
  return root;
}

describe('digestTree', () => {
  it('counts all bytes, and not times', () => {
    const root = tree();
    const before = digestTree(root);
    expect(before.bytes).toBe(3_000_004);
    utimesSync(join(root, 'text'), 1, 1);
    expect(digestTree(root)).toEqual(before);
  });

  it.each<readonly [string, (root: string) => void]>([
    ['a byte', (root) => writeFileSync(join(root, 'text'), 'texT')],
    ['a name', (root) => writeFileSync(join(root, 'more'), '')],
    ['an empty directory', (root) => mkdirSync(join(root, 'empty'))],
    ['a permission to run', (root) => chmodSync(join(root, 'bin/program'), 0o644)],
    ['a link more', (root) => symlinkSync('/etc', join(root, 'other'))],
  ])('sees %s', (_, change) => {
    const root = tree();
    const before = digestTree(root);
    change(root);
    expect(digestTree(root).sha256).not.toBe(before.sha256);
  });

  it('is that of a second name for the same tree', () => {
    const root = tree();
    linkTree(root, `${root}-2`);
    expect(digestTree(`${root}-2`)).toEqual(digestTree(root));
  });
});
