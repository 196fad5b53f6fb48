import { join } from 'node:path';
import { readTextIfThere } from '../host/file-facts.ts';
import { isSystemError } from '../host/system-error.ts';
import { RecordDamaged } from '../record/entry-text.ts';
import { hasRecord } from '../record/read-record.ts';
import { replayRecord } from '../record/replay.ts';
import { parseResults, type ParsedResults } from '../report/parse-results.ts';

/**
 * The results in a directory: a replay of its record, also of a run that was killed; where there is none, as of a
 * merge, its results.json. `name` is what the directory is called in messages.
 */
export function readResults(directory: string, name: string): ParsedResults {
  try {
    return hasRecord(directory)
      ? { kind: 'results', results: replayRecord({ directory, name, unwritten: [] }).results }
      : parsedFile(directory, name);
  } catch (error) {
    if (error instanceof RecordDamaged) return { kind: 'problem', message: error.message };
    if (!isSystemError(error)) throw error;
    return {
      kind: 'problem',
      message: `${join(name, 'results.json')}: expected the results of a run, found ${error.code}`,
    };
  }
}

function parsedFile(directory: string, name: string): ParsedResults {
  const file = join(name, 'results.json');
  const text = readTextIfThere(join(directory, 'results.json'));
  return text === undefined
    ? { kind: 'problem', message: `${file}: expected the results of a run, found no such file` }
    : parseResults(text, file);
}
