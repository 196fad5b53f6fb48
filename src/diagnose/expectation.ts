import type { Expectation } from '../suite/suite.ts';
import type { Finding } from './finding.ts';
import type { Outcome } from './verdict.ts';

/** In words, for results and reports. */
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
 * Says why an outcome is not what was expected; undefined: it is.
 * A skip is as good as a pass where a pass is expected; an error is never what anybody expects.
 */
export function contradiction(
  expectation: Expectation,
  outcome: Outcome,
  findings: readonly Finding[],
): string | undefined {
  // An error is no verdict, whatever was expected; the reason for it says enough.
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
