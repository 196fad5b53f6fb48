import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createMemoryFile, NoRoomForMemory } from '../../../src/host/files/memory-file.ts';
import { newMemoryFiles } from '../memory-files.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const memoryFiles = newMemoryFiles();
const mebibyte = 1024 * 1024;
/** More than any file system has. */
const hugeMiB = 2 ** 40;

it('has zeros only, all of them reserved, and is gone when it is closed', async () => {
  const file = await createMemoryFile(2.5, [temporaryDirectory()]);
  const { size, blocks } = statSync(file.path);
  expect(size).toBe(3 * mebibyte);
  expect(blocks * 512).toBeGreaterThanOrEqual(3 * mebibyte);
  expect(readFileSync(file.path).every((byte) => byte === 0)).toBe(true);
  expect(memoryFiles()).toHaveLength(1);
  file[Symbol.dispose]();
  expect(memoryFiles()).toEqual([]);
});

it('goes where there is room', async () => {
  const there = temporaryDirectory();
  const file = await createMemoryFile(1, ['/proc/self', there]);
  expect(memoryFiles()[0]).toMatch(new RegExp(`^${there}/`));
  file[Symbol.dispose]();
});

it('reports what each place lacks, and leaves nothing open', async () => {
  const [small, absent] = [temporaryDirectory(), join(temporaryDirectory(), 'absent')];
  const error = await createMemoryFile(hugeMiB, [small, absent]).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(NoRoomForMemory);
  expect(String(error)).toMatch(
    new RegExp(
      `^NoRoomForMemory: no room for ${hugeMiB} MiB of memory in a file: ${small}: ` +
        `expected ${hugeMiB + 64} MiB of free space, found \\d+; ${absent}: `,
    ),
  );
  expect(memoryFiles()).toEqual([]);
});
