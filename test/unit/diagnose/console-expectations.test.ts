import { describe, expect, it } from 'vitest';
import { applyConsoleExpectations, type ConsoleVerdict } from '../../../src/diagnose/expectation.ts';
import type { Finding } from '../../../src/diagnose/finding.ts';
import type { ConsoleExpectation } from '../../../src/suite/suite.ts';

const warning: Finding = {
  kind: 'warning',
  title: 'WARNING in edu_probe',
  fingerprint: 'w',
  line: 3,
  report: 'WARNING: CPU: 0 PID: 1 at edu.c:7 edu_probe+0x1/0x2\nRAX: deadbeef\nCode: 90',
};
const panic: Finding = { kind: 'panic', title: 'kernel panic: out of memory', fingerprint: 'p', line: 9, report: '' };

describe('applyConsoleExpectations', () => {
  it('leaves findings alone that nothing allows', () => {
    expect(apply([allow(/something else/)])).toEqual({ findings: [warning, panic], complaints: [] });
  });

  it('allows a finding by its title or by the line that opens its report', () => {
    expect(apply([allow(/^WARNING in edu_probe$/)]).findings).toEqual([panic]);
    expect(apply([allow(/at edu\.c:7/)]).findings).toEqual([panic]);
  });

  it('allows nothing by the register dump of its report', () => {
    expect(apply([allow(/deadbeef|Code:/)]).findings).toEqual([warning, panic]);
  });

  it('allows until a day, and complains after it', () => {
    expect(apply([allow(/edu_probe/, '2026-11-22')])).toEqual({ findings: [panic], complaints: [] });
    expect(apply([allow(/edu_probe/, '2026-11-21')])).toEqual({
      findings: [warning, panic],
      complaints: [
        '/s/info/expect-console:2: /edu_probe/ was allowed until 2026-11-21; fix the cause or extend the date',
      ],
    });
  });

  it('requires a line of the console, and allows a finding of that name', () => {
    expect(apply([require(/^edu: dma timeout$/)], 'boot\nedu: dma timeout\n')).toEqual({
      findings: [warning, panic],
      complaints: [],
    });
    expect(apply([require(/edu_probe/)], 'WARNING in edu_probe')).toEqual({ findings: [panic], complaints: [] });
  });

  it('reports required messages that are missing', () => {
    expect(apply([require(/dma timeout/), require(/irq lost/)], 'irq lost').complaints).toEqual([
      'the console never showed /dma timeout/, which /s/info/expect-console:2 requires',
    ]);
  });
});

function apply(expectations: readonly ConsoleExpectation[], consoleText = ''): ConsoleVerdict {
  return applyConsoleExpectations(expectations, consoleText, [warning, panic], '2026-11-22');
}

function allow(pattern: RegExp, until?: string): ConsoleExpectation {
  return { kind: 'allow', pattern, reason: '', until, file: '/s/info/expect-console', line: 2 };
}

function require(pattern: RegExp): ConsoleExpectation {
  return { kind: 'require', pattern, reason: '', until: undefined, file: '/s/info/expect-console', line: 2 };
}
