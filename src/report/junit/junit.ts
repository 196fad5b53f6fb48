import { bounds } from '../../bounds/bounds.ts';
import type { CellResult, Results, TestResult } from '../../results/results.ts';
import { releaseWords } from '../../results/kernel-release.ts';
import { formatSeconds } from '../../text/duration.ts';
import { defuseGitlabMarkup, plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { type CaseProperty, type CaseText, createCaseText, renderElement } from './junit-case-text.ts';

const { nameChars, missing: maxMissing } = bounds.junit;
const maxProperty = 2000;

export interface JunitOptions {
  /**
   * The names of testcases. `test`: only the test's name, which Jenkins shows below its cell. `test-and-cell`: `probe
   * [debian-6.12-small]`, for readers like GitLab that ignore the testsuite and keep only the first case of a name.
   */
  readonly caseNames: 'test' | 'test-and-cell';
  /**
   * For GitLab: the file that it offers as attachment of a failed test. It shows the element `failure`, and below it
   * the test's system-out, where it also looks for the attachment. So the evidence stands there, and not twice.
   */
  readonly attachment?: (test: TestResult) => string | undefined;
}

/**
 * `junit.xml`: a testsuite per cell; classname is the suite, name the test. Failures carry all details, within limits
 * that keep the file readable for CI systems; cuts are marked.
 */
export function renderJunit(results: Results, options: JunitOptions = { caseNames: 'test' }): string {
  const caseText = createCaseText(results);
  const suites = results.cells.map((cell) => testSuite(results, cell, { options, caseText }));
  const missing = results.merged?.missing ?? [];
  const counts = countsOf(results.tests);
  const attributes = {
    name: 'qemu-driver-test',
    ...counts,
    tests: counts.tests + missingCases(missing),
    errors: counts.errors + missingCases(missing),
    time: formatSeconds(results.durationMs),
  };
  if (missing.length > 0) suites.push(missingSuite(missing, results));
  const root = renderElement({ name: 'testsuites', attributes, children: suites });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/** Missing results become an error of their own, because some readers look only at cases. */
function missingSuite(missing: readonly string[], { startedAt }: Results): string {
  const told = [
    ...missing.slice(0, maxMissing),
    ...(missing.length > maxMissing ? [`${missing.length - maxMissing} more, all in results.json`] : []),
  ];
  const attributes = {
    name: 'missing',
    tests: told.length,
    failures: 0,
    errors: told.length,
    skipped: 0,
    time: formatSeconds(0),
    timestamp: startedAt.slice(0, 19),
  };
  const cases = told.map((what) => {
    const error = renderElement({ name: 'error', attributes: { type: 'missing', message: shown(what) } });
    return renderElement({
      name: 'testcase',
      attributes: { classname: 'missing', name: shown(what), time: formatSeconds(0) },
      children: [error],
    });
  });
  return renderElement({ name: 'testsuite', attributes, children: cases });
}

/** More missing results than this are summed up in one case. */
function missingCases({ length }: readonly string[]): number {
  return Math.min(length, maxMissing + 1);
}

/** A name on one line. */
function shown(text: string): string {
  return cutLine(plainLine(text), nameChars);
}

interface CaseRendering {
  readonly options: JunitOptions;
  readonly caseText: CaseText;
}

function testSuite(results: Results, cell: CellResult, rendering: CaseRendering): string {
  const tests = results.tests.filter((test) => test.cell === cell.id);
  return renderElement({
    name: 'testsuite',
    attributes: {
      name: shown(cell.id),
      ...countsOf(tests),
      skipped: tests.filter((test) => kindOf(test) === 'skipped').length,
      time: formatSeconds(tests.reduce((sum, { durationMs }) => sum + durationMs, 0)),
      timestamp: results.startedAt.slice(0, 19),
    },
    children: [properties(results, cell), ...tests.map((test) => testCase(test, rendering))],
  });
}

function countsOf(tests: readonly TestResult[]): {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
} {
  const count = (kind: CaseKind): number => tests.filter((test) => kindOf(test) === kind).length;
  return { tests: tests.length, failures: count('failure'), errors: count('error') };
}

type CaseKind = 'passed' | 'skipped' | 'failure' | 'error';

function kindOf({ ok, outcome }: TestResult): CaseKind {
  if (ok) return outcome === 'skip' ? 'skipped' : 'passed';
  return outcome === 'error' ? 'error' : 'failure';
}

function properties({ host, tool }: Results, { kernel, machine, qemu, arch }: CellResult): string {
  const values = {
    kernel: kernel.spec,
    'kernel.release': releaseWords(kernel),
    machine: machine.name,
    'machine.args': machine.args.join(' '),
    arch,
    qemu: qemu.version,
    accelerator: host.accelerator,
    'qemu-driver-test': tool.version,
  };
  return propertiesElement(Object.entries(values).map(([name, value]) => ({ name, value })));
}

function propertiesElement(all: readonly CaseProperty[]): string {
  const children = all.map(({ name, value }) =>
    renderElement({ name: 'property', attributes: { name, value: cutLine(value, maxProperty) } }),
  );
  return renderElement({ name: 'properties', children });
}

function testCase(test: TestResult, { options, caseText }: CaseRendering): string {
  const slash = test.id.indexOf('/');
  const name = test.id.slice(slash + 1);
  const attributes = {
    classname: shown(test.id.slice(0, Math.max(0, slash))),
    name: shown(options.caseNames === 'test' ? name : `${name} [${test.cell}]`),
    time: formatSeconds(test.durationMs),
  };
  const own = caseText.properties(test);
  const children = [
    ...(own.length === 0 ? [] : [propertiesElement(own)]),
    ...verdictElements(test, { options, caseText }),
  ];
  return renderElement({ name: 'testcase', attributes, children });
}

function verdictElements(test: TestResult, { options, caseText }: CaseRendering): readonly string[] {
  const kind = kindOf(test);
  const words = options.attachment === undefined ? asItIs : defused;
  switch (kind) {
    case 'passed': {
      const text = words(caseText.note(test));
      return text === '' ? [] : [renderElement({ name: 'system-out', text })];
    }
    case 'skipped':
      return [renderElement({ name: 'skipped', text: words(caseText.reason(test)) })];
    case 'failure':
    case 'error': {
      const attributes = {
        type: test.outcome === 'pass' ? 'unexpected-pass' : test.outcome,
        message: words(plainLine(caseText.reason(test))),
      };
      if (options.attachment === undefined)
        return [renderElement({ name: kind, attributes, text: caseText.failure(test) })];
      return [
        renderElement({ name: kind, attributes, text: words(caseText.summary(test)) }),
        ...gitlabOutput(options.attachment(test), words(caseText.evidence(test))),
      ];
    }
  }
}

/** The attachment comes first: only the first one counts. */
function gitlabOutput(attachment: string | undefined, evidence: string): readonly string[] {
  const marked = attachment === undefined ? [] : [`[[ATTACHMENT|${attachment}]]`];
  const text = [...marked, ...(evidence === '' ? [] : [evidence])].join('\n');
  return text === '' ? [] : [renderElement({ name: 'system-out', text })];
}

function asItIs(text: string): string {
  return text;
}

/** What a guest wrote cannot name an attachment. */
function defused(text: string): string {
  return defuseGitlabMarkup(plainText(text));
}
