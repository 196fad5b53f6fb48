import { join, relative } from 'node:path';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { packDump } from './memory-dump.ts';
import type { PostMortem } from './post-mortem.ts';
import type { PostMortemRecord } from './run-record.ts';

export interface PostMortemPlace {
  readonly resultsDirectory: string;
  /** The test's directory. */
  readonly directory: string;
}

export interface WrittenPostMortem {
  readonly record: PostMortemRecord;
  /** What is missing, and why. */
  readonly notes: readonly string[];
}

const tailLines = 50;

/** The files below `postmortem/` that a judge reads again. */
export const postMortemFiles = { registersFile: 'registers.txt', consoleFile: 'console.log' } as const;

/** Writes the evidence to `postmortem/`, with the console's last lines before it. Empty parts get no file. */
export async function recordPostMortem(
  { registers, console, memory, notes }: PostMortem,
  lastConsole: string,
  { directory, resultsDirectory }: PostMortemPlace,
): Promise<WrittenPostMortem> {
  const { registersFile, consoleFile } = postMortemFiles;
  const files = Object.entries({
    [registersFile]: registers,
    [consoleFile]: console.text,
    'last-lines.log': lastLines(lastConsole),
  })
    .filter(([, text]) => text !== '')
    .map(([name, text]) => {
      const path = join(directory, 'postmortem', name);
      writeFileAt(path, text);
      return relative(resultsDirectory, path);
    });
  const dump = memory && (await packDump(memory));
  return {
    record: { files: [...files, ...(dump?.kind === 'dump' ? [relative(resultsDirectory, dump.path)] : [])] },
    notes: [...notes, ...(dump?.kind === 'none' ? [`no memory dump: ${dump.reason}`] : [])],
  };
}

function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n').slice(-tailLines);
  return lines.join('\n') === '' ? '' : `${lines.join('\n')}\n`;
}
