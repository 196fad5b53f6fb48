import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareVerdicts, type SelftestVerdict } from '../../../src/app/selftest/compare.ts';
import { type Expectation, expectations } from '../../../src/app/selftest/expectations.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { cell, oops, results, test } from '../report/sample-results.ts';

const root = join(import.meta.dirname, '../../../selftest');
const source = readFileSync(join(root, 'driver/source/probe.c'), 'utf8');
const only = cell('debian:6.12', 'default', { boot: { outcome: 'ok', durationMs: 2000, findings: [] } });

/** The result that an expectation asks for. */
function right(expected: Expectation): TestResult {
  const line = source.split('\n').findIndex((text) => text.includes(`/* ${expected.at ?? ''} */`)) + 1;
  const at = { file: 'selftest/driver/source/probe.c', line };
  return test(expected.id, only.id, {
    outcome: expected.outcome,
    ok: expected.ok,
    reason:
      {
        'machine/fail': 'expected 42, found 41',
        'machine/timeout': 'no end after 2 s, but the guest still answers',
        'machine/panic': 'kernel panic: sysrq triggered crash',
        'machine/reboot': 'the machine rebooted by itself',
        'machine/power-off': 'the machine powered off before the test ended',
        'machine/setup-fails': 'setup failed with exit status 3',
        'machine/teardown-fails': 'run passed, but teardown failed',
        'machine/subtests': '1 of 2 subtests failed, first: second',
        'machine/forged': 'run ended with exit status 1',
        'driver/hang': 'the guest stopped answering: CPU 0 in probe_stuck+0xd [probe]',
      }[expected.id] ?? '',
    start: expected.start ?? 'clone',
    findings: expected.at === undefined ? [] : [{ ...oops, source: at }],
    artifacts: expected.artifact === undefined ? [] : [`${only.id}/artifacts${expected.artifact}`],
  });
}

function verdictOn(id: string, changes: Partial<TestResult>): SelftestVerdict {
  const tests = expectations.map((expected) => ({ ...right(expected), ...(expected.id === id ? changes : {}) }));
  return compareVerdicts(results([only], tests), source);
}

function differences(verdict: SelftestVerdict): readonly string[] {
  if (verdict.kind === 'undecided') return [verdict.reason];
  return verdict.rows.flatMap((row) => row.differences.map((difference) => `${row.id}: ${difference}`));
}

describe('the self-test', () => {
  it('has an expectation for each of its tests, and for no other', () => {
    const tests = ['machine', 'driver'].flatMap((suite) =>
      readdirSync(join(root, suite), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !['info', 'source'].includes(entry.name))
        .map(({ name }) => `${suite}/${name}`),
    );
    expect(expectations.map(({ id }) => id).sort()).toEqual(tests.sort());
  });

  it('is right if every verdict is the expected one', () => {
    const verdict = verdictOn('', {});
    expect([verdict.kind, differences(verdict)]).toEqual(['right', []]);
  });

  it.each<[string, Partial<TestResult>, string]>([
    ['machine/pass', { outcome: 'error', reason: 'no port' }, 'machine/pass: expected pass, found error: no port'],
    [
      'machine/unexpected-pass',
      { ok: true, reason: '' },
      'machine/unexpected-pass: expected that it is not as its suite expects: ',
    ],
    [
      'machine/reboot',
      { reason: 'kernel panic' },
      'machine/reboot: expected a reason like rebooted by itself, found "kernel panic"',
    ],
    [
      'machine/pass',
      { start: 'cold', startReason: 'no template' },
      'machine/pass: expected a start as clone, found cold: no template',
    ],
    ['machine/artifact', { artifacts: [] }, 'machine/artifact: expected the artifact found.txt, found none'],
    ['driver/oops', { findings: [oops] }, 'driver/oops: expected probe.c:12, found edu.c:214'],
    ['driver/oops', { findings: [] }, 'driver/oops: expected probe.c:12, found no line'],
  ])('is wrong about %s with %j', (id, changes, difference) => {
    const verdict = verdictOn(id, changes);
    expect([verdict.kind, differences(verdict)]).toEqual(['wrong', [difference]]);
  });

  it('concludes nothing where the kernel did not boot', () => {
    const dead = { ...only, boot: { outcome: 'failed', durationMs: 9000, findings: [] } } as const;
    const verdict = compareVerdicts(results([dead], [test('machine/pass', only.id, { reason: 'no boot' })]), source);
    expect(verdict).toEqual({ kind: 'undecided', reason: 'no boot' });
  });

  it('is wrong if a test has no verdict', () => {
    const [first, ...others] = expectations.map(right);
    expect(first?.id).toBe('machine/pass');
    expect(differences(compareVerdicts(results([only], others), source))).toEqual([
      'machine/pass: expected a verdict, found none',
    ]);
  });
});
