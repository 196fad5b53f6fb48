import type { Outcome } from '../../diagnose/verdict.ts';
import { cutLine } from '../cut-text.ts';
import { distinctFailures, unexpectedPass } from '../distinct-failures.ts';
import { plainLine } from '../escape-text.ts';
import { excerptReport } from '../kernel-report.ts';
import type { Results } from '../results.ts';
import type { PageFailure } from './page-data.ts';

const maxFailures = 200;
const maxTests = 200;
const lineLength = 300;
const maxReport = 100_000;

/** What went wrong, each once; what the kernel reported comes first. */
export function pageFailures(results: Results): {
  readonly failures: readonly PageFailure[];
  readonly leftOut: number;
} {
  const all = [...distinctFailures(results)].sort((a, b) => weightOf(a) - weightOf(b));
  const indexOf = new Map(results.tests.map((test, index) => [test, index]));
  const failures = all.slice(0, maxFailures).map(({ test, tests, finding }): PageFailure => {
    const { frames, lastWords } =
      finding === undefined ? { frames: [], lastWords: undefined } : excerptReport(finding.report.slice(0, maxReport));
    return {
      title: shown(finding?.title ?? test.id),
      outcome: test.outcome,
      ...(finding?.source === undefined
        ? {}
        : { source: { file: shown(finding.source.file), line: finding.source.line } }),
      reason: shown(unexpectedPass(test) ?? test.reason),
      frames: frames.map(shown),
      lastWords: shown(lastWords ?? ''),
      tests: tests.slice(0, maxTests).map((one) => indexOf.get(one) ?? 0),
    };
  });
  return { failures, leftOut: all.length - failures.length };
}

function weightOf({ test }: { readonly test: { readonly outcome: Outcome } }): number {
  return weights[test.outcome];
}

const weights: Readonly<Record<Outcome, number>> = {
  crash: 0,
  hang: 1,
  timeout: 2,
  fail: 3,
  error: 4,
  pass: 5,
  skip: 5,
};

function shown(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * lineLength)), lineLength);
}
