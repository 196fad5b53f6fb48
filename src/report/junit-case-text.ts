import { cutLine, cutText } from './cut-text.ts';
import { unexpectedPass } from './distinct-failures.ts';
import { plainLine, plainText } from './escape-text.ts';
import { deviceWarnings, deviceWords, type DeviceWords } from './hardware/device-words.ts';
import type { CellResult, Results, TestResult } from './results.ts';

/** The words inside a testcase. */
export interface CaseText {
  reason(test: TestResult): string;
  /** Everything known of a failure: reason, kernel reports, subtests, where the logs are, how to run it again. */
  failure(test: TestResult): string;
  /** What is worth saying of a test that is as expected; empty for a plain pass. */
  note(test: TestResult): string;
}

// Together far below GitLab's 30 MB a file. Each file gets one budget: the first failures are shown in full.
const budgetCharacters = 6_000_000;
const reportLimit = { lines: 200, columns: 400 };
const subtestLimit = 100;
const reasonLimit = 2000;
const faultLimit = 50;
const stackLimit = { lines: 40, columns: 400 };

/** Words for the testcases of one file, within its budget. */
export function createCaseText({ cells, tests }: Results): CaseText {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = budgetCharacters - tests.length * 100;
  return {
    reason,
    note: (test) => [...expectedFailure(test), ...deviceWarnings(test).slice(0, faultLimit).map(deviceLine), ...test.notes].join('\n'),
    failure: (test) => {
      const text = left > 0 ? failureText(test, boots.get(test.cell)) : '';
      left -= text.length;
      return left > 0 ? text : [reason(test), ...whereToLook(test), 'More was left out: this file would be too large. All of it is in results.json.'].join('\n');
    },
  };
}

function reason(test: TestResult): string {
  return cutLine(plainText(unexpectedPass(test) ?? test.reason), reasonLimit);
}

function expectedFailure({ outcome, ok, expected, reason: why }: TestResult): readonly string[] {
  if (!ok || outcome === 'pass') return [];
  return [`A failure that is expected (${expected}): ${outcome}. ${cutLine(plainText(why), reasonLimit)}`];
}

function failureText(test: TestResult, cell: CellResult | undefined): string {
  const boot = cell?.boot.outcome === 'failed' && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot].map(({ title, source, report }) =>
    ['', title, ...(source === undefined ? [] : [`at ${source.file}:${source.line}`]), plainText(cutText(report, reportLimit))].join('\n'),
  );
  const { devices = [], notes } = test;
  const stacks = devices.flatMap(({ id, crash }) => (crash === undefined || crash.stack === '' ? [] : ['', `the stack of the model ${id}:`, plainText(cutText(crash.stack, stackLimit))]));
  const told = deviceWords(devices).slice(0, faultLimit).map(deviceLine);
  return [reason(test), ...failedSubtests(test), ...told, ...whereToLook(test), ...notes.map((note) => `note: ${note}`), ...reports, ...stacks].join('\n');
}

function deviceLine({ about, text }: DeviceWords): string {
  return cutLine(plainLine(`${about}: ${text}`), reasonLimit);
}

function failedSubtests({ subtests }: TestResult): readonly string[] {
  const failed = subtests.filter(({ status }) => status === 'fail' || status === 'crash' || status === 'error');
  const shown = failed.slice(0, subtestLimit).map(({ name, status, reason: why }) => `not ok: ${name} (${status})${why === undefined ? '' : `: ${why}`}`);
  return failed.length > subtestLimit ? [...shown, `and ${failed.length - subtestLimit} more subtests that are not ok`] : shown;
}

function whereToLook(test: TestResult): readonly string[] {
  const line = test.findings[0]?.line;
  const timeline = test.timeline === undefined ? [] : [`timeline: ${test.timeline}`];
  return [`console: ${test.console}${line === undefined ? '' : `:${line}`}`, ...timeline, `again: ${test.reproduce}`];
}
