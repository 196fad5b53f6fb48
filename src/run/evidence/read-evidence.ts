import { join } from 'node:path';
import { readTextInside } from '../../host/files/read-inside.ts';
import type { SweepBaseline } from '../../plan/plan.ts';
import { maxLogBytes } from './evidence.ts';
import { postMortemFiles } from './record-post-mortem.ts';
import type { EvidenceTexts, PointTexts, PostMortemTexts, RunRecord } from './run-record.ts';

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

/** Reads what a point of a sweep is compared by, with the same limits. */
export function readPointTexts(
  resultsDirectory: string,
  { timelinePath, stages }: Pick<RunRecord, 'timelinePath' | 'stages'>,
  { console, logs }: SweepBaseline,
): PointTexts {
  const read = (path: string): string | undefined => readTextInside(resultsDirectory, path, maxLogBytes);
  const usual = [console, ...logs].map(read);
  return {
    timeline: timelinePath === undefined ? '' : (read(timelinePath) ?? ''),
    logs: stages.map(({ name, log }) => ({ stage: name, text: read(log) ?? '' })),
    ...(usual.includes(undefined) ? {} : { baseline: { console: usual[0] ?? '', logs: usual.slice(1).join('\n') } }),
  };
}
