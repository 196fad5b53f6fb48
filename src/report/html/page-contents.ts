import type { CellResult, Results } from '../../results/results.ts';
import { releaseWords } from '../../results/kernel-release.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { damageWords, notRunNames } from '../text/interrupted.ts';
import { verdictLine } from '../text/verdict-line.ts';
import { embeddedBytes } from './embed-json.ts';
import { type FilledPage, fillDetails } from './fill-details.ts';
import { pageCoverage } from './page-coverage.ts';
import type { PageCell, PageData } from './page-data.ts';
import { chooseTests, pageFailures } from './page-failures.ts';
import { pageHardware, pageUnfired } from './page-hardware.ts';

/** What a page needs in addition to the results. */
export interface PageSources {
  /**
   * The text of a log, by its path in the results; undefined when it does not exist or is not a plain file in the
   * results directory.
   */
  readonly readLog: (path: string) => string | undefined;
  /** The directory of the files, relative to the page; empty: the page's own. */
  readonly filesAt: string;
}

/** A page stays below 10 MB. This limits its data, in UTF-8. */
const maxBytes = 9_500_000;
const maxCells = 500;
const maxNotes = 100;
const maxNote = 500;
const maxBootNotes = 3;

/**
 * What fits on a page, the most important first: a line per test, then the details and logs of tests that are not as
 * expected, then those of the others. Notes say what does not fit.
 */
export function pageContents(all: Results, sources: PageSources): PageData {
  const chosen = chooseTests(all);
  const results = { ...all, tests: chosen.tests };
  const { failures, leftOut } = pageFailures(results);
  const coverage = pageCoverage(all, chosen.tests, sources.readLog);
  const frame: PageData = {
    version: short(all.tool.version),
    startedAt: short(all.startedAt),
    durationMs: all.durationMs,
    exitStatus: all.exitStatus,
    verdict: short(verdictLine(all)),
    host: { ...all.host, acceleratorReason: short(all.host.acceleratorReason) },
    totals: all.totals,
    missing: (all.merged?.missing ?? []).slice(0, maxNotes).map(short),
    cells: pageCells(all.cells),
    tests: chosen.lines,
    failures,
    texts: {},
    timelines: {},
    hardware: pageHardware(all),
    unfired: pageUnfired(chosen.tests),
    ...(coverage === undefined ? {} : { coverage }),
    notes: [],
    filesAt: sources.filesAt,
  };
  const filled = fillDetails(results, {
    lines: chosen.lines,
    readLog: sources.readLog,
    bytes: maxBytes - embeddedBytes(frame),
  });
  const notes = [...runNotes(all), ...gapNotes(all, { ...filled, tests: chosen.leftOut, failures: leftOut })];
  return { ...frame, tests: filled.tests, texts: filled.texts, timelines: filled.timelines, notes };
}

/** What the run, or the merge of its shards, could not do. */
function runNotes(all: Results): readonly string[] {
  const interrupted = notRunNames(all, maxNotes);
  return [
    ...damageWords(all, maxNotes).map(short),
    ...interrupted.names.map((name) => short(`not run: ${name}`)),
    ...said(interrupted.more, (count) => `${count} more tests were not run; results.json names them.`),
    ...(all.merged?.notes ?? []).slice(0, maxNotes).map(short),
  ];
}

/** How many of each do not fit on the page. */
interface Gaps extends Pick<FilledPage, 'undescribed' | 'unread'> {
  readonly tests: number;
  readonly failures: number;
}

function gapNotes({ tests, cells }: Results, gaps: Gaps): readonly string[] {
  return [
    ...said(
      gaps.tests,
      (count) => `${count} of ${tests.length} tests do not fit on this page; results.json has all of them.`,
    ),
    ...said(
      Math.max(0, cells.length - maxCells),
      (count) => `${count} of ${cells.length} cells do not fit on this page; results.json has all of them.`,
    ),
    ...said(
      gaps.undescribed,
      (count) => `${count} tests are shown without details, which do not fit; results.json has them.`,
    ),
    ...said(gaps.unread, (count) => `${count} logs are linked but not shown, because they do not fit.`),
    ...said(gaps.failures, (count) => `${count} more distinct failures are in results.json.`),
  ];
}

function said(count: number, sentence: (count: number) => string): readonly string[] {
  return count === 0 ? [] : [sentence(count)];
}

function pageCells(cells: readonly CellResult[]): readonly PageCell[] {
  const labels = cellLabels(cells);
  return cells.slice(0, maxCells).map((cell) => ({
    id: short(cell.id),
    label: short(labels.get(cell.id) ?? cell.id),
    kernel: {
      spec: short(cell.kernel.spec),
      release: short(releaseWords(cell.kernel)),
      sha256: short(cell.kernel.sha256 ?? ''),
    },
    machine: { name: short(cell.machine.name), args: shortArgs(cell.machine.args) },
    arch: short(cell.arch),
    qemu: { version: short(cell.qemu.version), sha256: short(cell.qemu.sha256) },
    boot: {
      outcome: cell.boot.outcome,
      durationMs: cell.boot.durationMs,
      ...(cell.boot.bootedAt === undefined ? {} : { bootedAt: cell.boot.bootedAt }),
      ...(cell.boot.imageReason === undefined ? {} : { imageReason: short(cell.boot.imageReason) }),
      findings: [],
      ...(cell.boot.notes === undefined ? {} : { notes: cell.boot.notes.slice(0, maxBootNotes).map(short) }),
    },
  }));
}

/** As many as fit; a run may have hundreds of cells. */
function shortArgs(args: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let left = 2 * maxNote;
  for (const arg of args) {
    left -= short(arg).length + 1;
    if (left < 0) return [...shown, '…'];
    shown.push(short(arg));
  }
  return shown;
}

function short(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * maxNote)), maxNote);
}
