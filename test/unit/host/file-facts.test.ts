import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kindOfFile } from '../../../src/host/files/file-facts.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

it('a path that can lead nowhere leads to nothing', () => {
  const root = temporaryDirectory();
  symlinkSync('loop', join(root, 'loop'));
  expect(
    ['gone', 'gone/below', 'x'.repeat(300), 'd/'.repeat(5000), 'loop'].map((path) => kindOfFile(join(root, path))),
  ).toEqual(Array(5).fill('nothing'));
});
