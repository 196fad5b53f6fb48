import { bounds } from '../bounds/bounds.ts';
import { wording } from './problem-wording.ts';
import { splitShellWords } from './shell-words.ts';
import { isLegalName } from './suite-entries.ts';
import type { Report, Wording } from './suite-problem.ts';
import type { TestRow } from './suite.ts';
import { linesOf, type TextFile } from './text-file.ts';

type Complain = (words: Wording) => void;

/** A line of the table, split into words. */
interface TableLine {
  readonly number: number;
  readonly words: readonly string[];
}

/**
 * `info/each`: a table, shell-quoted. The first line names the columns, each further line is a row. The first column
 * names the row. Empty when a problem was reported.
 */
export function parseEach(file: TextFile, report: Report): readonly TestRow[] {
  const lines = tableLines(file, report);
  const [head, ...body] = lines;
  if (head === undefined) {
    report(file.path, 1, wording.emptyTable());
    return [];
  }
  checkColumns(head.words, (words) => report(file.path, head.number, words));
  if (body.length === 0) report(file.path, head.number, wording.noRow());
  if (body.length > bounds.each.rows) report(file.path, undefined, wording.tooManyRows(bounds.each.rows, body.length));
  const named = new Map<string, number>();
  return body.slice(0, bounds.each.rows).map((line) => {
    const complain: Complain = (words) => report(file.path, line.number, words);
    checkRow(line.words, head.words, complain);
    const [name = ''] = line.words;
    const firstLine = named.get(name.toLowerCase());
    if (firstLine !== undefined) complain(wording.repeatedRow(name, firstLine));
    named.set(name.toLowerCase(), firstLine ?? line.number);
    const variables = new Map(head.words.map((column, index) => [column, line.words[index] ?? '']));
    return { name, variables, file: file.path, line: line.number };
  });
}

function tableLines(file: TextFile, report: Report): readonly TableLine[] {
  return linesOf(file).flatMap(({ number, text }) => {
    const parsed = splitShellWords(text);
    if (parsed.kind !== 'words') report(file.path, number, wording.badQuoting(parsed));
    return parsed.kind === 'words' && parsed.words.length > 0 ? [{ number, words: parsed.words }] : [];
  });
}

/** Every stage has these for other purposes. */
const ownVariables: ReadonlySet<string> = new Set(['PATH', 'HOME', 'TERM', 'PWD', 'OLDPWD', 'IFS', 'SHLVL', 'ENV']);

function checkColumns(columns: readonly string[], complain: Complain): void {
  const { columns: limit, nameChars } = bounds.each;
  if (columns.length > limit) complain(wording.tooManyColumns(limit, columns.length));
  for (const [index, column] of columns.entries()) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(column) || column.length > nameChars) complain(wording.badColumn(column));
    else if (ownVariables.has(column) || /^(QDT|LD)_/.test(column)) complain(wording.reservedColumn(column));
    else if (columns.indexOf(column) < index) complain(wording.repeatedColumn(column));
  }
}

function checkRow(values: readonly string[], columns: readonly string[], complain: Complain): void {
  if (values.length !== columns.length) complain(wording.badRow(columns, values));
  const [name = ''] = values;
  if (!isLegalName(name) || name.length > bounds.each.nameChars) complain(wording.badRowName(columns[0] ?? '', name));
  for (const value of values.slice(1)) {
    const reason = whyNoValue(value);
    if (reason !== undefined) complain(wording.badValue(reason, value));
  }
}

/** The guest's agent reads a variable as the rest of a line, without blanks at its end. */
function whyNoValue(value: string): string | undefined {
  if (value.length > bounds.each.valueChars) return `expected at most ${bounds.each.valueChars} characters`;
  if (/[\0-\x1f\x7f]/.test(value)) return 'expected no tabs and no control characters';
  return /\s$/.test(value) ? 'expected no blank at the end' : undefined;
}
