import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';
import { inScope } from './scope.ts';

const kernels = inScope(['debian:6.12'], ['debian:5.10', 'debian:6.1', 'debian:newest', 'debian:6.12:arm64']);
const source = join(suites, 'ledger/driver/leaky.c');

/** What each test leaves behind: the marks of the lines that took it. */
const leaks: Readonly<Record<string, readonly string[]>> = {
  clean: [],
  loaded: [],
  left: [
    ...['small', 'large', 'text', 'page', 'wrapped', 'coherent', 'mapped', 'pool', 'id', 'queue', 'region'],
    ...['registers', 'number'],
  ],
  armed: ['timer', 'work'],
  registered: ['class', 'cdev', 'interrupt', 'node'],
  fails: ['small'],
  reloaded: ['wrapped'],
};
const names = inScope(['clean', 'left', 'armed', 'twice', 'late'], ['loaded', 'registered', 'fails', 'reloaded']);

describe.each(kernels)('what a driver leaves behind on %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([
      join(suites, 'ledger'),
      ...['--kernel', kernel, '--accel', 'tcg'],
      ...names.flatMap((name) => ['--test', name]),
    ]);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each(names.filter((name) => !['twice', 'late'].includes(name)))(
    'is found with the line that took it, and nothing else: %s',
    (name) => {
      const { outcome, findings } = run.test(name);
      const expected = (leaks[name] ?? []).map((mark) => lineWithMark(source, `takes ${mark}`));
      expect(findings.map(({ kind }) => kind)).toEqual(expected.map(() => 'leak'));
      expect(findings.map((finding) => finding.source?.line).toSorted()).toEqual(expected.toSorted());
      expect(outcome).toBe(expected.length === 0 ? 'pass' : 'fail');
    },
  );

  it('is told with its bytes', () => {
    const titles = run.test('left').findings.map(({ title }) => title);
    expect(titles).toContain('leak of 64 bytes from kmalloc in leaky_init');
    expect(titles).toContain('leak of 256 bytes of a DMA mapping from dma_map_page in leaky_init');
  });

  it('is memory that was freed twice, with the line of the second time', () => {
    const { outcome, findings } = run.test('twice');
    expect(outcome).toBe('crash');
    expect(findings).toMatchObject([{ kind: 'double-free', source: { line: lineWithMark(source, 'frees twice') } }]);
    expect(findings[0]?.title).toMatch(/^double free of 64 bytes from kmalloc in \w+$/);
  });

  it('is memory that was written to after it was freed, with the line that freed it', () => {
    const { outcome, findings } = run.test('late');
    expect(outcome).toBe('crash');
    expect(findings).toMatchObject([
      { kind: 'use-after-free', source: { line: lineWithMark(source, 'frees too early') } },
    ]);
    expect(findings[0]?.title).toMatch(/^write after free of 64 bytes from kmalloc in \w+$/);
  });
});
