import type { PageText, TextSegment } from '../page-data.ts';
import { element, fileAnchor } from './element.ts';
import type { Page } from './page.ts';

/** A log whose lines can be linked to. */
export interface LogView {
  readonly element: HTMLElement;
  /** Scrolls to a line and marks it; false when the line is not shown. */
  readonly goTo: (line: number) => boolean;
}

export interface LogSource {
  readonly title: string;
  readonly path: string;
  readonly text: PageText;
  readonly test: number;
}

/** An excerpt of a log. Kernel reports are highlighted, and gaps are marked. */
export function createLogView({ title, path, text, test }: LogSource, page: Page): LogView {
  const rows = new Map<number, HTMLElement>();
  const lines = element('div', { class: 'lines', tabindex: '0', role: 'region', 'aria-label': title });
  let next = 1;
  for (const segment of text.segments) {
    lines.append(...gap(segment.first - next), ...segmentRows(segment, { path, text, test, rows }, page));
    next = segment.first + segment.lines.length;
  }
  lines.append(...gap(text.lineCount - next + 1));
  if (text.lineCount === 0) lines.append(element('p', { class: 'gap' }, 'The log is empty.'));
  const caption = element(
    'figcaption',
    {},
    element('strong', {}, title),
    fileAnchor(path, page),
    element(
      'span',
      { class: 'soft' },
      [`${text.lineCount} lines`, text.note].filter((part) => part !== undefined).join(' · '),
    ),
  );
  let current: HTMLElement | undefined;
  return {
    element: element('figure', { class: 'log' }, caption, lines),
    goTo: (line) => {
      current?.removeAttribute('aria-current');
      current = rows.get(line);
      current?.setAttribute('aria-current', 'true');
      if (current !== undefined) lines.scrollTop = current.offsetTop - lines.clientHeight / 3;
      return current !== undefined;
    },
  };
}

interface RowContext {
  readonly path: string;
  readonly text: PageText;
  readonly test: number;
  readonly rows: Map<number, HTMLElement>;
}

function segmentRows(
  { first, lines }: TextSegment,
  { path, text, test, rows }: RowContext,
  page: Page,
): readonly HTMLElement[] {
  return lines.map((line, index) => {
    const number = first + index;
    const isMarked = text.marked.some(([from, to]) => number >= from && number <= to);
    const isHead = text.marked.some(([from]) => number === from);
    const href = page.addressOf({ kind: 'test', test, line: { path, number } });
    const row = element(
      'div',
      { class: `line${isMarked ? ' marked' : ''}${isHead ? ' head' : ''}` },
      element('a', { class: 'number', href, tabindex: '-1', 'aria-label': `Line ${number}` }, String(number)),
      element('span', { class: 'text' }, line),
    );
    rows.set(number, row);
    return row;
  });
}

function gap(count: number): readonly HTMLElement[] {
  return count <= 0
    ? []
    : [
        element(
          'p',
          { class: 'gap' },
          `${count} ${count === 1 ? 'line' : 'lines'} left out; the file has the whole log.`,
        ),
      ];
}
