import { existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CannotCopy, TreeCopier } from '../../../src/host/files/copy-tree.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const limits = { bytes: 1000, entries: 20, depth: 5 };

function suiteIn(root: string): string {
  const suite = join(root, 'suite');
  mkdirSync(join(suite, 'data/below'), { recursive: true });
  writeFileSync(join(suite, 'data/below/program'), 'x'.repeat(600), { mode: 0o755 });
  return suite;
}

describe('TreeCopier', () => {
  it('may be given a boundary that is reached through a link', async () => {
    const root = temporaryDirectory();
    suiteIn(root);
    symlinkSync('suite', join(root, 'link'));
    await new TreeCopier(limits).copyInside(
      join(root, 'link/data/below/program'),
      join(root, 'copy'),
      join(root, 'link'),
    );
    expect(readFileSync(join(root, 'copy'), 'utf8')).toBe('x'.repeat(600));
  });

  it.each(['../outside', '../suite-too', '/etc/hostname'])(
    'refuses a link to %s, outside of the boundary',
    async (target) => {
      const root = temporaryDirectory();
      const suite = suiteIn(root);
      for (const name of ['outside', 'suite-too']) writeFileSync(join(root, name), 'secret');
      symlinkSync(target, join(suite, 'link'));
      const copied = new TreeCopier(limits).copyInside(join(suite, 'link'), join(root, 'copy'), suite);
      await expect(copied).rejects.toThrow(`outside ${suite}`);
      expect(existsSync(join(root, 'copy'))).toBe(false);
    },
  );

  it('copies a tree with its modes, and what links lead to', async () => {
    const root = temporaryDirectory();
    const suite = suiteIn(root);
    symlinkSync('below/program', join(suite, 'data/link'));
    await new TreeCopier({ ...limits, bytes: 2000 }).copyInside(join(suite, 'data'), join(root, 'copy'), suite);
    expect([
      readFileSync(join(root, 'copy/link'), 'utf8'),
      lstatSync(join(root, 'copy/link')).isSymbolicLink(),
    ]).toEqual(['x'.repeat(600), false]);
    expect(lstatSync(join(root, 'copy/below/program')).mode & 0o777).toBe(0o755);
  });

  it('does not copy what lies outside', async () => {
    const root = temporaryDirectory();
    const suite = suiteIn(root);
    writeFileSync(join(root, 'secret'), '');
    symlinkSync('../../secret', join(suite, 'data/link'));
    const copied = new TreeCopier(limits).copyInside(join(suite, 'data/link'), join(root, 'copy'), suite);
    await expect(copied).rejects.toThrow(
      new CannotCopy(`${join(suite, 'data/link')} leads to ${join(root, 'secret')}, outside ${suite}`),
    );
  });

  it.each([
    ['bytes', { bytes: 1000 }, 'expected at most 0.00095367431640625 MiB in a test, including data/ and lib/'],
    ['entries', { entries: 4, bytes: 10_000 }, 'expected at most 4 files in a test, including data/ and lib/'],
    ['depth', { depth: 1 }, 'expected at most 1 nested directories'],
  ])('counts %s over all that it copies', async (_, changes, words) => {
    const root = temporaryDirectory();
    const suite = suiteIn(root);
    const copier = new TreeCopier({ ...limits, ...changes });
    const copied = async (): Promise<void> => {
      for (const name of ['first', 'second']) await copier.copyInside(join(suite, 'data'), join(root, name), suite);
    };
    await expect(copied()).rejects.toThrow(words);
  });
});
