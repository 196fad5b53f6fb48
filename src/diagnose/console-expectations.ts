import type { ConsoleExpectation } from '../suite/suite.ts';
import type { Finding } from './finding.ts';

export interface ConsoleVerdict {
  /** Findings that nothing allows. */
  readonly findings: readonly Finding[];
  /** What was required and did not come, or is allowed no longer: a sentence each. */
  readonly complaints: readonly string[];
}

/**
 * Applies `info/expect-console`: an allowed message is no finding, a required one must be on the console (and is
 * allowed, too).
 * @param today YYYY-MM-DD; an `allow` whose `until` is before it no longer counts.
 */
export function applyConsoleExpectations(
  expectations: readonly ConsoleExpectation[],
  consoleText: string,
  findings: readonly Finding[],
  today: string,
): ConsoleVerdict {
  const inForce = expectations.filter(({ until }) => until === undefined || until >= today);
  return {
    findings: findings.filter(
      (finding) => !inForce.some(({ pattern }) => pattern.test(finding.title) || reportMatches(pattern, finding)),
    ),
    complaints: [
      ...expectations.filter((expectation) => !inForce.includes(expectation)).map(expired),
      ...inForce
        .filter(({ kind, pattern }) => kind === 'require' && !anyLineMatches(pattern, consoleText))
        .map(missing),
    ],
  };
}

/** Only the line that opens the report: a pattern must not excuse a bug by matching something in its register dump. */
function reportMatches(pattern: RegExp, { report }: Finding): boolean {
  return pattern.test(report.split('\n', 1)[0] ?? '');
}

function anyLineMatches(pattern: RegExp, text: string): boolean {
  return text.split('\n').some((line) => pattern.test(line));
}

function expired({ pattern, until, file, line }: ConsoleExpectation): string {
  return `${file}:${line}: /${pattern.source}/ was allowed until ${until ?? ''}; mend the cause or renew the date`;
}

function missing({ pattern, reason, file, line }: ConsoleExpectation): string {
  return (
    `the console never showed /${pattern.source}/, which ${file}:${line} ` +
    `requires${reason === '' ? '' : ` (${reason})`}`
  );
}
