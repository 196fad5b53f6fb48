import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCommand } from '../../../src/cli/list-command.ts';
import { suiteOperands } from '../../../src/command/suite-operands.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

/** Two suites: edu with a table and two more tests, usb with one test. */
function twoSuites(): string {
  const root = temporaryDirectory();
  for (const test of ['edu/dma', 'edu/irq', 'edu/probe', 'usb/hub']) {
    mkdirSync(join(root, test, 'info'), { recursive: true });
    writeFileSync(join(root, test, 'run'), '#!/bin/sh\n', { mode: 0o755 });
  }
  writeFileSync(join(root, 'edu/dma/info/each'), 'SIZE\n16\n4096\n');
  writeFileSync(join(root, 'notes'), '');
  return root;
}

describe('the operands of a command', () => {
  it.each([
    ['a suite', ['edu'], ['edu'], []],
    ['a test', ['edu/dma'], ['edu'], ['edu/dma']],
    ['a test, with a slash at its end', ['edu/dma/'], ['edu'], ['edu/dma']],
    ['a row', ['edu/dma@16'], ['edu'], ['edu/dma@16']],
    ['two tests of a suite', ['edu/dma', 'edu/irq'], ['edu'], ['edu/dma', 'edu/irq']],
    ['a suite, and a test of another', ['usb', 'edu/irq'], ['usb', 'edu'], ['edu/irq']],
    ['a suite, and one of its tests', ['edu/irq', 'edu'], ['edu'], []],
    ['a suite twice, which is a mistake', ['edu', 'edu'], ['edu', 'edu'], []],
    ['a test with a typo', ['edu/irk'], ['edu'], ['edu/irk']],
    ['a suite with a typo', ['ude'], ['ude'], []],
    ['a path below a file', ['notes/dma'], ['notes/dma'], []],
  ])('may be %s', (_title, words, suites, tests) => {
    const root = twoSuites();
    const inRoot = (paths: readonly string[]): readonly string[] => paths.map((path) => join(root, path));
    expect(suiteOperands(words, root)).toEqual({ suites: inRoot(suites), tests: inRoot(tests) });
  });

  it('is a suite that has a stray run beside its tests', () => {
    const root = twoSuites();
    writeFileSync(join(root, 'edu/run'), '#!/bin/sh\n', { mode: 0o755 });
    expect(suiteOperands(['edu'], root)).toEqual({ suites: [join(root, 'edu')], tests: [] });
  });
});

describe('a test that is named by its path', () => {
  async function listed(...words: readonly string[]): Promise<readonly string[]> {
    const { host, written } = commandIn(twoSuites());
    await listCommand(wordsOf('list', [...words, '--format', 'json']), host);
    const { tests } = JSON.parse(written()) as { readonly tests: readonly { readonly id: string }[] };
    return tests.map(({ id }) => id);
  }

  it('is the only one of its suite that is selected', async () => {
    expect(await listed('edu/irq')).toEqual(['edu/irq']);
    expect(await listed('edu/dma', 'usb')).toEqual(['edu/dma@16', 'edu/dma@4096', 'usb/hub']);
    expect(await listed('edu/dma@4096', 'edu/probe')).toEqual(['edu/dma@4096', 'edu/probe']);
  });

  it('is restricted by --test as the tests of a suite are', async () => {
    expect(await listed('edu/dma', 'usb', '--test', 'edu/*')).toEqual(['edu/dma@16', 'edu/dma@4096']);
  });

  it('is told from one that is not there', async () => {
    await expect(listed('edu/irk')).rejects.toThrow('no test edu/irk\n  hint: Did you mean irq?');
    await expect(listed('edu/dmaa')).rejects.toThrow('no test edu/dmaa\n  hint: Did you mean dma');
    await expect(listed('edu/dma@17')).rejects.toThrow('no test edu/dma@17\n  hint: Did you mean dma@16');
    await expect(listed('edu/firmware')).rejects.toThrow(
      'no test edu/firmware\n  hint: The tests are edu/dma@16, edu/dma@4096, edu/irq, edu/probe.',
    );
  });
});
