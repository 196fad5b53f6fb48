import type { ConsoleExpectation, Expectation } from '../suite/suite.ts';
import type { Finding } from './finding.ts';
import type { Outcome } from './verdict.ts';

/** The expectation in words, for results and reports. */
export function describeExpectation(expectation: Expectation): string {
  switch (expectation.kind) {
    case 'pass':
    case 'fail':
    case 'timeout':
    case 'hang':
      return expectation.kind;
    case 'any-failure':
      return 'any failure';
    case 'crash':
      return expectation.title === undefined ? 'crash' : `crash ${expectation.title.source}`;
  }
}

/**
 * Why an outcome is not as expected; undefined: it is. If a pass is expected, a skip is as good. An error is never as
 * expected.
 */
export function contradiction(
  expectation: Expectation,
  outcome: Outcome,
  findings: readonly Finding[],
): string | undefined {
  // An error is not a verdict, whatever was expected. Its reason is enough.
  if (outcome === 'error') return '';
  switch (expectation.kind) {
    case 'pass':
      return outcome === 'pass' || outcome === 'skip' ? undefined : '';
    case 'any-failure':
      return outcome === 'pass' || outcome === 'skip'
        ? `expected any failure, but the outcome is ${outcome}`
        : undefined;
    case 'fail':
    case 'timeout':
    case 'hang':
      return outcome === expectation.kind ? undefined : `expected ${expectation.kind}, but the outcome is ${outcome}`;
    case 'crash':
      return crashContradiction(expectation.title, outcome, findings);
  }
}

function crashContradiction(
  title: RegExp | undefined,
  outcome: Outcome,
  findings: readonly Finding[],
): string | undefined {
  if (outcome !== 'crash') return `expected a crash, but the outcome is ${outcome}`;
  if (title === undefined || findings.some((finding) => title.test(finding.title))) return undefined;
  return (
    `expected a crash whose title matches ${title.source}, found ` + findings.map((finding) => finding.title).join(', ')
  );
}

export interface ConsoleVerdict {
  /** Findings that no line allows. */
  readonly findings: readonly Finding[];
  /** Sentences about required messages that are missing, and expired allowances. */
  readonly complaints: readonly string[];
}

/**
 * Applies `info/expect-console`: an allowed message is not a finding, and a required one must be on the console (and is
 * allowed, too). @param today YYYY-MM-DD; an `allow` whose `until` is earlier does not apply
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
      (finding) =>
        !inForce.some(
          ({ only, pattern }) =>
            (only === undefined || only === finding.kind) &&
            (pattern.test(finding.title) || reportMatches(pattern, finding)),
        ),
    ),
    complaints: [
      ...expectations.filter((expectation) => !inForce.includes(expectation)).map(expired),
      ...inForce
        .filter(({ kind, pattern }) => kind === 'require' && !anyLineMatches(pattern, consoleText))
        .map(missing),
    ],
  };
}

/** Only the first line of the report is matched, so that a pattern does not excuse a bug by its register dump. */
function reportMatches(pattern: RegExp, { report }: Finding): boolean {
  return pattern.test(report.split('\n', 1)[0] ?? '');
}

function anyLineMatches(pattern: RegExp, text: string): boolean {
  return text.split('\n').some((line) => pattern.test(line));
}

function expired({ pattern, until, file, line }: ConsoleExpectation): string {
  return `${file}:${line}: /${pattern.source}/ was allowed until ${until ?? ''}; fix the cause or extend the date`;
}

function missing({ pattern, reason, file, line }: ConsoleExpectation): string {
  return (
    `the console never showed /${pattern.source}/, which ${file}:${line} ` +
    `requires${reason === '' ? '' : ` (${reason})`}`
  );
}
