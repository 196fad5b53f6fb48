import type { Results, TestResult } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { wrapWords } from '../../text/text-width.ts';

const maxReasons = 10;

/** The tests that were skipped, by reason. A test that does not say why is only counted. */
export function skippedBlock({ tests }: Results, columns: number): readonly string[] {
  const byReason = new Map<string, TestResult[]>();
  for (const test of tests) {
    const why = test.ok && test.outcome === 'skip' ? whySkipped(test.reason) : '';
    if (why !== '') byReason.set(why, [...(byReason.get(why) ?? []), test]);
  }
  const reasons = [...byReason].slice(0, maxReasons).map(([why, skipped]) => reasonLine(why, skipped, columns));
  const more = byReason.size - reasons.length;
  if (more > 0) reasons.push(`and ${more} more reasons, in results.json`);
  return reasons.length === 0 ? [] : [reasons.join('\n')];
}

function reasonLine(why: string, skipped: readonly TestResult[], columns: number): string {
  const ids = [...new Set(skipped.map(({ id }) => plainLine(id)))];
  return wrapWords(`skipped: ${ids.join(', ')}: ${plainLine(why)}`, columns).join('\n');
}

/** The test's own words in the reason of its verdict; empty: it said nothing. */
export function whySkipped(reason: string): string {
  const [, words = ''] = /^run asked to be skipped \(exit status 4\)(?:: (?:SKIP:? )?([^]*))?$/.exec(reason) ?? [];
  return words.split('\n', 1)[0] ?? '';
}
