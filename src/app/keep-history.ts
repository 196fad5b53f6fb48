import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { secretToken } from '../host/clock.ts';
import { movePath, writeFileAt } from '../host/files/file-changes.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { readTextInside } from '../host/files/read-inside.ts';
import { removeTree } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import { renderBadge } from '../report/history/badge.ts';
import { mainBranch, viewBranch } from '../report/history/branch-view.ts';
import { fitHistory } from '../report/history/fit-history.ts';
import { kernelSupport, supportWords } from '../report/history/kernel-support.ts';
import { historyMark, renderHistory } from '../report/history/render-history.ts';
import { type HistoryRecord, historyRecord, parseHistory, type RunOrigin } from '../results/history/history-record.ts';
import { findResults, historyName, type NamedDirectory, readRecords, recordBudget } from './find-history.ts';
import { RunRefused } from './load-suites.ts';
import { readResults } from './merge-directories.ts';

export interface HistoryRequest {
  readonly from: readonly NamedDirectory[];
  /** Its records stay, whether it is in `from` or not. */
  readonly site: NamedDirectory;
  /** What new results are of. Called once at most. */
  readonly findOrigin: () => Promise<RunOrigin>;
  readonly version: string;
}

export interface KeptHistory {
  readonly runs: number;
  readonly added: number;
  readonly commits: number;
  /** `edu: 5 kernels ok / 1 fails` */
  readonly verdict: string;
  /** What could not be read, and why. */
  readonly problems: readonly string[];
}

/**
 * Adds runs to a site and writes its page. A run that is there already is not added again. No record is removed or
 * changed, so two jobs that add runs at once do not lose any. @throws RunRefused when there is nothing to show, or the
 * site belongs to somebody else
 */
export async function keepHistory({ from, site, findOrigin, version }: HistoryRequest): Promise<KeptHistory> {
  refuseForeign(site);
  const budget = recordBudget();
  const kept = readRecords(site, budget);
  const others = from.filter(({ directory }) => directory !== site.directory);
  const given = others.map((at) => ({ at, results: findResults(at), ...readRecords(at, budget) }));
  const made = await makeRecords(
    given.flatMap(({ results }) => results),
    findOrigin,
  );
  const silent = given.filter((one) => one.records.length + one.problems.length + one.results.length === 0);
  const problems = [
    ...kept.problems,
    ...given.flatMap((one) => one.problems),
    ...made.problems,
    ...silent.map(({ at: { name } }) => `${name}: expected the results of runs, found none`),
  ];
  const before = new Map(kept.records.map(({ record, text }) => [recordName(record), { record, text }]));
  const records = new Map(before);
  const incoming = given.flatMap((one) => one.records).sort((a, b) => (a.text < b.text ? -1 : 1));
  for (const found of [...incoming, ...made.records]) {
    const name = recordName(found.record);
    if (!records.has(name)) records.set(name, found);
  }
  if (records.size === 0) throw new RunRefused([...problems, 'There is no run to show.'].join('\n'));
  const added = [...records].filter(([name]) => !before.has(name));
  const page = pageOf(
    [...records.values()].map(({ record }) => record),
    version,
  );
  writeSite(site, {
    ...page.files,
    ...Object.fromEntries(added.map(([name, { text }]) => [join(historyName, name), text])),
  });
  return { runs: records.size, added: added.length, commits: page.commits, verdict: page.verdict, problems };
}

interface NewRecords {
  readonly records: readonly { readonly record: HistoryRecord; readonly text: string }[];
  readonly problems: readonly string[];
}

async function makeRecords(
  directories: readonly NamedDirectory[],
  findOrigin: HistoryRequest['findOrigin'],
): Promise<NewRecords> {
  if (directories.length === 0) return { records: [], problems: [] };
  const origin = await findOrigin();
  const made = directories.map(({ name, directory }) => {
    const { parsed } = readResults(directory, name);
    if (parsed.kind === 'problem') return { kind: 'problem', message: parsed.message } as const;
    const text = `${JSON.stringify(historyRecord(parsed.results, origin))}\n`;
    if (text.length > bounds.history.recordBytes)
      return { kind: 'problem', message: `${name}: has more tests than a history can keep` } as const;
    // A record that could not be read later is not written.
    const read = parseHistory(text, name);
    return read.kind === 'mismatch'
      ? ({ kind: 'problem', message: read.message } as const)
      : ({ kind: 'record', record: read.value, text } as const);
  });
  return {
    records: made.filter((one) => one.kind === 'record'),
    problems: made.flatMap((one) => (one.kind === 'problem' ? [one.message] : [])),
  };
}

/**
 * The name of a record's file: the time of the run and a digest of what it found. The same run has the same name, even
 * if it is said to be of another commit; different runs have different names, wherever they were recorded.
 */
export function recordName({ commit: _, branch: __, commitsAt: ___, ...run }: HistoryRecord): string {
  const time = run.startedAt.replace(/[-:]|\.\d+/g, '');
  return `${time}-${sha256Of(JSON.stringify(run)).slice(0, 16)}.json`;
}

function pageOf(
  records: readonly HistoryRecord[],
  version: string,
): { readonly files: Readonly<Record<string, string>>; readonly commits: number; readonly verdict: string } {
  const data = fitHistory(records, version);
  const words = supportWords(kernelSupport(viewBranch(data, mainBranch(data))));
  return {
    // GitHub Pages would run a program over every file if .nojekyll was not there.
    files: { 'index.html': renderHistory(data), 'badge.svg': renderBadge(words), '.nojekyll': '' },
    commits: data.commits.length,
    verdict: `${words.label}: ${words.message}`,
  };
}

function refuseForeign({ name, directory }: NamedDirectory): void {
  const kind = kindOfFile(directory);
  if (kind !== 'nothing' && kind !== 'directory')
    throw new RunRefused(`${name} is not a directory: choose another with --out.`);
  if (kind === 'nothing' || kindOfFile(join(directory, 'index.html')) === 'nothing') return;
  const page = readTextInside(directory, 'index.html', 2000);
  if (page?.includes(historyMark) !== true)
    throw new RunRefused(`${name} has a page of somebody else, index.html: choose another directory with --out.`);
}

/** Records first: a page without its records would lose runs. */
function writeSite({ name, directory }: NamedDirectory, files: Readonly<Record<string, string>>): void {
  const inOrder = Object.entries(files).sort(([a], [b]) => Number(isPage(a)) - Number(isPage(b)));
  try {
    for (const [path, text] of inOrder) writeWhole(join(directory, path), text);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new RunRefused(`${name} cannot be written: ${error.message}`);
  }
}

function isPage(path: string): boolean {
  return !path.startsWith(`${historyName}/`);
}

/** Under a name of its own first, so that nobody sees half a file, and two writers do not meet. */
function writeWhole(path: string, text: string): void {
  const draft = `${path}.${secretToken()}.part`;
  try {
    writeFileAt(draft, text);
    movePath(draft, path);
  } catch (error) {
    removeTree(draft);
    throw error;
  }
}
