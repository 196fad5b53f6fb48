import { join } from 'node:path';
import { readTextInside } from '../../host/files/read-inside.ts';
import { maxLogBytes } from './evidence.ts';
import { postMortemFiles } from './record-post-mortem.ts';
import type { EvidenceTexts, PostMortemTexts, RunRecord } from './run-record.ts';

/**
 * Reads the files of a record, with size limits. A file that does not exist, or is outside the results, counts as
 * empty, because the record may come from somebody else.
 */
export function readEvidence(
  resultsDirectory: string,
  { consolePath, stages, directory, postMortem }: RunRecord,
): EvidenceTexts {
  const read = (path: string): string => readTextInside(resultsDirectory, path, maxLogBytes) ?? '';
  const run = stages.find(({ name }) => name === 'run');
  return {
    console: consolePath === undefined ? '' : read(consolePath),
    runOutput: run === undefined ? '' : read(run.log),
    ...(postMortem === undefined ? {} : { postMortem: readPostMortemTexts(join(directory, 'postmortem'), read) }),
  };
}

function readPostMortemTexts(directory: string, read: (path: string) => string): PostMortemTexts {
  const { registersFile, consoleFile } = postMortemFiles;
  return { registers: read(join(directory, registersFile)), console: read(join(directory, consoleFile)) };
}
