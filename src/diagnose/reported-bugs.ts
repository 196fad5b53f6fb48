import type { ReportedBug } from '../run/bug-watch.ts';
import { findBugs } from './find-bugs.ts';

/**
 * The bugs that a console reports so far, with what `info/expect-console` may match of each: as the verdict will see
 * them.
 */
export function reportedBugs(consoleText: string, bootFingerprints: ReadonlySet<string>): readonly ReportedBug[] {
  return findBugs(consoleText)
    .filter(({ fingerprint }) => !bootFingerprints.has(fingerprint))
    .map(({ title, report }) => ({ texts: [title, report.split('\n', 1)[0] ?? ''] }));
}
