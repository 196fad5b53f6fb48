import { asObject } from '../bounds/parse-json.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import type { AssetStore } from '../provision/store/store.ts';
import type { Replay } from '../record/replay.ts';
import type { Suite } from '../suite/suite.ts';

/** The duration of each test in its last run on this host, in milliseconds. */
export interface DurationRecord {
  readonly durationMsOf: (planned: PlannedTest) => number | undefined;
}

/** By cell name, then by test name. */
type SuiteDurations = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * Reads the durations of earlier runs. They only decide the order, so missing or malformed ones are ignored. @throws
 * ProvisionError when the store cannot be read
 */
export function readDurations(store: AssetStore, tests: readonly PlannedTest[]): DurationRecord {
  const known = new Map(
    [...suitesOf(tests)].map((suite) => [suite, parseDurations(store.readDocument(documentName(suite)))]),
  );
  return { durationMsOf: ({ cell, suite, test }) => known.get(suite)?.[cell.id]?.[test.name] };
}

/** The duration of one test. */
export interface TimedTest {
  readonly planned: PlannedTest;
  readonly durationMs: number;
}

/**
 * Adds the durations of a run. Those of other tests and cells of the suite stay; those of deleted tests are removed.
 * @throws ProvisionError when the store cannot be written
 */
export function recordDurations(store: AssetStore, timed: readonly TimedTest[]): void {
  for (const suite of suitesOf(timed.map(({ planned }) => planned))) {
    const own = timed.filter(({ planned }) => planned.suite === suite);
    store.writeDocument(documentName(suite), {
      directory: suite.directory,
      durationMs: mergeTimes(suite, parseDurations(store.readDocument(documentName(suite))), own),
    });
  }
}

/** Saves durations for the next run's order. A test that did not finish says nothing about its duration. */
export function keepDurations({ tests }: Plan, replay: Replay, { store, progress }: ProvisionContext): void {
  const ended = tests.flatMap((planned, index) => {
    const durationMs =
      planned.sweep === undefined
        ? replay.tests[index]?.attempts.findLast(({ ranMs }) => ranMs !== undefined)?.ranMs
        : undefined;
    return durationMs === undefined ? [] : [{ planned, durationMs }];
  });
  try {
    recordDurations(store, ended);
  } catch (error) {
    // A problem with the store does not affect the results.
    if (!(error instanceof ProvisionError) && !isSystemError(error)) throw error;
    progress({
      kind: 'warning',
      message: `The durations of the tests could not be saved for the next run's order. ${error.message}`,
    });
  }
}

/** More cells than anybody uses. Without a limit, old names would stay for ever. */
const maxCells = 100;

function mergeTimes(suite: Suite, before: SuiteDurations, timed: readonly TimedTest[]): SuiteDurations {
  const names = new Set(suite.tests.map(({ name }) => name));
  const cells = new Map(
    Object.entries(before).map(([cell, times]) => [
      cell,
      Object.fromEntries(Object.entries(times).filter(([name]) => names.has(name))),
    ]),
  );
  for (const { planned, durationMs } of timed) {
    const times = { ...cells.get(planned.cell.id), [planned.test.name]: Math.round(durationMs) };
    // Moved to the end, so that the least recently used cells are first and get removed first.
    cells.delete(planned.cell.id);
    cells.set(planned.cell.id, times);
  }
  return Object.fromEntries([...cells].slice(-maxCells));
}

function suitesOf(tests: readonly PlannedTest[]): ReadonlySet<Suite> {
  return new Set(tests.map(({ suite }) => suite));
}

/** A suite is identified by its path. */
function documentName(suite: Suite): string {
  return `durations/${sha256Of(suite.directory).slice(0, 32)}`;
}

function parseDurations(document: unknown): SuiteDurations {
  const cells = asObject(asObject(document)?.['durationMs']) ?? {};
  return Object.fromEntries(Object.entries(cells).map(([cell, times]) => [cell, numbersIn(asObject(times) ?? {})]));
}

function numbersIn(times: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(times).flatMap(([name, time]): (readonly [string, number])[] =>
      typeof time === 'number' && time >= 0 ? [[name, time]] : [],
    ),
  );
}
