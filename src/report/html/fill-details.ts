import type { Finding } from '../../diagnose/finding.ts';
import { parseTimeline } from '../../results/parse-timeline.ts';
import type { CellResult, Results, StageResult, TestResult } from '../../results/results.ts';
import { markWords, momentWords, shownMoments, describeTimeline } from '../text/describe-timeline.ts';
import { embeddedBytes } from './embed-json.ts';
import { excerptLog } from './excerpt-log.ts';
import type { PageDetail, PageTest, PageText, PageTimeline } from './page-data.ts';
import { pageDetail, type ShownFindings, slimDetail } from './page-detail.ts';
import { byImportance, isQuiet } from './page-failures.ts';

/** How many moments to show before and after a crash or another end: first as many as are useful, then the minimum. */
const lengths = [
  { before: 700, after: 200 },
  { before: shownMoments, after: 5 },
] as const;

/** The versions of a timeline that a page may show, the longest first; none when nothing is on it. */
function pageTimelines(text: string, finding: Finding | undefined): readonly PageTimeline[] {
  const { entries, unreadable } = parseTimeline(text);
  if (entries.length === 0) return [];
  const { until, before, mark, after } = describeTimeline(entries, finding);
  const counted = { count: before.length + after.length + (mark === undefined ? 0 : 1), unreadable };
  return lengths.map((length) => {
    const shown = before.slice(-length.before);
    return {
      moments: [
        ...shown.map(momentWords),
        ...(mark === undefined ? [] : [markWords(mark)]),
        ...after.slice(0, length.after).map(momentWords),
      ],
      until,
      last: [Math.max(0, shown.length - shownMoments), shown.length + (mark === undefined ? 0 : 1)],
      ...counted,
    };
  });
}

export interface DetailSources {
  /** A line per test of the results. */
  readonly lines: readonly PageTest[];
  readonly readLog: (path: string) => string | undefined;
  /** The available room in bytes. */
  readonly bytes: number;
}

export interface FilledPage {
  readonly tests: readonly PageTest[];
  readonly texts: Readonly<Record<string, PageText>>;
  readonly timelines: Readonly<Record<string, PageTimeline>>;
  /** The number of tests whose details did not fit. */
  readonly undescribed: number;
  /** The number of logs that did not fit, including timelines. */
  readonly unread: number;
}

/** Adds details and logs to the lines of tests, the most important first, until the room is used up. */
export function fillDetails({ cells, tests }: Results, { lines, readLog, bytes }: DetailSources): FilledPage {
  const cellById = new Map(cells.map((cell) => [cell.id, cell]));
  const details = new Map<TestResult, PageDetail>();
  const texts = new Map<string, PageText>();
  const timelines = new Map<string, PageTimeline>();
  let left = bytes;
  let effortLeft = bytes * effortForRoom;
  let unread = 0;
  const fits = (value: unknown): boolean => {
    const size = embeddedBytes(value);
    effortLeft -= size;
    if (size > left) return false;
    left -= size;
    return true;
  };
  const addText = (path: string, shown: ShownFindings): void => {
    if (texts.has(path)) return;
    // A log that cannot fit is not read.
    const text = left < shortestUseful ? undefined : readLog(path);
    const excerpt =
      text === undefined ? undefined : excerptLog(text, { reports: path === shown.console ? shown.findings : [] });
    if (excerpt !== undefined && fits([path, excerpt])) texts.set(path, excerpt);
    else if (text !== undefined || left < shortestUseful) unread++;
  };
  const addTimeline = (path: string, { findings: [finding] }: ShownFindings): void => {
    const text = left < shortestUseful ? undefined : readLog(path);
    const versions = text === undefined ? [] : pageTimelines(text, finding);
    const fitting = versions.find((version) => fits([path, version]));
    if (fitting !== undefined) timelines.set(path, fitting);
    else if (versions.length > 0 || left < shortestUseful) unread++;
  };
  for (const test of byImportance(tests)) {
    if (left < shortestDetail || effortLeft < 0) break;
    const shown = shownFindings(test, cellById.get(test.cell));
    const whole = pageDetail(test, shown);
    // No test may use up the room of the others.
    const detail = embeddedBytes(whole) > maxDetailBytes ? slimDetail(whole) : whole;
    if (!fits(detail)) continue;
    details.set(test, detail);
    if (isQuiet(test)) continue;
    if (test.timeline !== undefined) addTimeline(test.timeline, shown);
    for (const path of tellingLogs(test, shown)) addText(path, shown);
  }
  const filled = lines.map((line, index) => withDetail(line, details.get(tests[index] as TestResult)));
  return {
    tests: filled,
    texts: Object.fromEntries(texts),
    timelines: Object.fromEntries(timelines),
    undescribed: tests.length - details.size,
    unread,
  };
}

const maxDetailBytes = 200_000;
/** Details that do not fit waste work. This limits the waste per byte of room; then the page counts as full. */
const effortForRoom = 3;
const shortestUseful = 4096;
/** No detail is shorter than this, so the rest need not be tried. */
const shortestDetail = 300;

function withDetail(line: PageTest, detail: PageDetail | undefined): PageTest {
  return detail === undefined ? line : { ...line, detail };
}

/** When no stage began, the test shows what the boot of its cell reported. */
function shownFindings(test: TestResult, cell: CellResult | undefined): ShownFindings {
  if (test.findings.length > 0 || cell?.boot.outcome !== 'failed' || test.startMs !== null) return test;
  return { findings: cell.boot.findings, console: `${cell.id}/boot/console.log` };
}

/** The console, and the output of the build or the stages that failed; for a failed subtest that is `run`. */
function tellingLogs({ stages, outcome, buildLog }: TestResult, { console }: ShownFindings): readonly string[] {
  const bad = stages.filter(
    ({ name, exitStatus }: StageResult) => exitStatus !== 0 || (name === 'run' && outcome !== 'pass'),
  );
  return [buildLog, console, ...bad.map(({ log }) => log)].filter((path) => path !== undefined);
}
