import { describe, expect, test } from 'vitest';
import { bounds } from '../../../../src/bounds/bounds.ts';
import { parseKtap } from '../../../../src/diagnose/ktap/ktap-reader.ts';
import { subtestsOf } from '../../../../src/diagnose/ktap/subtests.ts';

function results(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

describe('more (K)TAP than is kept', () => {
  test('is counted whole, and it is said how much of it is listed', () => {
    const text = `TAP version 13\n${results(50_000, (index) => `ok ${index + 1} t${index}`)}\n1..50000\n`;
    const { status, counts, tests, leftOut } = parseKtap(text);
    expect({ status, pass: counts.pass, error: counts.error, listed: tests.length, leftOut }).toEqual({
      status: 'pass',
      pass: 50_000,
      error: 0,
      listed: 15_000,
      leftOut: 35_000,
    });
    expect(subtestsOf(text).notes).toEqual(['… and 35,000 more subtests: of 50,000 only 15,000 are listed']);
  });

  test('keeps failed tests, wherever they are', () => {
    const line = (index: number): string => `${index % 10_000 === 9_999 ? 'not ok' : 'ok'} ${index + 1} t${index}`;
    const text = `TAP version 13\n${results(50_000, line)}\n`;
    const { subtests, failed } = subtestsOf(text);
    expect(failed).toBe(5);
    expect(subtests.filter(({ status }) => status === 'fail').map(({ name }) => name)).toEqual([
      't9999',
      't19999',
      't29999',
      't39999',
      't49999',
    ]);
  });

  test('fails for a failure beyond the limit', () => {
    const text = `TAP version 13\n${results(60_000, (index) => `not ok ${index + 1} t${index}`)}\n`;
    const { subtests, total, failed, notes } = subtestsOf(text);
    expect([subtests.length, total, failed, notes]).toEqual([
      20_000,
      60_000,
      60_000,
      ['… and 40,000 more subtests, 40,000 of them failed: of 60,000 only 20,000 are listed'],
    ]);
    expect(parseKtap(text)).toMatchObject({ status: 'fail', counts: { fail: 60_000 } });
  });

  test('keeps a failure under a parent whose other tests are left out', () => {
    const text =
      `KTAP version 1\n1..2\n    1..30000\n${results(30_000, (index) => `    ok ${index + 1} t${index}`)}\nok ` +
      '1 many\n    1..1\n    not ok 1 bad\nnot ok 2 few\n';
    expect(subtestsOf(text).subtests.at(-1)).toEqual({ name: 'few/bad', status: 'fail' });
    expect(parseKtap(text)).toMatchObject({ status: 'fail', counts: { pass: 30_000, fail: 1, error: 0 } });
  });

  test('bounds the names, and what they are together', () => {
    const text =
      'KTAP version 1\n1..1\n    ' +
      `1..100000\n${results(100_000, (index) => `    ok ${index + 1} ${'c'.repeat(50)}${index}`)}\nok 1 ` +
      `${'p'.repeat(8000)}\n`;
    const { subtests, total } = subtestsOf(text);
    expect(total).toBe(100_000);
    expect(Math.max(...subtests.map(({ name }) => name.length))).toBe(bounds.subtests.nameChars);
    expect(subtests.reduce((sum, { name }) => sum + name.length, 0)).toBeLessThanOrEqual(bounds.subtests.totalChars);
    expect(subtests[0]?.name).toMatch(/^p+….*\/c+0$/);
  });

  test('counts what plans promise without making it', () => {
    const { counts, tests } = parseKtap(`KTAP version 1\n${'    1..1000\nok 1 a\n'.repeat(100_000)}`);
    expect(counts.crash).toBe(100_000_000);
    expect(tests.length).toBeLessThan(bounds.subtests.count);
  });
});

describe('deeper (K)TAP than is read', () => {
  const deep = (levels: number, bottom: string): string =>
    [
      'KTAP version 1',
      ...Array.from(
        { length: levels },
        (_, index) => `${' '.repeat(index + 1)}# Subtest: l${index}\n${' '.repeat(index + 1)}1..1`,
      ),
      `${' '.repeat(levels)}${bottom}`,
      ...Array.from({ length: levels }, (_, index) => `${' '.repeat(levels - 1 - index)}ok 1 l${levels - 1 - index}`),
    ].join('\n');

  test('is listed on the deepest level that is, and it is said so', () => {
    const { subtests, failed, notes } = subtestsOf(deep(3000, 'not ok 1 bottom'));
    expect(failed).toBe(1);
    expect(subtests.find(({ status }) => status === 'fail')?.name).toMatch(/\/bottom$/);
    expect(notes).toEqual(['subtests are nested deeper than 32 levels; deeper ones are listed on that level']);
    expect(parseKtap(deep(3000, 'ok 1 bottom')).status).toBe('pass');
  });

  test('in braces, too', () => {
    const opened = results(3000, (index) => `${' '.repeat(index)}ok 1 a {`);
    const text = `TAP version 14\n${opened}\n${' '.repeat(3000)}not ok 1 bottom\n`;
    expect(parseKtap(text).counts.fail).toBe(1);
  });

  test('braces that open twice come to their result once', () => {
    expect(parseKtap('ok 1 a {\n{\n 1..1\n ok 1 b\n}\n1..1').tests).toEqual([
      { name: 'a', status: 'pass', tests: [{ name: 'b', status: 'pass' }] },
    ]);
  });
});
