import type { RunRecord } from '../run/evidence/run-record.ts';
import { readBugs } from './find-bugs.ts';
import type { Finding } from './finding.ts';

/**
 * Leaks that the ledger told the host and that the console does not show: a serial console can lose letters, and then
 * the report has no header. They stand at the console's last line.
 */
export function leaksNotShown(
  { leaks = [] }: Pick<RunRecord, 'leaks'>,
  consoleText: string,
  shown: readonly Finding[],
): readonly Finding[] {
  if (leaks.length === 0) return [];
  const known = new Set(shown.map(({ fingerprint }) => fingerprint));
  const line = consoleText.split('\n').length;
  return readBugs(leaks.join('\n'))
    .bugs.filter(({ fingerprint }) => !known.has(fingerprint))
    .map((finding) => ({ ...finding, line }));
}
