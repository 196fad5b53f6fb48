import { bounds } from '../bounds/bounds.ts';
import { splitAtStamps } from './console-line.ts';

/** Lines in which the kernel says why it does not load a module. Their words are stable since Linux 2.6. */
const refusals: readonly RegExp[] = [
  /^[\w-]{1,56}: Unknown symbol \S{1,512} \(err -?\d{1,5}\)$/,
  /^[\w-]{1,56}: disagrees about version of symbol \S{1,512}$/,
  /^[\w-]{1,56}: version magic '[^']{1,200}' should be '[^']{1,200}'$/,
  /^[\w-]{1,56}: exports duplicate symbol \S{1,512} \(owned by [\w-]{1,56}\)$/,
];

const maxTold = 4;

/** Why the kernel did not load a module, in its own words; empty: it did not refuse one. */
export function moduleRefusals(consoleText: string): readonly string[] {
  const found = new Set<string>();
  for (const line of consoleText.split('\n')) {
    for (const { text } of splitAtStamps(line.slice(0, bounds.lines.headerChars))) {
      const words = text.trim();
      if (refusals.some((pattern) => pattern.test(words))) found.add(words);
    }
  }
  const all = [...found];
  return all.length > maxTold ? [...all.slice(0, maxTold), `and ${all.length - maxTold} more such lines`] : all;
}
