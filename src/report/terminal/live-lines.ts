import { formatDuration } from '../../text/duration.ts';
import { plainLine } from '../../text/escape-text.ts';
import { fitWidth, padWidth, textWidth } from '../../text/text-width.ts';
import { drawMarks, paintMark, type Style } from '../text/style.ts';
import type { CellProgress, Progress, Step } from './progress.ts';

/** The last lines of a terminal, rewritten in place. */
export interface LiveArea {
  /**
   * Prints permanent text, whole lines, above the live lines and draws these again. Writes nothing when nothing
   * changed.
   */
  readonly update: (permanent: string, lines: readonly string[]) => void;
  readonly erase: () => void;
}

export function createLiveArea(write: (text: string) => void): LiveArea {
  let drawn: readonly string[] = [];
  const toTop = (): string => (drawn.length === 0 ? '' : `\x1b[${drawn.length}A\r`);
  return {
    update: (permanent, lines) => {
      if (permanent === '' && sameLines(lines, drawn)) return;
      const body = lines.map((line) => `\x1b[K${line}\n`).join('');
      const above = permanent === '' ? '' : `\x1b[J${permanent}`;
      // Line wrapping is off while drawing: a line that is wider than computed must not move the others.
      write(`${toTop()}${above}\x1b[?7l${body}\x1b[J\x1b[?7h`);
      drawn = lines;
    },
    erase: () => {
      if (drawn.length > 0) write(`${toTop()}\x1b[J`);
      drawn = [];
    },
  };
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

export interface LiveLook {
  readonly style: Style;
  readonly columns: number;
  readonly nowMs: number;
}

// Few enough for the smallest terminal in use, because lines that have scrolled away cannot be rewritten.
const maxSteps = 4;
const maxCells = 8;
const maxNameWidth = 28;
const quickStepMs = 1000;

/** What is going on now, in lines of the terminal's width. A step is shown once it takes a second. */
export function liveLines(progress: Progress, look: LiveLook): readonly string[] {
  const slow = progress.steps.filter(({ sinceMs }) => look.nowMs - sinceMs >= quickStepMs).slice(0, maxSteps);
  return [...slow.map((step) => stepLine(step, look)), ...cellLines(progress, look), ...totalLines(progress, look)];
}

function stepLine({ what, activity, sinceMs, detail }: Step, { style, columns, nowMs }: LiveLook): string {
  const far = detail === undefined ? '' : `: ${plainLine(detail)}`;
  return style.dim(fitWidth(`  ${plainLine(activity)} ${plainLine(what)}  ${elapsed(nowMs - sinceMs)}${far}`, columns));
}

function cellLines({ cells }: Progress, look: LiveLook): readonly string[] {
  const all = [...cells];
  if (all.every(([, cell]) => cell.running.size === 0 && cell.ended.length === 0)) return [];
  const busy = all.filter(([, { running }]) => running.size > 0);
  const shown = all.length <= maxCells ? all : busy.slice(0, maxCells);
  const nameWidth = Math.min(maxNameWidth, Math.max(0, ...shown.map(([id]) => textWidth(plainLine(id)))));
  const rows = shown.map(([id, cell]) => cellLine(padWidth(fitWidth(plainLine(id), nameWidth), nameWidth), cell, look));
  const more = all.length - shown.length;
  return more > 0 ? [...rows, look.style.dim(`  and ${more} more cells`)] : rows;
}

function cellLine(name: string, { ended, running }: CellProgress, { style, columns, nowMs }: LiveLook): string {
  const room = columns - textWidth(name) - 6;
  const drawn = drawMarks(ended, Math.floor(room / 2));
  const width = drawn.reduce((sum, { text }) => sum + textWidth(text), 0);
  const tests = [...running].map(([id, sinceMs]) => `${plainLine(id)} ${elapsed(nowMs - sinceMs)}`.trim()).join(', ');
  return (
    `  ${name}  ${drawn.map(({ mark, text }) => paintMark(mark, text, style)).join('')}  ` +
    style.dim(fitWidth(tests, Math.max(1, room - width)))
  ).trimEnd();
}

function totalLines(
  { cells, tests, startedAtMs, lastNotOk }: Progress,
  { style, columns, nowMs }: LiveLook,
): readonly string[] {
  if (startedAtMs === undefined) return [];
  const ended = [...cells.values()].flatMap((cell) => cell.ended);
  const notOk = ended.filter(({ ok }) => !ok).length;
  const counted = `  ${ended.length} of ${tests}`;
  const since = formatWholeSeconds(nowMs - startedAtMs);
  if (lastNotOk === undefined) return [fitWidth(`${counted} · ${since}`, columns)];
  const failed = ` · ${notOk} not as expected, last ${plainLine(lastNotOk.id)} (${plainLine(lastNotOk.outcome)})`;
  return [
    `${counted} · ${since}${style.red(fitWidth(failed, Math.max(1, columns - textWidth(`${counted} · ${since}`))))}`,
  ];
}

// Nothing in the first second: most tests end before anybody could read it.
function elapsed(durationMs: number): string {
  return durationMs < quickStepMs ? '' : formatWholeSeconds(durationMs);
}

function formatWholeSeconds(durationMs: number): string {
  const wholeMs = Math.floor(durationMs / 1000) * 1000;
  return wholeMs < 10_000 ? `${wholeMs / 1000} s` : formatDuration(wholeMs);
}
