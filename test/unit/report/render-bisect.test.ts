import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bisectStepBegin, bisectStepEnd, renderBisect } from '../../../src/report/terminal/render-bisect.ts';
import type { BisectResult, BisectStep } from '../../../src/results/bisect-result.ts';

const plain = { color: false, directory: 'qdt-bisect' };

function commit(letter: string): BisectStep['commit'] {
  return { hash: letter.repeat(40), author: 'A <a@b>', date: '2026-11-29T16:00:00+00:00', subject: `edu: ${letter}` };
}

const bad: BisectStep = {
  number: 1,
  commit: commit('a'),
  role: 'bad',
  verdict: 'bad',
  outcome: 'crash',
  reason: 'WARNING in edu_read',
  title: 'WARNING in edu_read',
  source: { file: 'driver/edu.c', line: 12 },
  results: '1-aaaaaaaaaaaa',
};
const good: BisectStep = { number: 2, commit: commit('b'), role: 'good', verdict: 'good', outcome: 'pass', reason: '' };
const skip: BisectStep = {
  number: 3,
  commit: commit('c'),
  role: 'between',
  verdict: 'skip',
  outcome: 'error',
  reason: "driver/edu.c:3: error: expected ';'\nthe modules in /w/driver did not build",
};

function result(changes: Partial<BisectResult>): BisectResult {
  return {
    schema: 'qemu-driver-test/bisect/1',
    tool: { version: '0' },
    test: 'tests/probe',
    good: [good.commit.hash],
    bad: bad.commit.hash,
    outcome: 'found',
    steps: [bad, good, skip],
    ...changes,
  };
}

it('each run is one line', () => {
  const lines = [bad, good, skip].map((step) => bisectStepBegin(step, 4) + bisectStepEnd(step, plain));
  expect(lines).toEqual([
    '1 of about 4: aaaaaaaaaa edu: a (said to be bad) … bad: crash: WARNING in edu_read (driver/edu.c:12)\n',
    '2 of about 4: bbbbbbbbbb edu: b (said to be good) … good\n',
    "3 of about 4: cccccccccc edu: c … skip: driver/edu.c:3: error: expected ';'\n",
  ]);
});

it('nothing that a commit or a guest says controls the terminal', () => {
  const evil = { ...bad, commit: { ...bad.commit, subject: '\x1b[2J\n::error::x' }, title: '\x1b[31m##[error]y' };
  expect(bisectStepBegin(evil, 1) + bisectStepEnd(evil, plain)).not.toMatch(/\x1b|\n.*\n|##\[/);
});

describe('the end', () => {
  it('names the first bad commit, its author and what it breaks', () => {
    expect(renderBisect(result({ firstBad: bad.commit }), plain)).toBe(`
${'a'.repeat(40)} is the first commit at which tests/probe fails.
  subject  edu: a
  author   A <a@b>
  date     2026-11-29T16:00:00+00:00
  verdict  bad: crash: WARNING in edu_read (driver/edu.c:12)
  results  qdt-bisect/1-aaaaaaaaaaaa/report.html
  log      qdt-bisect/bisect.log, for git bisect replay
`);
  });

  it.each([
    [
      { outcome: 'only-skipped', candidates: [skip.commit, bad.commit] },
      ['Only commits that cannot be', 'cccccccccc edu: c'],
    ],
    [{ outcome: 'not-good', steps: [bad, { ...bad, role: 'good' }] }, ['does not pass at aaaaaaaaaa edu: a']],
    [{ outcome: 'not-bad', steps: [{ ...good, role: 'bad' }] }, ['does not fail at bbbbbbbbbb edu: b']],
    [{ outcome: 'unknown-end', steps: [skip] }, ['cannot be tested at cccccccccc', '--current-suite']],
    [{ outcome: 'merge-base-bad', mergeBase: skip.commit }, ['fails already where the good commit branched off']],
    [{ outcome: 'unfinished' }, ['was stopped']],
  ] as const)('says %j', (changes, parts) => {
    const text = renderBisect(result(changes), plain);
    for (const part of parts) expect(text).toContain(part);
  });
});

it('bisect.json is as its schema says', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../schema/bisect.schema.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  for (const changes of [
    { firstBad: bad.commit },
    { outcome: 'only-skipped', candidates: [skip.commit] },
    { outcome: 'merge-base-bad', mergeBase: skip.commit },
  ] as const) {
    validate(result(changes));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ ...result({}), outcome: 'other' })).toBe(false);
});
