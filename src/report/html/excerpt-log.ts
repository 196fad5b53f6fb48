import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { withoutKernelPrefix } from '../text/kernel-report.ts';
import type { PageText, TextSegment } from './page-data.ts';

/** What matters most in a log. */
export interface LogFocus {
  /** Kernel reports in the log: first line, counted from 1, and text. */
  readonly reports: readonly { readonly line: number; readonly report: string }[];
}

const maxLines = 1500;
const maxCharacters = 96 * 1024;
const maxLineLength = 2000;
const linesBefore = 120;
const linesAfter = 200;
const maxReports = 8;
const lastLines = 400;
/** Other lines may be mixed into a report. */
const maxGap = 40;

/**
 * The parts of a log that a page shows: its kernel reports with context, and its end. The guest's text is made visible;
 * every gap is marked, and lines keep their numbers.
 */
export function excerptLog(text: string, { reports }: LogFocus): PageText {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const marked = reports
    .slice(0, maxReports)
    .map((report) => markReport(lines, report))
    .filter((range) => range !== undefined);
  const wanted = wantedLines(lines, marked);
  const shown = [...wanted].sort((a, b) => a - b);
  const hasLongLines = shown.some((number) => (lines[number - 1] ?? '').length > maxLineLength);
  return {
    segments: segmentsOf(shown, lines),
    lineCount: lines.length,
    marked,
    ...(hasLongLines ? { note: `Lines are cut after ${maxLineLength} characters.` } : {}),
  };
}

/** First and last line of a report. A report that is not where it should be is not marked. */
function markReport(
  lines: readonly string[],
  { line, report }: LogFocus['reports'][number],
): readonly [number, number] | undefined {
  if (line > lines.length) return undefined;
  let last = line;
  const wanted = report
    .split('\n')
    .map(comparable)
    .filter((text) => text !== '' && !text.endsWith(' [inline]'))
    .map((text) => [text, withoutSource(text)]);
  for (
    let number = line, found = 0;
    number <= lines.length && number - last <= maxGap && found < wanted.length;
    number++
  ) {
    const there = comparable(lines[number - 1] ?? '');
    if (wanted[found]?.some((text) => there.endsWith(text)) !== true) continue;
    last = number;
    found++;
  }
  return [line, last];
}

function comparable(line: string): string {
  return withoutKernelPrefix(plainLine(line.slice(0, maxLineLength)));
}

/** A finding's report names the source of each frame, `func+0x1/0x2 [edu] (driver/edu.c:12)`. The log does not. */
function withoutSource(line: string): string {
  let text = line;
  for (let at = text.lastIndexOf(' ('); at > 0; at = text.lastIndexOf(' (')) {
    if (!/^ \([^()]+:\d+\)$/.test(text.slice(at))) break;
    text = text.slice(0, at);
  }
  return text;
}

/** Line numbers in order of importance, up to the limit. */
function wantedLines(lines: readonly string[], marked: readonly (readonly [number, number])[]): ReadonlySet<number> {
  const wanted = new Set<number>();
  let charactersLeft = maxCharacters;
  const take = (number: number): void => {
    if (number < 1 || number > lines.length || wanted.size >= maxLines || wanted.has(number)) return;
    const cost = Math.min(maxLineLength, (lines[number - 1] ?? '').length) + 1;
    if (cost > charactersLeft) return;
    charactersLeft -= cost;
    wanted.add(number);
  };
  for (const [first, last] of marked) for (let number = first; number <= last; number++) take(number);
  for (let back = 0; back < 40; back++) take(lines.length - back);
  for (const [first, last] of marked) {
    for (let away = 1; away <= linesBefore; away++) take(first - away);
    for (let away = 1; away <= linesAfter; away++) take(last + away);
  }
  for (let back = 40; back < (marked.length === 0 ? maxLines : lastLines); back++) take(lines.length - back);
  return wanted;
}

function segmentsOf(numbers: readonly number[], lines: readonly string[]): readonly TextSegment[] {
  const segments: { readonly first: number; readonly lines: string[] }[] = [];
  for (const number of numbers) {
    const line = shownLine(lines[number - 1] ?? '');
    const open = segments.at(-1);
    if (open !== undefined && open.first + open.lines.length === number) open.lines.push(line);
    else segments.push({ first: number, lines: [line] });
  }
  return segments;
}

/** A serial console ends lines with a carriage return. One inside a line starts a new line with the same number. */
function shownLine(line: string): string {
  return cutLine(plainText(line.slice(0, maxLineLength + 1)).replace(/\n+$/, ''), maxLineLength);
}
