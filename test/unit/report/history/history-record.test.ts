import { describe, expect, it } from 'vitest';
import { historyRecord, parseHistory } from '../../../../src/results/history/history-record.ts';
import { cell, completeResults, crash, eduHardware, oops, results, test } from '../sample-results.ts';
import { record } from './sample-history.ts';

const small = cell('debian:6.12', 'small');
const old = cell('debian:6.1', 'small', { boot: { outcome: 'failed', durationMs: 5, findings: [oops] } });
const origin = { commit: 'a'.repeat(40), branch: 'main', commitsAt: 'https://example.org/o/r/commit/' };

describe('the record of a run', () => {
  it('has a letter and a duration for each test in each cell', () => {
    const made = historyRecord(
      results(
        [small, old],
        [
          test('edu/a', small.id, { durationMs: 1234.6 }),
          test('edu/b', small.id, { outcome: 'fail' }),
          test('edu/c', small.id, { outcome: 'skip' }),
          test('edu/d', small.id, { outcome: 'pass', ok: false }),
          test('edu/e', small.id, { outcome: 'hang', ok: false }),
          test('edu/f', small.id, { ok: false, outcome: 'fail', flaky: true }),
          crash('edu/a', old.id),
        ],
        { hardware: [eduHardware] },
      ),
      origin,
    );
    expect(made.tests).toEqual(['edu/a', 'edu/b', 'edu/c', 'edu/d', 'edu/e', 'edu/f']);
    expect(made.cells.map(({ outcomes }) => outcomes)).toEqual(['pxsUH~', 'C.....']);
    expect(made.cells.map(({ durationsMs }) => durationsMs[0])).toEqual([1235, 2400]);
    expect(made.crashes).toEqual([{ fingerprint: oops.fingerprint, title: oops.title, cells: [1], tests: [0] }]);
    expect(made.coverage).toEqual([{ name: 'edu: registers of edu', touched: 2, all: 3 }]);
    expect(made).toMatchObject(origin);
  });

  it('does not say of a test that a kill or --bail kept from running that it failed', () => {
    const stopped = results([small], [test('edu/a', small.id, { outcome: 'error', ok: false })], {
      interrupted: { notRun: [{ id: 'edu/a', cell: small.id }], damage: [] },
    });
    expect(historyRecord(stopped, origin).cells[0]?.outcomes).toBe('.');
    const { interrupted: _, ...ended } = stopped;
    const bail = { failures: 1, notRun: [{ id: 'edu/a', cell: small.id }] };
    expect(historyRecord({ ...ended, bail }, origin).cells[0]?.outcomes).toBe('.');
  });

  it('is read back as it was written, and cuts what a guest made long', () => {
    const long = { ...oops, title: `\x1b[31m${'x'.repeat(5000)}`, fingerprint: 'y'.repeat(5000) };
    const made = historyRecord(
      results([small], [crash('edu/a', small.id, { findings: [long] })], { hardware: [eduHardware] }),
      origin,
    );
    expect(made.crashes?.[0]?.title).toMatch(/^x{299}…$/);
    expect(parseHistory(JSON.stringify(made), 'it')).toEqual({ kind: 'value', value: made });
    const complete = historyRecord(completeResults, { commit: 'abcdef0' });
    expect(parseHistory(JSON.stringify(complete), 'it')).toEqual({ kind: 'value', value: complete });
  });
});

describe('a record that somebody changed', () => {
  const good = record({ day: 1, outcomes: { 'debian:6.1': { 'edu/a': 'p', 'edu/b': 'F' } } });
  const [goodCell] = good.cells;

  it.each([
    ['no JSON', '{"schema":', 'h.json: expected JSON'],
    ['too deep', '['.repeat(1000), 'h.json: expected JSON of at most 8 levels'],
    ['another format', { ...good, schema: 'qemu-driver-test/history/2' }, 'h.json: schema: expected one of'],
    ['a field of its own', { ...good, extra: 1 }, 'h.json: extra: expected no such field'],
    ['a commit that is none', { ...good, commit: '"><script>' }, 'h.json: commit: expected the id of a commit'],
    [
      'an address that is a program',
      { ...good, commitsAt: 'javascript:alert(1)//' },
      'h.json: commitsAt: expected an address',
    ],
    ['a time that is none', { ...good, startedAt: '2026-99-99T00:00:00Z' }, 'h.json: startedAt: there is no such time'],
    ['a test twice', { ...good, tests: ['edu/a', 'edu/a'] }, 'h.json: tests: one of them is there twice'],
    [
      'unknown letters',
      { ...good, cells: [{ ...goodCell, outcomes: 'pZ' }] },
      'h.json: cells[0].outcomes: expected a letter for each test',
    ],
    [
      'too few letters',
      { ...good, cells: [{ ...goodCell, outcomes: 'p' }] },
      'h.json: cells[0]: expected one outcome and one duration for each test',
    ],
    ['a cell twice', { ...good, cells: [goodCell, goodCell] }, 'h.json: cells: two of them have the same id'],
    [
      'a crash of no test',
      { ...good, crashes: [{ fingerprint: 'f', title: 't', cells: [0], tests: [2] }] },
      'h.json: crashes[0]: expected indices of tests and cells',
    ],
    ['endless text', { ...good, branch: 'b'.repeat(1000) }, 'h.json: branch: expected at most 300 characters'],
  ])('is refused with the place: %s', (_, value, message) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const parsed = parseHistory(text, 'h.json');
    expect(parsed.kind === 'mismatch' ? parsed.message : parsed.kind).toContain(message);
  });
});
