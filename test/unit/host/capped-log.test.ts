import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ByteRing, CappedLog, largestLog, type LogLimits } from '../../../src/host/files/capped-log.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const small: LogLimits = { headBytes: 10, tailBytes: 5, extraBytes: 0 };

describe('CappedLog', () => {
  it('is all that was written when that is not more than the head', () => {
    const { log, text } = open(small);
    write(log, 'one', 'two', '3456');
    log.close();
    expect([text(), log.leftOutBytes]).toEqual(['onetwo3456', 0]);
  });

  it('is all that was written when that is not more than head and tail', () => {
    const { log, text } = open(small);
    write(log, '0123456789abc', 'de');
    log.close();
    expect([text(), log.leftOutBytes]).toEqual(['0123456789abcde', 0]);
  });

  it('leaves out the middle of more than that, and says how much', () => {
    const { log, text } = open(small);
    write(log, '0123456789', ...Array.from('abcdefghijklmnopqrstuvwxyz'));
    log.close();
    expect([text(), log.leftOutBytes]).toEqual(['0123456789\n[qemu-driver-test: 21 bytes left out here]\nvwxyz', 21]);
  });

  it('writes the head as it comes', () => {
    const { log, text } = open(small);
    write(log, 'now');
    expect(text()).toBe('now');
  });

  it('keeps its file below its limit in a flood of single bytes', () => {
    const limits = { headBytes: 1000, tailBytes: 1000, extraBytes: 2000 };
    const { log, path } = open(limits);
    for (let count = 0; count < 300_000; count++) {
      write(log, 'x');
      log.grant(100);
    }
    log.close();
    expect(statSync(path).size).toBeLessThan(largestLog(limits));
  });

  it('writes after a grant the tail so far and further output', () => {
    const { log, text } = open({ headBytes: 4, tailBytes: 4, extraBytes: 100 });
    write(log, 'head', 'lost', 'tail');
    log.grant(6);
    write(log, 'report', 'lost', 'last');
    log.close();
    expect([text(), log.leftOutBytes]).toEqual([
      'head\n[qemu-driver-test: 4 bytes left out here]\ntailreport\n[qemu-driver-test: 4 bytes left out here]\nlast',
      8,
    ]);
  });

  it('grants at least so much also when the head ends in the middle of it', () => {
    const { log, text } = open({ headBytes: 10, tailBytes: 0, extraBytes: 100 });
    write(log, '01234567');
    log.grant(6);
    write(log, 'reportlost');
    log.close();
    expect([text(), log.leftOutBytes]).toEqual(['01234567report\n[qemu-driver-test: 4 bytes left out here]\n', 4]);
  });

  it('grants nothing once the extra is used up', () => {
    const { log, text } = open({ headBytes: 0, tailBytes: 0, extraBytes: 10 });
    for (let count = 0; count < 3; count++) {
      log.grant(6);
      write(log, 'report');
    }
    log.close();
    expect([text().startsWith('report'), log.leftOutBytes]).toEqual([true, 12]);
  });

  it('may be closed again, and what comes after that is left out', () => {
    const { log, text, failures } = open(small);
    write(log, 'kept');
    log.close();
    log.close();
    write(log, 'late');
    log.grant(100);
    expect([text(), log.leftOutBytes, failures]).toEqual(['kept', 4, []]);
  });

  it('makes the directory that it lies in', () => {
    const path = join(temporaryDirectory(), 'logs', 'run.log');
    new CappedLog(path, small, () => undefined).close();
    expect(readFileSync(path, 'utf8')).toBe('');
  });

  it('tells once what the file system refuses, and leaves out all after it', () => {
    const failures: string[] = [];
    const log = new CappedLog('/dev/full', small, (error) => failures.push(error.message));
    write(log, 'one', 'two');
    log.close();
    expect([failures, log.leftOutBytes]).toEqual([['ENOSPC: no space left on device, write'], 3]);
  });

  it('tells when it is the tail, at the very end, for which there is no space', () => {
    const failures: string[] = [];
    const log = new CappedLog('/dev/full', { ...small, headBytes: 0 }, (error) => failures.push(error.message));
    write(log, 'tail');
    expect(failures).toEqual([]);
    log.close();
    expect(failures).toEqual(['ENOSPC: no space left on device, write']);
  });

  it.each<[string, (directory: string) => void]>([
    ['its directory was removed', (directory) => rmSync(directory, { recursive: true })],
    ['its directory was renamed', (directory) => renameSync(directory, `${directory}-old`)],
    [
      'another file has its name',
      (directory) => {
        rmSync(join(directory, 'console.log'));
        writeFileSync(join(directory, 'console.log'), 'all is well');
      },
    ],
  ])('tells when it is not where it was made at its end: %s', (_what, change) => {
    const directory = join(temporaryDirectory(), 'test');
    const failures: string[] = [];
    const log = new CappedLog(join(directory, 'console.log'), small, (error) => failures.push(error.message));
    write(log, 'Oops');
    change(directory);
    log.close();
    expect(failures).toEqual(['it was removed during the run']);
  });

  it('tells when it cannot be opened', () => {
    const failures: string[] = [];
    const log = new CappedLog('/dev/null/run.log', small, (error) => failures.push(error.message));
    write(log, 'x');
    log.close();
    expect(failures).toEqual([expect.stringMatching(/^(ENOTDIR|EEXIST): /)]);
  });
});

describe('ByteRing', () => {
  it.each([
    [3, ['a'], 'a', 0],
    [3, ['ab', 'c'], 'abc', 0],
    [3, ['ab', 'cd'], 'bcd', 1],
    [3, ['abcdefgh'], 'fgh', 5],
    [3, ['a', 'bcdefgh', 'i'], 'ghi', 6],
    [3, ['abc', 'def', 'g'], 'efg', 4],
    [0, ['abc'], '', 3],
  ])('of %d bytes after %j holds %j', (capacity, chunks, held, pushedOut) => {
    const ring = new ByteRing(capacity);
    const out = chunks.map((chunk) => ring.push(Buffer.from(chunk))).reduce((sum, count) => sum + count, 0);
    expect([ring.length, ring.take().toString(), out, ring.length]).toEqual([held.length, held, pushedOut, 0]);
  });

  it('starts anew after everything was taken', () => {
    const ring = new ByteRing(4);
    ring.push(Buffer.from('abc'));
    ring.take();
    ring.push(Buffer.from('def'));
    expect(ring.take().toString()).toBe('def');
  });

  it('holds nothing of a chunk but its own copy', () => {
    const ring = new ByteRing(4);
    const chunk = Buffer.from('abcd');
    ring.push(chunk);
    chunk.fill('x');
    expect(ring.take().toString()).toBe('abcd');
  });
});

interface Opened {
  readonly log: CappedLog;
  readonly path: string;
  readonly text: () => string;
  readonly failures: readonly string[];
}

function open(limits: LogLimits): Opened {
  const path = join(temporaryDirectory(), 'log');
  const failures: string[] = [];
  return {
    log: new CappedLog(path, limits, (error) => failures.push(error.message)),
    path,
    text: () => readFileSync(path, 'utf8'),
    failures,
  };
}

function write(log: CappedLog, ...chunks: readonly string[]): void {
  for (const chunk of chunks) log.write(Buffer.from(chunk));
}
