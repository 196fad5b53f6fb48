import { parseConsoleLine } from '../console-line.ts';
import { TextLines } from '../text-lines.ts';
import { KtapReader } from './ktap-reader.ts';
import { summarise, type Ktap } from './ktap-tree.ts';

export type { Ktap } from './ktap-tree.ts';

/**
 * Reads (K)TAP: KUnit's from a kernel log, kselftest's, and TAP 13 and 14 of any program.
 * Whatever else stands between the lines is ignored.
 */
export function parseKtap(text: string): Ktap {
  const reader = new KtapReader();
  const strip = createPrefixStripper();
  const lines = new TextLines((line) => {
    for (const message of strip(line)) reader.take(message);
  });
  lines.push(text);
  lines.end();
  return summarise(reader.finish());
}

const version = /K?TAP version \d+\s*$/;

/** Takes off the kernel's time stamps, and whatever other prefix stands before the version line too. */
function createPrefixStripper(): (line: string) => readonly string[] {
  let prefix = '';
  return (line) =>
    parseConsoleLine(line).map(({ text }) => {
      const before =
        prefix === '' && text.includes('TAP version ') ? text.slice(0, Math.max(text.search(version), 0)) : '';
      if (before.trim() !== '' && !/^\s*#/.test(before)) prefix = before;
      return prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
    });
}
