import { describe, expect, test } from 'vitest';
import { parseResults } from '../../../src/results/parse-results.ts';
import { renderJson } from './joined.ts';
import { completeResults } from './sample-results.ts';

const text = renderJson(completeResults);

function problem(changed: string, name?: string): string {
  const parsed = name === undefined ? parseResults(changed) : parseResults(changed, name);
  return parsed.kind === 'problem' ? parsed.message : 'no problem';
}

describe('results.json read back', () => {
  test('equals the written results', () => {
    expect(parseResults(text)).toEqual({ kind: 'results', results: completeResults });
  });

  test('names the place of a wrong word', () => {
    expect(problem(text.replace('"outcome": "error"', '"outcome": "foo"'))).toBe(
      'results.json: tests[1].outcome: expected one of pass, fail, skip, timeout, hang, crash, error, found "foo"',
    );
  });

  test('names the place of a wrong type', () => {
    expect(problem(text.replace('"line": 214', '"line": "214"'), 'shard-2/results.json')).toBe(
      'shard-2/results.json: cells[0].boot.findings[0].source.line: expected a number, found "214"',
    );
  });

  test('names an unknown and a missing field', () => {
    expect(problem(text.replace('"cpus": 2', '"cpu": 2'))).toBe(
      'results.json: host.cpus: expected a value, found nothing',
    );
    expect(problem(text.replace('"cpus": 2', '"cpus": 2, "gpus": 1'))).toBe(
      'results.json: host.gpus: expected no such field, found 1',
    );
    expect(problem(text.replace('"totals":', '"totals": {}, "__proto__":'))).toBe(
      'results.json: totals.tests: expected a value, found nothing',
    );
  });

  test('refuses another format, another thing and no JSON', () => {
    expect(problem(text.replace('results/1', 'results/2'))).toBe(
      'results.json: schema: expected one of qemu-driver-test/results/1, found "qemu-driver-test/results/2"',
    );
    expect(problem('[]')).toBe('results.json: expected an object, found []');
    expect(problem('null')).toBe('results.json: expected an object, found null');
    expect(problem('{')).toMatch(/^results\.json: expected JSON: .+/);
  });

  test.each([
    ['"count": 2', '"count": 300000000', 'shard.count: expected a whole number from 1 to 99999, found 300000000'],
    ['"index": 1', '"index": 1.5', 'shard.index: expected a whole number from 1 to 99999, found 1.5'],
    ['"cpus": 2', '"cpus": 1e999', 'host.cpus: expected a number, found null'],
    ['"durationMs": 2400', '"durationMs": -1', 'tests[0].durationMs: expected a number that is not negative, found -1'],
    [
      '"line": 812',
      '"line": -3',
      'cells[0].boot.findings[0].line: expected a whole number from 0 to 9007199254740991, found -3',
    ],
    [
      '"console": "debian-6.12-small/edu/dma/console.log"',
      '"console": "../../work/.git/config"',
      'tests[0].console: expected the path of a file inside of the directory, found "../../work/.git/config"',
    ],
    [
      '"debian-6.12-small/edu/dma/artifacts/dump.bin"',
      '"/etc/passwd"',
      'tests[0].artifacts[0]: expected the path of a file inside of the directory, found "/etc/passwd"',
    ],
    [
      '"log": "debian-6.12-small/edu/dma/logs/setup"',
      '"log": "a/../../b"',
      'tests[0].stages[0].log: expected the path of a file inside of the directory, found "a/../../b"',
    ],
    [
      '"debian-6.12-small/edu/dma/postmortem/registers.txt"',
      '"\\ud800"',
      'tests[0].postMortem.files[0]: expected the path of a file inside of the directory, found "\\ud800"',
    ],
    ['"cell": "debian-6.12-small"', '"cell": "other"', 'tests[0].cell: expected the id of a cell, found "other"'],
    ['"id": "edu/unborn"', '"id": "edu/dma"', 'tests[1]: "debian-6.12-small/edu/dma" is there twice'],
    ['"id": "debian-6.12-small"', '"id": ".."', 'cells[0].id: expected the id of a cell, found ".."'],
    [
      '"startedAt": "2026-03-04T05:06:07.890Z"',
      '"startedAt": "now"',
      'startedAt: expected a time such as 2026-01-31T12:00:00.000Z, found "now"',
    ],
    ['"cpus": 2', `"cpus": ${JSON.stringify(['x'.repeat(1000)])}`, 'host.cpus: expected a number, found an array of 1'],
  ])('refuses %s that is %s', (written, hostile, message) => {
    expect(text).toContain(written);
    expect(problem(text.replace(written, hostile))).toBe(`results.json: ${message}`);
  });

  test('rejects results that are too long, too deep or too many before building them', () => {
    expect(problem('['.repeat(200_000))).toBe('results.json: expected JSON of at most 32 levels, found more');
    expect(problem(`{"a":${'['.repeat(20)}${']'.repeat(20)}}`)).toMatch(/: a: expected no such field|expected a value/);
    expect(problem(`[${'0,'.repeat(5_000_001)}0]`)).toBe(
      'results.json: expected JSON of at most 5000000 values, found more',
    );
    expect(problem(text.replace('"id": "edu/dma"', `"id": "${'x'.repeat(600)}"`))).toMatch(
      /^results\.json: tests\[0\]\.id: expected at most 512 characters, found "x{50,60}…$/,
    );
    expect(problem(text.replace('"notes": [\n', `"notes": [${'"n",'.repeat(200_001)}\n`))).toMatch(
      /notes: expected at most 200000 elements, found an array of 20000\d$/,
    );
  });
});
