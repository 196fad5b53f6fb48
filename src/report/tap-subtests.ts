import type { Subtest } from '../diagnose/verdict.ts';
import type { TestResult } from './results.ts';
import { tapName } from './tap-name.ts';

/**
 * A test's subtests, indented as TAP 14 nests them; no lines when it has none. Below a test that is as expected a
 * failed subtest is marked TODO, so that no reader counts it as a failure of its own.
 */
export function renderSubtests({ id, cell, ok, subtests }: TestResult): readonly string[] {
  if (subtests.length === 0) return [];
  const points = subtests.map((subtest, index) => subtestPoint(subtest, index + 1, ok));
  return [
    `# Subtest: ${tapName(`${id} [${cell}]`)}`,
    `    1..${subtests.length}`,
    ...points.map((point) => `    ${point}`),
  ];
}

function subtestPoint({ name, status, reason }: Subtest, number: number, isExpected: boolean): string {
  const why = reason === undefined ? '' : ` ${tapName(reason)}`;
  const title = `${number} - ${tapName(name)}`;
  switch (status) {
    case 'pass':
      return `ok ${title}`;
    case 'skip':
      return `ok ${title} # SKIP${why}`;
    case 'todo':
      return `not ok ${title} # TODO${why}`;
    case 'fail':
    case 'crash':
    case 'error':
      return isExpected ? `not ok ${title} # TODO expected to fail${why === '' ? '' : `:${why}`}` : `not ok ${title}`;
  }
}
