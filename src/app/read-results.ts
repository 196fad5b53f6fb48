import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { readWholeInside } from '../host/read-inside.ts';
import { isSystemError } from '../host/system-error.ts';
import { recordName } from '../record/entries.ts';
import { RecordDamaged } from '../record/entry-text.ts';
import { hasRecord } from '../record/read-record.ts';
import { replayRecord } from '../record/replay.ts';
import { parseResults, type ParsedResults } from '../report/parse-results.ts';

export interface ReadResults {
  readonly parsed: ParsedResults;
  /** Held in memory: how much of a budget it has used. */
  readonly bytes: number;
}

/**
 * The results in a directory: a replay of its record, also of a run that was killed; where there is none, as of a
 * merge, its results.json. `name` is what the directory is called in messages. A file that is a link, a pipe or
 * anything else than a plain file, or larger than `maxBytes`, is a problem of that directory.
 */
export function readResults(directory: string, name: string, maxBytes: number = bounds.results.bytes): ReadResults {
  return hasRecord(directory) ? replayed(directory, name) : parsedFile(directory, name, maxBytes);
}

/** What was recorded stays on the disk, so that it takes nothing of the budget. */
function replayed(directory: string, name: string): ReadResults {
  try {
    return { parsed: { kind: 'results', results: replayRecord({ directory, name, unwritten: [] }).results }, bytes: 0 };
  } catch (error) {
    if (error instanceof RecordDamaged) return { parsed: { kind: 'problem', message: error.message }, bytes: 0 };
    if (!isSystemError(error)) throw error;
    return {
      parsed: {
        kind: 'problem',
        message: `${join(name, recordName)}: expected the record of a run, found ${error.code}`,
      },
      bytes: 0,
    };
  }
}

function parsedFile(directory: string, name: string, maxBytes: number): ReadResults {
  const file = join(name, 'results.json');
  const read = readWholeInside({ directory, path: 'results.json' }, maxBytes);
  const problem = (found: string): ReadResults => ({
    parsed: { kind: 'problem', message: `${file}: expected the results of a run, found ${found}` },
    bytes: 0,
  });
  switch (read.kind) {
    case 'text':
      return { parsed: parseResults(read.text, file), bytes: read.bytes };
    case 'nothing':
      return problem('no such file');
    case 'refused':
      return problem(read.reason);
  }
}
