import type { Finding } from '../../diagnose/finding.ts';
import type { Subtest } from '../../diagnose/verdict.ts';
import { unexpectedPass } from '../../results/distinct-failures.ts';
import type { TestResult } from '../../results/results.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine, cutText, type TextLimit } from '../../text/text-width.ts';
import type { PageAttempt, PageDetail, PageDevice, PageFinding, PageSubtest } from './page-data.ts';
import { describedTest } from '../text/parameter-words.ts';
import { pageDevices } from './page-hardware.ts';

const textLimit = { lines: 400, columns: 1000 };
const reasonLimit = { lines: 120, columns: 1000 };
const nameLength = 300;
const maxSubtests = 500;
const maxFindings = 20;
const maxFiles = 300;
const maxNotes = 50;
const maxAttempts = 200;

/** A test's kernel reports and the console with them. */
export interface ShownFindings {
  readonly findings: readonly Finding[];
  readonly console?: string;
}

/** Everything that the page shows of a test, limited in size. Paths are kept as they are, because they name files. */
export function pageDetail(test: TestResult, shown: ShownFindings): PageDetail {
  const { attempts = [], postMortem } = test;
  return {
    description: text(describedTest(test), textLimit),
    expected: line(test.expected),
    reason: text(unexpectedPass(test) ?? test.reason, reasonLimit),
    start: test.start,
    startReason: line(test.startReason),
    startMs: test.startMs,
    stages: test.stages,
    findings: shown.findings.slice(0, maxFindings).map((finding) => pageFinding(finding, shown.console)),
    subtests: chosenSubtests(test.subtests),
    attempts: attempts.slice(0, maxAttempts).map(pageAttempt),
    artifacts: test.artifacts.slice(0, maxFiles),
    postmortem: (postMortem?.files ?? []).slice(0, maxFiles),
    whereabouts: (postMortem?.whereabouts ?? []).slice(0, maxNotes).map(line),
    ...(test.console === undefined ? {} : { console: test.console }),
    ...(test.buildLog === undefined ? {} : { buildLog: test.buildLog }),
    ...(test.timeline === undefined ? {} : { timeline: test.timeline }),
    devices: pageDevices(test.devices ?? []),
    notes: [...test.notes.slice(0, maxNotes).map(line), ...leftOut(test, attempts.length)],
    reproduce: text(test.reproduce, reasonLimit),
    shell: text(test.shell, reasonLimit),
  };
}

/** Cuts the lists and texts of a detail that is too large. */
export function slimDetail(detail: PageDetail): PageDetail {
  const few = { lines: 40, columns: 300 };
  return {
    ...detail,
    description: cutText(detail.description, few),
    reason: cutText(detail.reason, few),
    findings: detail.findings.slice(0, 3).map((finding) => ({ ...finding, report: cutText(finding.report, few) })),
    subtests: detail.subtests.slice(0, 30),
    attempts: detail.attempts.slice(0, 30),
    artifacts: detail.artifacts.slice(0, 30),
    postmortem: detail.postmortem.slice(0, 30),
    devices: detail.devices.map(slimDevice),
    notes: [
      ...detail.notes.slice(0, 10),
      'The details of this test do not fit on this page; results.json has all of them.',
    ],
  };
}

function slimDevice({ crash, faults, ...device }: PageDevice): PageDevice {
  return {
    ...device,
    faults: faults.slice(0, 10),
    ...(crash === undefined ? {} : { crash: { ...crash, stack: cutText(crash.stack, { lines: 10, columns: 300 }) } }),
  };
}

function pageFinding({ kind, title, source, line: at, report }: Finding, console: string | undefined): PageFinding {
  return {
    kind,
    title: line(title),
    ...(source === undefined ? {} : { source: { file: line(source.file), line: source.line } }),
    ...(console === undefined ? {} : { console }),
    line: at,
    report: text(report, textLimit),
  };
}

/** Those with something to report first; each group keeps its order. */
function chosenSubtests(subtests: readonly Subtest[]): readonly PageSubtest[] {
  const isLoud = ({ status }: Subtest): boolean => status === 'fail' || status === 'crash' || status === 'error';
  const chosen = [...subtests.filter(isLoud), ...subtests.filter((subtest) => !isLoud(subtest))].slice(0, maxSubtests);
  return chosen.map(({ name, status, reason }) => ({
    name: line(name),
    status,
    ...(reason === undefined ? {} : { reason: line(reason) }),
  }));
}

function pageAttempt({ outcome, ok, reason, durationMs, console }: PageAttempt): PageAttempt {
  return { outcome, ok, reason: line(reason), durationMs, ...(console === undefined ? {} : { console }) };
}

function leftOut({ subtests, artifacts, findings }: TestResult, attempts: number): readonly string[] {
  const counts = [
    { noun: 'subtests', count: subtests.length, shown: maxSubtests },
    { noun: 'artifacts', count: artifacts.length, shown: maxFiles },
    { noun: 'findings', count: findings.length, shown: maxFindings },
    { noun: 'attempts', count: attempts, shown: maxAttempts },
  ];
  return counts
    .filter(({ count, shown }) => count > shown)
    .map(({ noun, count, shown }) => `This page shows ${shown} of ${count} ${noun}; results.json has all of them.`);
}

/** Text beyond this is not even read. */
const maxText = 200_000;

function text(from: string, limit: TextLimit): string {
  return cutText(plainText(from.slice(0, maxText)), limit);
}

function line(from: string): string {
  return cutLine(plainLine(from.slice(0, 4 * nameLength)), nameLength);
}
