import { join } from 'node:path';
import type { RunListener } from '../event/event.ts';
import { makeParent, movePath, writeFileAt, writePieces } from '../host/files/file-changes.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { withLockOrElse } from '../host/files/file-lock.ts';
import { readTextInside } from '../host/files/read-inside.ts';
import { resultsMark } from '../plan/plan.ts';
import { listDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import { recordName } from '../record/entries.ts';
import type { RecordPlace } from '../record/read-record.ts';
import { type Replay, replayRecord } from '../record/replay.ts';
import { coberturaPieces } from '../report/coverage/cobertura.ts';
import { lcovPieces } from '../report/coverage/lcov.ts';
import { htmlPieces } from '../report/html/render-html.ts';
import { renderJunit } from '../report/junit/junit.ts';
import { renderSummary } from '../report/summary/summary.ts';
import type { BisectResult } from '../results/bisect-result.ts';
import { jsonPieces } from '../results/json.ts';
import type { Results } from '../results/results.ts';
import type { SweepResult } from '../results/sweep-result.ts';
import { maxLogBytes } from '../run/evidence/evidence.ts';
import { RunRefused } from './load-suites.ts';
import { type Renderer, renderSafely, type Unrendered } from './render-safely.ts';

/**
 * Writes new results: prepares the directory, and locks it against other runs until `work` ends. @throws RunRefused
 * when it cannot be used; nothing in it has been touched then
 */
export async function withResultsDirectory<T>(
  directory: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const inUse = (): never => {
    throw new RunRefused(
      `${directory} is in use: another run writes its results there. ` +
        'Wait for it, or choose another directory with --out.',
    );
  };
  const prepareAndWork = async (): Promise<T> => {
    refuseIf(prepareResultsDirectory(directory));
    return await work();
  };
  refuseIf(claim(directory));
  return await withLockOrElse(join(directory, resultsMark), signal, prepareAndWork, inUse);
}

function refuseIf(refusal: string | undefined): void {
  if (refusal !== undefined) throw new RunRefused(refusal);
}

/** Why a directory cannot be claimed; undefined: it is claimed and has our mark. */
function claim(directory: string): string | undefined {
  return attempt(directory, () => refuseForeign(directory) ?? leaveMark(directory));
}

/**
 * Prepares the directory for new results: removes those of the last run, so that they are not mistaken for new ones.
 * Returns why it cannot be used; undefined: it can.
 */
export function prepareResultsDirectory(directory: string): string | undefined {
  return attempt(directory, () => refuseForeign(directory) ?? emptyOurs(directory));
}

function attempt(directory: string, work: () => string | undefined): string | undefined {
  try {
    return work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `${directory} cannot be used (${error.message}): choose another with --out.`;
  }
}

function refuseForeign(directory: string): string | undefined {
  const kind = kindOfFile(directory);
  if (kind === 'nothing') return undefined;
  if (kind !== 'directory') return `${directory} is not a directory: choose another with --out.`;
  const names = listDirectory(directory);
  return names.length === 0 || names.includes(resultsMark)
    ? undefined
    : `${directory} holds files that are not results: empty it, or choose another directory with --out.`;
}

/**
 * The mark is written first and stays, so that a half-emptied directory is still known as ours. The last run's
 * record and results.json are removed first: if we are killed in between, they are not mistaken for this run's.
 */
function emptyOurs(directory: string): undefined {
  leaveMark(directory);
  for (const name of [recordName, 'results.json', ...listDirectory(directory)])
    if (name !== resultsMark) removeTree(join(directory, name));
}

/**
 * Writes the mark again. Somebody who removed the directory during the run removed the mark, too, and the next run
 * needs it. Returns the problems, one sentence each.
 */
export function restoreMark(directory: string): readonly string[] {
  return problemsOf(resultsMark, () => leaveMark(directory));
}

function problemsOf(name: string, write: () => void): readonly string[] {
  try {
    write();
    return [];
  } catch (error) {
    return [`${name} could not be written: ${isSystemError(error) ? error.message : ourWords(error)}`];
  }
}

function leaveMark(directory: string): undefined {
  writeFileAt(
    join(directory, resultsMark),
    'Results of qemu-driver-test. The next run with the same --out replaces them.\n',
  );
}

/**
 * Writes the results and all reports. A report that cannot be written does not affect the others, and neither does a
 * test that cannot be shown. Returns the problems, one text each.
 */
export function writeResults(directory: string, results: Results): readonly string[] {
  const readLog = logReader(directory);
  const reports: Readonly<Record<string, Renderer>> = {
    'results.json': jsonPieces,
    'junit.xml': (all) => [renderJunit(all)],
    'summary.md': (all) => [renderSummary(all, { readLog })],
    'report.html': (all) => htmlPieces(all, { readLog, filesAt: '' }),
    ...coverageReports(results),
  };
  return Object.entries(reports).flatMap(([name, render]) => {
    const problems: string[] = [];
    const onUnrendered = ({ test, error }: Unrendered): void =>
      void problems.push(`${name} cannot show ${test.id} in ${test.cell}: ${ourWords(error)}`);
    const use = (pieces: Iterable<string>): void => writeWhole(join(directory, name), pieces);
    return [...problemsOf(name, () => renderSafely(results, { render, use, onUnrendered })), ...problems];
  });
}

/** For other programs. Nothing was measured: there are none. */
function coverageReports({ coverage }: Results): Readonly<Record<string, Renderer>> {
  if (coverage === undefined || coverage.files.length === 0) return {};
  return {
    'coverage/lcov.info': (all) => lcovPieces(all, coverage),
    'coverage/cobertura.xml': (all) => coberturaPieces(all, coverage),
  };
}

function ourWords(error: unknown): string {
  return `Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

/** Also into the summary of the run. @throws SystemError that names the file */
export function writeSweep(directory: string, sweep: SweepResult, results: Results): void {
  writeWhole(join(directory, 'sweep.json'), [`${JSON.stringify(sweep, undefined, 2)}\n`]);
  writeWhole(join(directory, 'summary.md'), [renderSummary(results, { readLog: logReader(directory), sweep })]);
}

/** @throws SystemError that names the file */
export function writeBisect(directory: string, bisect: BisectResult, log: string): void {
  writeWhole(join(directory, 'bisect.json'), [`${JSON.stringify(bisect, undefined, 2)}\n`]);
  writeWhole(join(directory, 'bisect.log'), [log]);
}

/** Reads the logs of results by path, but nothing outside the directory. */
export function logReader(directory: string): (path: string) => string | undefined {
  return (path) => readTextInside(directory, path, maxLogBytes);
}

/** Writes all or nothing: a file that was cut by a full disk would be mistaken for results. */
function writeWhole(path: string, pieces: Iterable<string>): void {
  const part = `${path}.part`;
  try {
    makeParent(path);
    writePieces(part, pieces);
    movePath(part, path);
  } catch (error) {
    removeTree(part);
    if (isSystemError(error)) error.message = `${path}: ${error.message}`;
    throw error;
  }
}

/**
 * Replays a record and writes all reports beside it. A report that cannot be written is reported, and the run is not ok
 * then. @throws RecordDamaged @throws SystemError when the record cannot be read
 */
export function reportRecord(place: RecordPlace, listener: RunListener): Replay {
  const replay = replayRecord(place);
  const problems = [...restoreMark(place.directory), ...writeResults(place.directory, replay.results)];
  for (const message of problems) listener({ kind: 'warning', message });
  const { exitStatus } = replay.results;
  return problems.length === 0 || exitStatus !== 0
    ? replay
    : { ...replay, results: { ...replay.results, exitStatus: 1 } };
}
