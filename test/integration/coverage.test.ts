import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesIn } from '../../src/results/coverage/line-ranges.ts';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';
import { inScope } from './scope.ts';

const suite = join(suites, 'coverage');
const file = 'test/integration/suites/coverage/driver/parts.c';
const kernels = inScope(['debian:6.12'], ['debian:6.1', 'debian:7.2']);

const marks = ['begins', 'is ordinary', 'crashes', 'hangs', 'refuses', 'is loaded', 'is unloaded'] as const;
type Mark = (typeof marks)[number];

/** What runs in each test. */
const expected: Readonly<Record<string, readonly Mark[]>> = {
  ordinary: ['begins', 'is ordinary', 'is loaded'],
  crash: ['begins', 'crashes', 'is loaded'],
  hang: ['begins', 'hangs', 'is loaded'],
  reload: ['begins', 'refuses', 'is loaded', 'is unloaded'],
};

function marksIn(lines: string): readonly Mark[] {
  const numbers = new Set(linesIn(lines));
  return marks.filter((mark) => numbers.has(lineWithMark(join(suite, 'driver/parts.c'), mark)));
}

describe('what ran of a driver on a kernel of a distribution', () => {
  let run: FinishedRun;

  beforeAll(async () => {
    const chosen = kernels.flatMap((kernel) => ['--kernel', kernel]);
    run = await runSuite([suite, ...chosen, '--accel', 'tcg', '--coverage']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('changes no verdict', () => {
    expect(run.results.tests.map(({ id, outcome, reason, notes }) => ({ id, outcome, reason, notes }))).toMatchObject(
      kernels.flatMap(() => [
        { id: 'coverage/crash', outcome: 'crash', notes: [] },
        { id: 'coverage/hang', outcome: 'hang', notes: [] },
        { id: 'coverage/ordinary', outcome: 'pass', notes: [] },
        { id: 'coverage/reload', outcome: 'pass', notes: [] },
      ]),
    );
    expect(run.exitStatus).toBe(0);
  });

  it.each(Object.entries(expected))('is known of a test, however it ended: %s', (name, ran) => {
    const tests = run.results.tests.filter(({ id }) => id === `coverage/${name}`);
    expect(tests).toHaveLength(kernels.length);
    for (const { coverage } of tests) {
      expect(coverage?.map((one) => one.file)).toEqual([file]);
      expect(marksIn(coverage?.[0]?.lines ?? '')).toEqual(ran);
    }
  });

  it('is added up, and written for other programs', () => {
    const { coverage } = run.results;
    expect(coverage).toMatchObject({ notMeasured: [], onlyByFaults: 0, files: [{ file }] });
    expect(marksIn(coverage?.files[0]?.ran ?? '')).toEqual(marks);
    const [begins, crashes] = (['begins', 'crashes'] as const).map((mark) =>
      lineWithMark(join(suite, 'driver/parts.c'), mark),
    );
    expect(run.read('coverage/lcov.info')).toContain(`\nDA:${begins ?? 0},${4 * kernels.length}\n`);
    expect(run.read('coverage/cobertura.xml')).toContain(`<line number="${crashes ?? 0}" hits="${kernels.length}" `);
    expect(run.read(`coverage/source/${file}`)).toBe(readFileSync(join(suite, 'driver/parts.c'), 'utf8'));
  });
});
