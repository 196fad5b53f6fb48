import type { AttemptResult } from './results.ts';

/** `flaky: ok in 3 of 5 runs; run 2: exit status 1`: how often, and the first that was not as expected. */
export function flakyReason(attempts: readonly Pick<AttemptResult, 'ok' | 'reason'>[]): string {
  const good = attempts.filter(({ ok }) => ok).length;
  const bad = attempts.findIndex(({ ok }) => !ok);
  const [count, shown] = [`flaky: as expected in ${good} of ${attempts.length} runs`, attempts[bad]];
  return shown === undefined ? `${count}, with different outcomes` : `${count}; run ${bad + 1}: ${shown.reason}`;
}
