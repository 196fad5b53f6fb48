import { describe, expect, it } from 'vitest';
import { judged } from './run-records.ts';

describe('a module that the kernel refused', () => {
  const console = [
    '[    3.100000] edu: Unknown symbol edu_lock (err -2)',
    '[    3.100001] edu: Unknown symbol edu_unlock (err -2)',
    '[    3.100002] edu: Unknown symbol edu_lock (err -2)',
    '[    3.100003] edu: Unknown symbol quoted in a sentence',
  ].join('\n');

  it('is in the reason of a failed setup and of a failed run, each line once', () => {
    const words = 'edu: Unknown symbol edu_lock (err -2); edu: Unknown symbol edu_unlock (err -2)';
    expect(judged({ consoleText: console, statuses: { 'suite-setup': 1 } }).reason).toBe(
      `suite-setup failed with exit status 1, so run was skipped; ${words}`,
    );
    expect(judged({ consoleText: console, statuses: { run: 1 } }).reason).toBe(
      `run ended with exit status 1; ${words}`,
    );
  });

  it('does not matter to a test that passes', () => {
    expect(judged({ consoleText: console, statuses: { run: 0 } })).toMatchObject({ outcome: 'pass', reason: '' });
  });

  it.each([
    "[    1.000000] edu: version magic '6.1.0 SMP' should be '6.12.0 SMP'",
    '[    1.000000] edu: disagrees about version of symbol module_layout',
    '[    1.000000] edu: exports duplicate symbol edu_lock (owned by other)',
  ])('may be refused for another reason: %s', (line) => {
    expect(judged({ consoleText: line, statuses: { run: 1 } }).reason).toContain(line.slice('[    1.000000] '.length));
  });
});
