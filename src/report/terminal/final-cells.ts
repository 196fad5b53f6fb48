import { isNotRunIn } from '../../results/not-run.ts';
import type { CellResult, Results, TestResult } from '../../results/results.ts';
import { medianMs } from '../../results/totals.ts';
import { formatDuration } from '../../text/duration.ts';
import { fitWidth, padWidth, textWidth } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { countMarks, drawMarks, paintMark, type Style } from '../text/style.ts';

/** How the end of a run is drawn. */
export interface FinalLook {
  readonly style: Style;
  readonly columns: number;
  /** The results directory as a path that the reader can use. */
  readonly directory: string;
  /** The text of a log, by its path in the results; undefined when it does not exist. */
  readonly readLog: (path: string) => string | undefined;
}

const maxRows = 16;
const maxLabelWidth = 32;
const widestMarks = 60;

/**
 * A row per cell: its tests as symbols, the number of ok tests, their time. With many cells, those that are not ok come
 * first.
 */
export function cellRows(results: Results, look: FinalLook): readonly string[] {
  const isNotRun = isNotRunIn(results);
  const rows = results.cells.map((cell) => rowOf(results, cell, isNotRun)).filter(({ counted }) => counted !== '');
  const isNotOk = ({ tests }: Row): boolean => tests.some(({ ok }) => !ok);
  const shown =
    rows.length <= maxRows ? rows : [...rows.filter(isNotOk), ...rows.filter((row) => !isNotOk(row))].slice(0, maxRows);
  const left = rows.filter((row) => !shown.includes(row));
  return [...alignRows(shown, look), ...leftOut(left, left.filter(isNotOk).length)];
}

interface Row {
  readonly label: string;
  /** Those that were run. */
  readonly tests: readonly TestResult[];
  readonly counted: string;
  /** Candidates, the longest first. The first one that fits is shown. */
  readonly timings: readonly string[];
}

function rowOf({ cells, tests }: Results, cell: CellResult, isNotRun: (test: TestResult) => boolean): Row {
  const all = tests.filter((test) => test.cell === cell.id);
  const own = all.filter((test) => !isNotRun(test));
  const label = cellLabels(cells).get(cell.id) ?? cell.id;
  const notRun = all.length - own.length;
  const counted = [...(own.length === 0 ? [] : [countMarks(own)]), ...(notRun === 0 ? [] : [`${notRun} not run`])];
  return {
    label: fitWidth(label, maxLabelWidth),
    tests: own,
    counted: counted.join(', '),
    timings: own.length === 0 ? [] : timingsOf(cell, own),
  };
}

function timingsOf({ boot }: CellResult, tests: readonly TestResult[]): readonly string[] {
  if (boot.outcome === 'failed') return [`boot failed after ${formatDuration(boot.durationMs)}`, 'boot failed'];
  const median = medianMs(tests);
  const each = median === undefined ? [] : [`${formatDuration(median)} per test`];
  if (boot.outcome === 'not-needed') return each;
  const form = boot.imageReason === undefined ? '' : ' by its bzImage';
  const booted = boot.bootedAt === undefined ? `boot ${formatDuration(boot.durationMs)}${form}` : 'booted earlier';
  return [[booted, ...each].join(', then '), ...each];
}

function alignRows(rows: readonly Row[], { columns, style }: FinalLook): readonly string[] {
  const widest = (text: (row: Row) => string): number => Math.max(0, ...rows.map((row) => textWidth(text(row))));
  const labelWidth = widest(({ label }) => label);
  const countWidth = widest(({ counted }) => counted);
  const room = Math.min(widestMarks, columns - labelWidth - countWidth - 7);
  const drawn = rows.map(({ tests }) => drawMarks(tests, room));
  const markWidths = drawn.map((marks) => marks.reduce((sum, { text }) => sum + textWidth(text), 0));
  const markWidth = Math.max(0, ...markWidths);
  const timingWidth = columns - labelWidth - markWidth - countWidth - 10;
  return rows.map(({ label, counted, timings }, index) => {
    const marks = (drawn[index] ?? []).map(({ mark, text }) => paintMark(mark, text, style)).join('');
    const filled = marks + ' '.repeat(markWidth - (markWidths[index] ?? 0));
    const timing = timings.find((text) => textWidth(text) <= timingWidth) ?? '';
    const columns = [padWidth(label, labelWidth), filled, padWidth(counted, countWidth), style.dim(timing)];
    return `  ${columns.join('   ')}`.trimEnd();
  });
}

function leftOut(rows: readonly Row[], notOk: number): readonly string[] {
  if (rows.length === 0) return [];
  return [`  and ${rows.length} more cells, ${notOk === 0 ? 'all as expected' : `${notOk} of them not as expected`}`];
}
