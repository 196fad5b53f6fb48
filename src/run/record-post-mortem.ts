import { join, relative } from 'node:path';
import { writeFileAt } from '../host/file-changes.ts';
import type { PostMortem } from './post-mortem.ts';
import type { PostMortemRecord } from './run-record.ts';

export interface PostMortemPlace {
  readonly resultsDirectory: string;
  /** Of the test. */
  readonly directory: string;
}

const tailLines = 50;

/** Writes what was found out into `postmortem/`, with the console's last lines before it; what is empty has no file. */
export function recordPostMortem({ registers, console }: PostMortem, consoleText: string, { directory, resultsDirectory }: PostMortemPlace): PostMortemRecord {
  const answers = console.text;
  const files = Object.entries({ 'registers.txt': registers, 'console.log': answers, 'last-lines.log': lastLines(consoleText) })
    .filter(([, text]) => text !== '')
    .map(([name, text]) => {
      const path = join(directory, 'postmortem', name);
      writeFileAt(path, text);
      return relative(resultsDirectory, path);
    });
  return { files, registers, consoleText: answers };
}

function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n').slice(-tailLines);
  return lines.join('\n') === '' ? '' : `${lines.join('\n')}\n`;
}
