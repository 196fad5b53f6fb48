import type { Finding } from '../../diagnose/finding.ts';
import { parseTimeline } from '../../results/parse-timeline.ts';
import type { CellResult, Results, StageResult, TestResult } from '../../results/results.ts';
import { markWords, momentWords, tellingMoments, tellTimeline } from '../text/tell-timeline.ts';
import { embeddedBytes } from './embed-json.ts';
import { excerptLog } from './excerpt-log.ts';
import type { PageDetail, PageTest, PageText, PageTimeline } from './page-data.ts';
import { pageDetail, type ShownFindings, slimDetail } from './page-detail.ts';
import { byImportance, isQuiet } from './page-failures.ts';

/** How many moments before a crash or another end, and after it: all that is worth reading, or what led to it. */
const lengths = [
  { before: 700, after: 200 },
  { before: tellingMoments, after: 5 },
] as const;

/** The text of a timeline as a page may show it, the longest version first; none: there is nothing on it. */
function pageTimelines(text: string, finding: Finding | undefined): readonly PageTimeline[] {
  const { entries, unreadable } = parseTimeline(text);
  if (entries.length === 0) return [];
  const { until, before, mark, after } = tellTimeline(entries, finding);
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
      last: [Math.max(0, shown.length - tellingMoments), shown.length + (mark === undefined ? 0 : 1)],
      ...counted,
    };
  });
}

export interface DetailSources {
  /** A line for each test of the results. */
  readonly lines: readonly PageTest[];
  readonly readLog: (path: string) => string | undefined;
  /** How much room there is. */
  readonly bytes: number;
}

export interface FilledPage {
  readonly tests: readonly PageTest[];
  readonly texts: Readonly<Record<string, PageText>>;
  readonly timelines: Readonly<Record<string, PageTimeline>>;
  /** How many tests had no room for what is known of them. */
  readonly undescribed: number;
  /** How many logs had no room, timelines among them. */
  readonly unread: number;
}

/** Adds details and logs to the lines of tests while there is room, what matters most first. */
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
    // Not worth reading what cannot fit.
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
    // No test takes the room of the others.
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
/** What does not fit is made in vain: so much of it for each byte of room, and then the page is full. */
const effortForRoom = 3;
const shortestUseful = 4096;
/** No detail is shorter: the rest need not be tried. */
const shortestDetail = 300;

function withDetail(line: PageTest, detail: PageDetail | undefined): PageTest {
  return detail === undefined ? line : { ...line, detail };
}

/** A test that no stage of began shows what its cell's boot reported. */
function shownFindings(test: TestResult, cell: CellResult | undefined): ShownFindings {
  if (test.findings.length > 0 || cell?.boot.outcome !== 'failed' || test.startMs !== null) return test;
  return { findings: cell.boot.findings, console: `${cell.id}/boot/console.log` };
}

/** The console, and what the stages printed that did not end well; for a failed subtest that is `run`. */
function tellingLogs({ stages, outcome }: TestResult, { console }: ShownFindings): readonly string[] {
  const bad = stages.filter(
    ({ name, exitStatus }: StageResult) => exitStatus !== 0 || (name === 'run' && outcome !== 'pass'),
  );
  return [console, ...bad.map(({ log }) => log)];
}
