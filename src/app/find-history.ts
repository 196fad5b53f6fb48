import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { filesIn, kindOfFile } from '../host/files/file-facts.ts';
import { directoriesInside, readWholeInside } from '../host/files/read-inside.ts';
import { isSystemError } from '../host/system-error.ts';
import { hasRecord } from '../record/read-record.ts';
import { type HistoryRecord, parseHistory } from '../results/history/history-record.ts';

/** The directory of the records in a site. */
export const historyName = 'history';

/** A directory: its name in messages, and its absolute path. */
export interface NamedDirectory {
  readonly name: string;
  readonly directory: string;
}

export interface FoundRecord {
  readonly record: HistoryRecord;
  /** The file as it is. */
  readonly text: string;
}

/** Downloaded artifacts are one or two directories deep. */
const maxDepth = 3;
const maxDirectories = 20_000;

/** All directories with results at or below a directory. Those that have results are not searched further. */
export function findResults(from: NamedDirectory): readonly NamedDirectory[] {
  let looked = 0;
  const search = (at: NamedDirectory, depth: number): readonly NamedDirectory[] => {
    if (++looked > maxDirectories) return [];
    if (hasResults(at)) return [at];
    if (depth === maxDepth) return [];
    return directoriesInside({ directory: at.directory, path: '.' })
      .filter((name) => name !== historyName)
      .flatMap((name) => search({ name: join(at.name, name), directory: join(at.directory, name) }, depth + 1));
  };
  return search(from, 0);
}

/** A directory that cannot be looked into has none. */
function hasResults({ directory }: NamedDirectory): boolean {
  try {
    return hasRecord(directory) || kindOfFile(join(directory, 'results.json')) !== 'nothing';
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** The budget of all records together. */
export interface RecordBudget {
  bytesLeft: number;
  filesLeft: number;
}

export function recordBudget(): RecordBudget {
  return { bytesLeft: bounds.history.totalBytes, filesLeft: bounds.history.files };
}

/** The records in a site. A file that cannot be read costs only itself. */
export function readRecords(
  site: NamedDirectory,
  budget: RecordBudget,
): { readonly records: readonly FoundRecord[]; readonly problems: readonly string[] } {
  const records: FoundRecord[] = [];
  const problems: string[] = [];
  for (const name of recordFiles(site)) {
    const called = join(site.name, historyName, name);
    if (budget.filesLeft-- <= 0) return { records, problems: [...problems, `${called}: there are too many records`] };
    const read = readWholeInside(
      { directory: site.directory, path: `${historyName}/${name}` },
      Math.min(bounds.history.recordBytes, budget.bytesLeft),
    );
    if (read.kind !== 'text') {
      problems.push(`${called}: expected a record, found ${read.kind === 'nothing' ? 'no such file' : read.reason}`);
      continue;
    }
    budget.bytesLeft -= read.bytes;
    const parsed = parseHistory(read.text, called);
    if (parsed.kind === 'mismatch') problems.push(parsed.message);
    else records.push({ record: parsed.value, text: read.text });
  }
  return { records, problems };
}

/** The newest first: their names begin with the time. If there are too many, old ones are left out. */
function recordFiles({ directory }: NamedDirectory): readonly string[] {
  const path = join(directory, historyName);
  try {
    return kindOfFile(path) === 'directory'
      ? filesIn(path)
          .map(({ name }) => name)
          .filter((name) => name.endsWith('.json'))
          .reverse()
      : [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  }
}
