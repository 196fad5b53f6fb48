import type { OneValueField } from './info-fields.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import { linesOf } from './text-file.ts';
import type { TextFile, TextLine } from './text-file.ts';

/** The one value of a field, without the white space around it; undefined when that was reported as wrong. */
export function readOneValue(file: TextFile, field: OneValueField, report: Report): TextLine | undefined {
  const [value, second] = linesOf(file)
    .map(({ number, text }) => ({ number, text: text.trim() }))
    .filter(({ text }) => text !== '');
  if (value === undefined) {
    report(file.path, 1, wording.emptyField(field));
    return undefined;
  }
  if (second !== undefined) {
    report(file.path, second.number, wording.secondValue(field, second.text));
    return undefined;
  }
  return value;
}
