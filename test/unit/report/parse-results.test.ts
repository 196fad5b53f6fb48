import { describe, expect, test } from 'vitest';
import { renderJson } from './joined.ts';
import { parseResults } from '../../../src/report/parse-results.ts';
import { completeResults } from './sample-results.ts';

const text = renderJson(completeResults);

function problem(changed: string, name?: string): string {
  const parsed = name === undefined ? parseResults(changed) : parseResults(changed, name);
  return parsed.kind === 'problem' ? parsed.message : 'no problem';
}

describe('results.json read back', () => {
  test('is what was written', () => {
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
    expect(problem(text.replace('"cpus": 2', '"cpu": 2'))).toBe('results.json: host.cpus: expected a value, found nothing');
    expect(problem(text.replace('"cpus": 2', '"cpus": 2, "gpus": 1'))).toBe('results.json: host.gpus: expected no such field, found 1');
    expect(problem(text.replace('"totals":', '"totals": {}, "__proto__":'))).toBe('results.json: totals.tests: expected a value, found nothing');
  });

  test('refuses another format, another thing and no JSON', () => {
    expect(problem(text.replace('results/1', 'results/2'))).toBe(
      'results.json: schema: expected one of qemu-driver-test/results/1, found "qemu-driver-test/results/2"',
    );
    expect(problem('[]')).toBe('results.json: expected an object, found []');
    expect(problem('null')).toBe('results.json: expected an object, found null');
    expect(problem('{')).toMatch(/^results\.json: expected JSON: .+/);
  });
});
