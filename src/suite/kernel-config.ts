import { type ConfigWish, parseConfigLine } from './config-line.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import { linesOf, type TextFile } from './text-file.ts';

/** Reads a fragment as kbuild's merge_config.sh does: `CONFIG_X=y`, `# CONFIG_X is not set`, and comments. */
export function parseKernelConfig(file: TextFile, report: Report): readonly ConfigWish[] {
  const wishes = new Map<string, ConfigWish>();
  for (const { number, text } of linesOf(file)) {
    const wish = parseConfigLine(text);
    if (wish === 'comment') continue;
    if (wish === undefined) {
      report(file.path, number, wording.badConfigLine(text.trim()));
      continue;
    }
    const earlier = wishes.get(wish.symbol);
    if (earlier !== undefined) report(file.path, number, wording.namedTwice(`CONFIG_${wish.symbol}`, earlier.line));
    else wishes.set(wish.symbol, { ...wish, file: file.path, line: number });
  }
  return [...wishes.values()];
}
