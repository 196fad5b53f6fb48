import { bounds } from '../../bounds/bounds.ts';
import type { Subtest } from '../../diagnose/verdict.ts';
import { unexpectedPass } from '../../results/distinct-failures.ts';
import { deviceWarnings, deviceWords } from '../../results/hardware/unfired-faults.ts';
import type { Results, TestResult } from '../../results/results.ts';
import { defuseCommands, plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';

/** A description without anything that TAP reads as a directive. */
function tapName(text: string): string {
  return plainLine(text).replace(/[\\#]/g, '\\$&');
}

/**
 * A test's subtests, indented as in TAP 14; no lines when it has none. In a test that is as expected, a failed subtest
 * is marked TODO, so that no reader counts it as a failure.
 */
function renderSubtests({ id, cell, ok, subtests }: TestResult): readonly string[] {
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

const reasonLimit = 2000;
const nameLimit = 800;
const wordLimit = 50;

/**
 * The results as TAP 14, piece by piece: a test point per test and cell, `ok` when it is as expected, preceded by its
 * subtests.
 */
export function* tapPieces({ tests, merged }: Results): Generator<string> {
  const missing = merged?.missing ?? [];
  const count = tests.length + missing.length;
  yield `TAP version 14\n${count === 0 ? '1..0 # SKIP no test was run' : `1..${count}`}\n`;
  let left: number = bounds.tapChars;
  for (const [index, test] of tests.entries()) {
    const lines = left > 0 ? [...renderSubtests(test), ...testPoint(test, index + 1)] : [];
    left -= lines.reduce((sum, { length }) => sum + length + 1, 0);
    yield piece(
      left > 0
        ? lines
        : [pointLine(test, index + 1), '# The rest was left out to keep this text small. results.json has all of it.'],
    );
  }
  // Missing results are not ok either, because some readers look only at test points.
  for (const [index, what] of missing.entries())
    yield piece([`not ok ${tests.length + index + 1} - missing: ${tapName(oneLine(what))}`]);
}

/** Whole lines, so that two pieces cannot form a command of a CI system. */
function piece(lines: readonly string[]): string {
  return defuseCommands(lines.map((line) => `${line}\n`).join(''));
}

function testPoint(test: TestResult, number: number): readonly string[] {
  const point = pointLine(test, number);
  if (!test.ok) return [point, ...diagnostics(test)];
  const warnings = deviceWarnings(test)
    .slice(0, wordLimit)
    .map(({ about, text }) => `# ${oneLine(`${about}: ${text}`)}`);
  return test.outcome === 'pass' || test.outcome === 'skip'
    ? [point, ...warnings]
    : [point, ...warnings, `# ${test.outcome}, as expected (${oneLine(test.expected)}): ${oneLine(test.reason)}`];
}

function pointLine(test: TestResult, number: number): string {
  return (
    `${test.ok ? 'ok' : 'not ok'} ${number} - ` +
    `${tapName(cutLine(`${test.id} [${test.cell}]`, nameLimit))}${directive(test)}`
  );
}

function directive({ ok, outcome, reason }: TestResult): string {
  return ok && outcome === 'skip' ? ` # SKIP ${tapName(oneLine(reason))}`.trimEnd() : '';
}

function diagnostics(test: TestResult): readonly string[] {
  const {
    findings: [finding],
    devices = [],
  } = test;
  const entries: readonly (readonly [string, string | number])[] = [
    ['outcome', test.outcome],
    ['expected', oneLine(test.expected)],
    ['reason', oneLine(unexpectedPass(test) ?? test.reason)],
    ...(finding === undefined ? [] : [['title', oneLine(finding.title)] as const]),
    ...(finding?.source === undefined
      ? []
      : [['at', oneLine(`${finding.source.file}:${finding.source.line}`)] as const]),
    ...(devices.length === 0
      ? []
      : [
          [
            'hardware',
            deviceWords(devices)
              .slice(0, wordLimit)
              .map(({ about, text }) => oneLine(`${about}: ${text}`))
              .join('; '),
          ] as const,
        ]),
    ...(test.console === undefined
      ? []
      : [['console', `${oneLine(test.console)}${finding === undefined ? '' : `:${finding.line}`}`] as const]),
    ...(test.buildLog === undefined ? [] : [['build_log', oneLine(test.buildLog)] as const]),
    ['again', cutLine(plainText(test.reproduce), 2 * reasonLimit)],
    ['duration_ms', Math.round(test.durationMs)],
  ];
  // A JSON string is a valid YAML string.
  return ['  ---', ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), '  ...'];
}

function oneLine(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * reasonLimit)), reasonLimit);
}
