import { wording } from './problem-wording.ts';
import { splitShellWords } from './shell-words.ts';
import type { Report } from './suite-problem.ts';
import type { TextFile } from './text-file.ts';

/** The arguments in a shell-quoted file such as `info/qemu-args`; empty when a problem was reported. */
export function parseQuotedWords(file: TextFile, report: Report): readonly string[] {
  const parsed = splitShellWords(file.text);
  if (parsed.kind === 'words') return parsed.words;
  report(file.path, parsed.line, wording.badQuoting(parsed));
  return [];
}
