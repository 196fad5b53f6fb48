import { bounds } from '../../bounds/bounds.ts';
import { unexpectedPass } from '../../results/distinct-failures.ts';
import { deviceWarnings, deviceWords, type DeviceWords } from '../../results/hardware/unfired-faults.ts';
import type { CellResult, Results, TestResult } from '../../results/results.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine, cutText } from '../../text/text-width.ts';

/** An XML element to render. Attribute values and text are raw; children are rendered elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly string[];
}

/** Renders an element on its own lines. Raw text is escaped and stripped of what XML 1.0 forbids. */
export function renderElement({ name, attributes = {}, text, children = [] }: XmlElement): string {
  const opened = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('')}`;
  if (text !== undefined) return `<${opened}>${escapeXml(text)}</${name}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>\n${children.join('\n')}\n</${name}>`;
}

function escapeXml(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// A parser turns tabs and line ends in attributes into spaces unless they are written as references.
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

export interface CaseProperty {
  readonly name: string;
  readonly value: string;
}

/** The texts inside a testcase. */
export interface CaseText {
  /** The test's tags and parameters, one property each; empty when they do not fit. */
  properties(test: TestResult): readonly CaseProperty[];
  reason(test: TestResult): string;
  /** Everything about a failure: its summary and its evidence. */
  failure(test: TestResult): string;
  /** Reason, subtests, paths of logs, the command to run it again. */
  summary(test: TestResult): string;
  /** Kernel reports and the stacks of models; empty: there are none. */
  evidence(test: TestResult): string;
  /** Notes on a test that is as expected; empty for a plain pass. */
  note(test: TestResult): string;
}

// The sum stays far below GitLab's 30 MB per file. Each file has one budget, so the first failures are shown in full.
const { totalChars, noteChars } = bounds.junit;
const reportLimit = { lines: 200, columns: 400 };
const subtestLimit = 100;
const reasonLimit = 2000;
/** The limits when a file's budget is used up. */
const shortReason = 100;
const findingLimit = 50;
const noteLimit = 100;
const faultLimit = 50;
/** A command line. */
const againLimit = 4000;
const stackLimit = { lines: 40, columns: 400 };

/** The texts for the testcases of one file, within its budget. */
export function createCaseText({ cells, tests }: Results): CaseText {
  const boots = new Map(cells.map((cell) => [cell.id, cell]));
  let left = totalChars - tests.length * 100;
  // What no longer fits is replaced by a short note.
  const within = (text: string, short: string): string => {
    left -= text.length;
    return left > 0 ? text : short;
  };
  const failure = (test: TestResult, text: () => string): string =>
    within(left > 0 ? text() : '', `${cutLine(reason(test), shortReason)}\n${leftOut}`);
  const evidence = (test: TestResult): readonly string[] => evidenceLines(test, boots.get(test.cell));
  return {
    properties: (test) => {
      const found = propertiesOf(test);
      left -= found.reduce((sum, { name, value }) => sum + name.length + value.length + propertyChars, 0);
      return left > 0 ? found : [];
    },
    reason: (test) => within(reason(test), cutLine(reason(test), shortReason)),
    note: (test) => within(noteText(test), noteText(test) === '' ? '' : leftOut),
    failure: (test) => failure(test, () => [...summaryLines(test), ...evidence(test)].join('\n')),
    summary: (test) => failure(test, () => summaryLines(test).join('\n')),
    evidence: (test) => within(left > 0 ? evidence(test).join('\n').trim() : leftOut, leftOut),
  };
}

const leftOut = 'The rest was left out to keep this file small. results.json has all of it.';

/** What an element `property` takes beside its name and its value. */
const propertyChars = 40;

function propertiesOf({ tags = [], parameters = {} }: TestResult): readonly CaseProperty[] {
  return [
    ...tags.map((tag) => ({ name: 'tag', value: tag })),
    ...Object.entries(parameters)
      .slice(0, bounds.each.columns)
      .map(([name, value]) => ({ name: `parameter.${name}`, value: cutLine(value, bounds.each.valueChars) })),
  ];
}

function noteText(test: TestResult): string {
  const lines = [
    ...expectedFailure(test),
    ...deviceWarnings(test).slice(0, faultLimit).map(deviceLine),
    ...notesOf(test),
  ].join('\n');
  return lines.length > noteChars ? `${lines.slice(0, noteChars)}\n${leftOut}` : lines;
}

function notesOf({ notes }: TestResult): readonly string[] {
  const shown = notes.slice(0, noteLimit).map((note) => cutLine(note, reasonLimit));
  return notes.length > noteLimit ? [...shown, `and ${notes.length - noteLimit} more notes`] : shown;
}

function reason(test: TestResult): string {
  // Text beyond this is not even read.
  return cutLine(plainText((unexpectedPass(test) ?? test.reason).slice(0, 4 * reasonLimit)), reasonLimit);
}

function expectedFailure({ outcome, ok, expected, reason: why }: TestResult): readonly string[] {
  if (!ok || outcome === 'pass') return [];
  return [
    `An expected failure (${expected}): ${outcome}. ` + cutLine(plainText(why.slice(0, 4 * reasonLimit)), reasonLimit),
  ];
}

function summaryLines(test: TestResult): readonly string[] {
  const devices = deviceWords(test.devices ?? [])
    .slice(0, faultLimit)
    .map(deviceLine);
  return [
    reason(test),
    ...failedSubtests(test),
    ...devices,
    ...whereToLook(test),
    ...notesOf(test).map((note) => `note: ${note}`),
  ];
}

function evidenceLines(test: TestResult, cell: CellResult | undefined): readonly string[] {
  const boot = cell?.boot.outcome === 'failed' && test.startMs === null ? cell.boot.findings : [];
  const reports = [...test.findings, ...boot]
    .slice(0, findingLimit)
    .map(({ title, source, report }) =>
      [
        '',
        cutLine(title, reasonLimit),
        ...(source === undefined ? [] : [cutLine(`at ${source.file}:${source.line}`, reasonLimit)]),
        plainText(cutText(report, reportLimit)),
      ].join('\n'),
    );
  const { devices = [] } = test;
  const stacks = devices
    .slice(0, faultLimit)
    .flatMap(({ id, crash }) =>
      crash === undefined || crash.stack === ''
        ? []
        : ['', `the stack of the model ${id}:`, plainText(cutText(crash.stack, stackLimit))],
    );
  return [...reports, ...stacks];
}

function deviceLine({ about, text }: DeviceWords): string {
  return cutLine(plainLine(`${about}: ${text}`.slice(0, 4 * reasonLimit)), reasonLimit);
}

function failedSubtests({ subtests }: TestResult): readonly string[] {
  const failed = subtests.filter(({ status }) => status === 'fail' || status === 'crash' || status === 'error');
  const shown = failed
    .slice(0, subtestLimit)
    .map(({ name, status, reason: why }) =>
      cutLine(`not ok: ${name} (${status})${why === undefined ? '' : `: ${why}`}`, reasonLimit),
    );
  return failed.length > subtestLimit
    ? [...shown, `and ${failed.length - subtestLimit} more subtests that are not ok`]
    : shown;
}

function whereToLook(test: TestResult): readonly string[] {
  const line = test.findings[0]?.line;
  const timeline = test.timeline === undefined ? [] : [`timeline: ${test.timeline}`];
  return [
    ...(test.console === undefined ? [] : [`console: ${test.console}${line === undefined ? '' : `:${line}`}`]),
    ...(test.buildLog === undefined ? [] : [`output of the build: ${test.buildLog}`]),
    ...timeline,
    `again: ${test.reproduce}`,
  ].map((one) => cutLine(one, againLimit));
}
