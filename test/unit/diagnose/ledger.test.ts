import { describe, expect, it } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import type { ConsoleExpectation } from '../../../src/suite/suite.ts';
import { kernelLog } from './kernel-log.ts';
import { judgeInput } from './run-records.ts';

const leak = (bytes: number, times = 1): readonly string[] => [
  `qdt-ledger: leak of ${bytes} bytes from kmalloc in edu_open [edu]: ${times} times, ${bytes * times} bytes in all`,
  'Call Trace:',
  ' edu_open+0x35/0x90 [edu]',
];
const mapping: readonly string[] = [
  'qdt-ledger: leak of 96 bytes of a DMA mapping from dma_map_page in edu_dma.isra.0 [edu]: 1 times, 96 bytes in all',
  'Call Trace:',
  ' edu_dma.isra.0+0x12/0x34 [edu]',
];
const twice: readonly string[] = [
  'qdt-ledger: double free of 64 bytes from kmalloc in edu_remove [edu]',
  'Call Trace:',
  ' edu_remove+0x1fb/0x205 [edu]',
  'Freed:',
  ' edu_release+0x1e9/0x205 [edu]',
  'Allocated:',
  ' edu_open+0x35/0x90 [edu]',
];

const context = { bootFingerprints: new Set<string>(), today: '2026-11-30' };

describe('what the ledger says', () => {
  it('is a finding each, with its numbers', () => {
    const bugs = findBugs(kernelLog([...leak(64), ...mapping, ...twice]));
    expect(bugs.map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'double-free: double free of 64 bytes from kmalloc in edu_remove',
      'leak: leak of 64 bytes from kmalloc in edu_open',
      'leak: leak of 96 bytes of a DMA mapping from dma_map_page in edu_dma',
    ]);
    expect(bugs.every(({ corrupted }) => !corrupted)).toBe(true);
  });

  it('is the same bug on a kernel where the object has another size', () => {
    const [one, other] = [leak(64), leak(72, 3)].map((lines) => findBugs(kernelLog(lines))[0]);
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one?.title).not.toBe(other?.title);
  });

  it('fails a test that would have passed', () => {
    const verdict = judge(judgeInput({ consoleText: kernelLog(leak(64)) }), context);
    expect([verdict.outcome, verdict.ok, verdict.reason]).toEqual([
      'fail',
      false,
      'leak of 64 bytes from kmalloc in edu_open',
    ]);
  });

  it('is a crash if memory was freed twice', () => {
    expect(judge(judgeInput({ consoleText: kernelLog(twice) }), context).outcome).toBe('crash');
  });

  it('may be allowed, which allows no other bug', () => {
    const allowed: ConsoleExpectation = {
      kind: 'allow',
      only: 'leak',
      pattern: /edu_/,
      reason: '',
      until: undefined,
      file: 'info/leaks',
      line: 1,
    };
    const outcomeOf = (lines: readonly string[]): string => {
      const { record, texts, rules } = judgeInput({ consoleText: kernelLog(lines) });
      return judge({ record, texts, rules: { ...rules, expectConsole: [allowed] } }, context).outcome;
    };
    expect([outcomeOf(leak(64)), outcomeOf(twice)]).toEqual(['pass', 'crash']);
  });

  it.each([
    ['no function', 'qdt-ledger: leak of 64 bytes from kmalloc'],
    ['a long name', `qdt-ledger: leak of ${'x'.repeat(100_000)} from kmalloc in edu_open [edu]`],
    ['many words', `qdt-ledger: leak of ${'a from b in '.repeat(20_000)}`],
  ])('is nothing with %s', (_what, line) => {
    expect(findBugs(kernelLog([line]))).toEqual([]);
  });
});

it('a frame of the ledger is nobody who could be blamed', () => {
  const [bug] = findBugs(
    kernelLog([
      'WARNING: CPU: 0 PID: 103 at kernel/workqueue.c:5938 __alloc_workqueue+0x6be/0x7a0',
      'CPU: 0 PID: 103 Comm: insmod Not tainted 6.12.0 #1',
      'RIP: 0010:__alloc_workqueue+0x6c1/0x7a0',
      'Call Trace:',
      ' <TASK>',
      ' qdt_enter+0x80/0xb0 [qdt_ledger]',
      ' edu_init+0xfb/0xff0 [edu]',
      ' do_one_initcall+0x5b/0x320',
      ' </TASK>',
      '---[ end trace 0000000000000000 ]---',
    ]),
  );
  expect(bug?.title).toBe('WARNING in edu_init');
});
