import { bounds } from '../../src/bounds/bounds.ts';
import { LineSplitter } from '../../src/bounds/line-splitter.ts';
import { crashPlace } from '../../src/device/instance/model-crash.ts';
import { describeEnding } from '../../src/diagnose/describe-ending.ts';
import { applyConsoleExpectations } from '../../src/diagnose/expectation.ts';
import { createBugFinder, findBugs } from '../../src/diagnose/find-bugs.ts';
import type { Finding } from '../../src/diagnose/finding.ts';
import { judge } from '../../src/diagnose/judge.ts';
import { parseKtap } from '../../src/diagnose/ktap/ktap-reader.ts';
import type { KtapTest } from '../../src/diagnose/ktap/ktap-tree.ts';
import { fingerprintOf, reportTitle } from '../../src/diagnose/name-finding.ts';
import { readRegisters } from '../../src/diagnose/open-report.ts';
import { describePostMortem, readPostMortem } from '../../src/diagnose/post-mortem.ts';
import { matchHeader } from '../../src/diagnose/report-header.ts';
import { locateFinding, placesOf } from '../../src/diagnose/source/locate-finding.ts';
import { guiltyFunction } from '../../src/diagnose/stack/blame-rules.ts';
import { demangle } from '../../src/diagnose/stack/demangle.ts';
import { parseInstructionPointer, readStack } from '../../src/diagnose/stack/report-stack.ts';
import { baseName, parseFrames } from '../../src/diagnose/stack/stack-frame.ts';
import { createTripwire } from '../../src/diagnose/tripwire.ts';
import type { Verdict } from '../../src/diagnose/verdict.ts';
import { excerptReport } from '../../src/report/text/kernel-report.ts';
import { describeTimeline } from '../../src/report/text/describe-timeline.ts';
import { parseTimeline } from '../../src/results/parse-timeline.ts';
import { parseFrames as parseReaderOutput } from '../../src/symbols/run-reader.ts';
import { judgeInput } from '../unit/diagnose/run-records.ts';

/** The output of a parser exceeds its limit. */
export class OutOfBounds extends Error {}

const project = { root: '/project', base: '/project', directories: ['drivers'], hasFile: () => true };
const chain = [
  { function: 'inner', file: 'drivers/toy.h', line: 3 },
  { function: 'outer', file: 'drivers/toy.c', line: 30 },
];
const expectation = {
  kind: 'allow',
  pattern: /toy: never said/,
  reason: '',
  until: undefined,
  file: 'expect-console',
  line: 1,
} as const;
const kind = {
  kind: 'warning',
  needle: '',
  header: /^/,
  title: 'WARNING in {guilty}: {what}',
  guilty: [
    { from: 'instruction-pointer' },
    { from: 'trace' },
    { from: 'wait' },
    { from: 'loop', seen: 'at-once' },
    { from: 'line', after: /^/, skip: ['lock'] },
  ],
} as const;

/** All parsers of a guest's text. Each throws when it breaks or exceeds its limits. */
export const textReaders: Readonly<Record<string, (text: string) => void>> = {
  'the tripwire': (text) => {
    const tripwire = createTripwire();
    for (const line of text.split('\n')) tripwire(line);
  },
  'the bug finder': (text) => {
    const finder = createBugFinder();
    for (let from = 0; from < text.length; from += 1009) finder.push(text.slice(from, from + 1009));
    checkFindings(finder.end());
  },
  'header and title': (text) => {
    for (const line of text.split('\n')) {
      matchHeader(line);
      atMost(
        reportTitle(kind, { guilty: baseName(line), groups: { what: line } }).length,
        bounds.findings.titleChars,
        'a title',
      );
    }
  },
  demangling: (text) => {
    for (const word of text.split(/\s/)) {
      demangle(word);
      atMost(baseName(word).length, bounds.symbols.nameChars, 'a name');
    }
  },
  'stack and registers': (text) => {
    const lines = text.split('\n');
    for (const line of lines) {
      parseFrames(line);
      parseInstructionPointer(line);
    }
    const stack = readStack(lines);
    guiltyFunction(kind, { stack, lines, groups: {} });
    fingerprintOf('warning', text, stack);
    readRegisters(lines);
  },
  'the post-mortem': (text) => {
    const words = describePostMortem(
      readPostMortem({ registers: `CPU#0\nRIP=ffffffff81000000 RFL=00000046\n${text}`, console: text }),
    );
    atMost(words.length, bounds.notes.count, 'places');
  },
  '(K)TAP': (text) => {
    const { tests, leaves, leftOut } = parseKtap(text);
    atMost(depthOf(tests), bounds.subtests.depth + 1, 'levels');
    atMost(leaves - leftOut, bounds.subtests.count, 'subtests');
  },
  'the judge': (text) => {
    checkVerdict(
      judge(
        judgeInput({
          consoleText: text,
          runOutput: text,
          ending: { kind: 'deadline', timeoutMs: 1000, answering: false },
          postMortem: { registers: text, console: text },
        }),
        judgeContext,
      ),
    );
    checkVerdict(judge(judgeInput({ runOutput: text, statuses: { run: 1 } }), judgeContext));
  },
  'lines of source': (text) => {
    const finding = {
      kind: 'warning',
      title: 'WARNING in toy',
      fingerprint: 'x',
      line: 1,
      report: text.slice(0, bounds.findings.reportChars),
    } as const;
    placesOf([finding]);
    atMost(
      locateFinding(finding, () => chain, project).report.length,
      2 * bounds.findings.reportChars,
      'a decoded report',
    );
    parseReaderOutput(text);
  },
  'expectations of the console': (text) =>
    void applyConsoleExpectations(
      [expectation, { ...expectation, kind: 'require' }],
      text,
      findBugs(text),
      '2026-11-29',
    ),
  endings: (text) =>
    void describeEnding({ kind: 'qemu-exited', exitCode: undefined, signal: 'SIGABRT', lastOutput: text }),
  "a model's stack": (text) => void crashPlace(text),
  'reports of findings': (text) => {
    excerptReport(text);
    const entries = text.split('\n').map((line, index) => ({ atMs: index, source: 'console', text: line }) as const);
    describeTimeline(entries, { kind: 'warning', title: 'WARNING', fingerprint: 'x', line: 1, report: text });
    parseTimeline(text);
  },
  'lines of bytes': (text) => {
    const splitter = new LineSplitter({ maxLength: 4096, onLine: (line) => atMost(line.length, 4096, 'a line') });
    const bytes = Buffer.from(text);
    for (let from = 0; from < bytes.length; from += 101) splitter.push(bytes.subarray(from, from + 101));
    splitter.end();
  },
};

const judgeContext = { bootFingerprints: new Set<string>(), today: '2026-11-29' };

/** The problem with how this text is parsed; undefined: none. */
export function complaintOf(text: string): string | undefined {
  for (const [name, read] of Object.entries(textReaders)) {
    try {
      read(text);
    } catch (error) {
      return `${name}: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`;
    }
  }
  return undefined;
}

function checkVerdict({ findings, subtests, reason, notes, whereabouts }: Verdict): void {
  checkFindings(findings);
  atMost(subtests.length, bounds.subtests.count, 'subtests');
  for (const { name, reason: why = '' } of subtests) {
    atMost(name.length, bounds.subtests.nameChars, "a subtest's name");
    atMost(why.length, bounds.subtests.reasonChars, "a subtest's reason");
  }
  atMost(
    subtests.reduce((sum, { name, reason: why = '' }) => sum + name.length + why.length, 0),
    bounds.subtests.totalChars,
    "the subtests' characters",
  );
  atMost(reason.length, bounds.sentenceChars, 'the reason');
  for (const text of [...notes, ...whereabouts]) atMost(text.length, bounds.notes.chars, 'a note');
}

function checkFindings(findings: readonly Finding[]): void {
  atMost(findings.length, bounds.findings.count, 'findings');
  for (const { title, report, fingerprint } of findings) {
    atMost(title.length, bounds.findings.titleChars, 'a title');
    atMost(report.length, bounds.findings.reportChars, 'a report');
    atMost(fingerprint.length, 100, 'a fingerprint');
  }
}

function depthOf(tests: readonly KtapTest[]): number {
  return tests.reduce((depth, { tests: inner = [] }) => Math.max(depth, 1 + depthOf(inner)), 0);
}

function atMost(amount: number, bound: number, what: string): void {
  if (amount > bound) throw new OutOfBounds(`${what}: ${amount}, more than ${bound}`);
}
