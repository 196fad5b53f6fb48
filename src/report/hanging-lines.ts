import { plainText } from './escape-text.ts';
import { wrapWords } from './text-width.ts';

/** Text behind a label, wrapped; what follows the first line stands below where it began. */
export function hangingLines(label: string, text: string, columns: number): readonly string[] {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text)
    .split('\n')
    .flatMap((line) => wrapWords(line, width));
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}
