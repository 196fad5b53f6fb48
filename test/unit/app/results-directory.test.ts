import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunRefused } from '../../../src/app/load-suites.ts';
import {
  prepareResultsDirectory,
  restoreMark,
  withResultsDirectory,
  writeResults,
} from '../../../src/app/results-directory.ts';
import { cell, results, test as testResult } from '../report/sample-results.ts';
import { mountSmallDisk, smallDisks } from '../small-disk.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const mark = '.qemu-driver-test';

describe('withResultsDirectory', () => {
  const { signal } = new AbortController();

  it('refuses a directory that another run writes to, and leaves it unchanged', async () => {
    const directory = temporaryDirectory();
    const second = await withResultsDirectory(directory, signal, async () => {
      writeFileSync(join(directory, 'results.json'), 'first');
      return await withResultsDirectory(directory, signal, () => Promise.resolve('ran')).catch(
        (error: unknown) => error,
      );
    });
    expect(second).toEqual(
      new RunRefused(
        `${directory} is in use: another run writes its results there. Wait for it, or choose another ` +
          'directory with --out.',
      ),
    );
    expect(readFileSync(join(directory, 'results.json'), 'utf8')).toBe('first');
  });

  it('gives the directory to the next run, empty', async () => {
    const directory = join(temporaryDirectory(), 'new');
    await withResultsDirectory(directory, signal, () => {
      writeFileSync(join(directory, 'results.json'), 'first');
      return Promise.resolve();
    });
    expect(await withResultsDirectory(directory, signal, () => Promise.resolve(readdirSync(directory)))).toEqual([
      mark,
    ]);
  });

  it('touches nothing that is not ours', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'thesis.tex'), 'years of work');
    await expect(withResultsDirectory(directory, signal, () => Promise.resolve())).rejects.toThrow(RunRefused);
    expect(readdirSync(directory)).toEqual(['thesis.tex']);
  });
});

describe('prepareResultsDirectory', () => {
  it('makes a directory, with its parents, and marks it as ours', () => {
    const directory = join(temporaryDirectory(), 'a/b');
    expect(prepareResultsDirectory(directory)).toBeUndefined();
    expect(readdirSync(directory)).toEqual([mark]);
    expect(readFileSync(join(directory, mark), 'utf8')).toBe(
      'Results of qemu-driver-test. The next run with the same --out replaces them.\n',
    );
  });

  it('takes an empty directory', () => {
    const directory = temporaryDirectory();
    expect(prepareResultsDirectory(directory)).toBeUndefined();
    expect(readdirSync(directory)).toEqual([mark]);
  });

  it('empties our own directory', () => {
    const directory = temporaryDirectory();
    prepareResultsDirectory(directory);
    mkdirSync(join(directory, 'cell/edu/probe'), { recursive: true });
    for (const name of ['results.json', 'cell/edu/probe/console.log']) writeFileSync(join(directory, name), 'old');
    expect(prepareResultsDirectory(directory)).toBeUndefined();
    expect(readdirSync(directory)).toEqual([mark]);
  });

  it.skipIf(!smallDisks.possible)(`takes away first what the last run concluded (${smallDisks.reason})`, () => {
    const directory = temporaryDirectory();
    prepareResultsDirectory(directory);
    for (const name of ['record.jsonl', 'results.json']) writeFileSync(join(directory, name), 'old');
    mountSmallDisk(join(directory, 'cell'), 16);
    // A mounted directory cannot be removed: as far as a run that is killed in the middle of it would come.
    expect(prepareResultsDirectory(directory)).toContain('EBUSY');
    expect(readdirSync(directory)).toEqual([mark, 'cell']);
  });

  it('knows a directory again that lost its mark while a run went on', () => {
    const directory = join(temporaryDirectory(), 'made-again');
    mkdirSync(join(directory, 'cell'), { recursive: true });
    expect(restoreMark(directory)).toEqual([]);
    expect(prepareResultsDirectory(directory)).toBeUndefined();
  });

  it('never empties a foreign directory', () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'thesis.tex'), 'years of work');
    expect(prepareResultsDirectory(directory)).toBe(
      `${directory} holds files that are not results: empty it, or choose another directory with --out.`,
    );
    expect(readFileSync(join(directory, 'thesis.tex'), 'utf8')).toBe('years of work');
    expect(readdirSync(directory)).toEqual(['thesis.tex']);
  });

  it('never follows a link out of our directory', () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'precious'));
    writeFileSync(join(root, 'precious/file'), 'kept');
    prepareResultsDirectory(join(root, 'out'));
    symlinkSync('../precious', join(root, 'out/link'));
    expect(prepareResultsDirectory(join(root, 'out'))).toBeUndefined();
    expect([readdirSync(join(root, 'out')), existsSync(join(root, 'precious/file'))]).toEqual([[mark], true]);
  });

  it('refuses a file', () => {
    const path = join(temporaryDirectory(), 'file');
    writeFileSync(path, 'kept');
    expect(prepareResultsDirectory(path)).toBe(`${path} is not a directory: choose another with --out.`);
    expect(readFileSync(path, 'utf8')).toBe('kept');
  });

  it('says why a directory cannot be made', () => {
    const path = join(temporaryDirectory(), 'file');
    writeFileSync(path, 'kept');
    expect(prepareResultsDirectory(join(path, 'out'))).toMatch(
      new RegExp(`^${path}/out cannot be used \\((ENOTDIR|EEXIST): .*\\): choose another with --out\\.$`),
    );
  });
});

describe('writeResults', () => {
  it('writes results.json and everything that is rendered from it', () => {
    const directory = temporaryDirectory();
    const written = results([cell('debian:6.1', 'small')], [testResult('edu/probe', 'debian-6.1-small')]);
    writeResults(directory, written);
    expect(readdirSync(directory).sort()).toEqual(['junit.xml', 'report.html', 'results.json', 'summary.md']);
    expect(JSON.parse(readFileSync(join(directory, 'results.json'), 'utf8'))).toEqual(written);
  });
});
