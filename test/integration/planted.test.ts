import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseResults } from '../../src/results/parse-results.ts';
import type { Results } from '../../src/results/results.ts';
import type { SweepResult } from '../../src/results/sweep-result.ts';
import { type CliOutcome, runCli, suites } from './cli.ts';
import { lineWithMark } from './marked-line.ts';
import { inScope } from './scope.ts';

const driver = join(suites, 'planted/driver');
const kernels = inScope(['debian:6.12'], ['debian:5.10', 'debian:6.1', 'debian:newest', 'debian:6.12:arm64']);

/** How each bug is found: at its own line, by the kernel or by what is left. */
const bugs: Readonly<Record<string, 'crashed' | 'leaked'>> = {
  'wrong errno sign': 'crashed',
  'double free': 'crashed',
  'use after free in unwind': 'crashed',
  'missing check of NULL': 'crashed',
  'missing check of ERR_PTR': 'crashed',
  'irq freed twice': 'crashed',
  'wrong unwind order': 'crashed',
  'leak when probe fails late': 'leaked',
  'DMA mapping not unmapped': 'leaked',
  'timer armed after remove': 'leaked',
  'work not cancelled': 'leaked',
  'sysfs entry left': 'leaked',
  'device number leaked': 'leaked',
};

/** The driver's line with the mark of a bug, as findings name it. */
function placeOf(bug: string): string {
  const mark = `bug: ${bug}`;
  const found = readdirSync(driver).filter((name) =>
    readFileSync(join(driver, name), 'utf8').includes(`/* ${mark} */`),
  );
  expect(found, bug).toHaveLength(1);
  const name = found[0] ?? '';
  return `test/integration/suites/planted/driver/${name}:${lineWithMark(join(driver, name), mark)}`;
}

describe.each(kernels)('one sweep over the calls of a driver with planted bugs, on %s', (kernel) => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-planted-'));
  const out = join(scratch, 'out');
  let outcome: CliOutcome;
  let sweep: SweepResult;
  let results: Results;

  beforeAll(async () => {
    const test = join(suites, 'planted/comes-and-goes');
    outcome = await runCli(['sweep', test, '--fault', 'call-fail', '--kernel', kernel, '--accel', 'tcg', '--out', out]);
    // Written by the run above.
    sweep = JSON.parse(readFileSync(join(out, 'sweep.json'), 'utf8')) as SweepResult;
    const parsed = parseResults(readFileSync(join(out, 'results.json'), 'utf8'));
    if (parsed.kind !== 'results') throw new Error(`${JSON.stringify(parsed)}\n${outcome.stderr}`);
    results = parsed.results;
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  /** Outcome and lines of each point: those of its findings, and of the call that failed. */
  function endings(): readonly { readonly ending: string; readonly places: readonly string[] }[] {
    return sweep.points.map(({ outcome: ending, access = '', test }) => {
      const [, call = ''] = /\((\S+:\d+)\)$/.exec(access) ?? [];
      const findings = results.tests.find(({ id }) => id === test)?.findings ?? [];
      const found = findings.flatMap(({ source }) => (source === undefined ? [] : [`${source.file}:${source.line}`]));
      // The kernel's complaint about an error without its minus has no line, but it is about that call's error.
      return { ending, places: findings.some(({ kind }) => kind === 'complaint') ? [...found, call] : found };
    });
  }

  it.each(Object.entries(bugs))('finds the bug and its line: %s', (bug, ending) => {
    const place = placeOf(bug);
    const found = endings().filter(({ places }) => places.includes(place));
    expect([...new Set(found.map((point) => point.ending))], JSON.stringify(endings(), null, 1)).toEqual([ending]);
  });

  it('blames nothing else, and tries all', () => {
    const planted = new Set(Object.keys(bugs).map(placeOf));
    const others = endings().filter(
      ({ ending, places }) => !['reported', 'absorbed'].includes(ending) && !places.some((place) => planted.has(place)),
    );
    expect(others).toEqual([]);
    expect(sweep.points.length).toBeGreaterThan(30);
    expect(outcome.exitStatus).toBe(1);
  });

  it('takes less than three minutes', () => expect(sweep.durationMs).toBeLessThan(180_000));

  it('finds nothing if nothing fails', () => {
    const [clean] = results.tests.filter(({ id }) => id === 'planted/comes-and-goes');
    expect(clean).toMatchObject({ outcome: 'pass', findings: [] });
  });
});
