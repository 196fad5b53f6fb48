import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import { parseJson } from '../../bounds/parse-json.ts';
import { plainLine } from '../../text/escape-text.ts';
import { addressOfCommits, history } from '../formats/history-format.ts';
import { type Reading, readAs } from '../formats/read.ts';
import type { Read } from '../formats/values.ts';
import { coverageFigures } from '../hardware/coverage-figures.ts';
import { isNotRunIn } from '../not-run.ts';
import type { CellResult, Results, TestResult } from '../results.ts';
import { releaseWords } from '../kernel-release.ts';
import { letterOf, letterOfKind } from './letters.ts';

/** One run as the history keeps it. `formats/history-format.ts` describes each field. */
export interface HistoryRecord extends Read<typeof history> {}
export type HistoryCell = HistoryRecord['cells'][number];
export type HistoryCrash = NonNullable<HistoryRecord['crashes']>[number];

/** What was tested, which results.json does not say. */
export interface RunOrigin {
  /** Lower-case hexadecimal. */
  readonly commit: string;
  readonly branch?: string;
  /** The address of a commit, without its id. */
  readonly commitsAt?: string;
}

/** Whether it can be the address of a commit, without its id. */
export function isAddress(text: string): boolean {
  return addressOfCommits.test(text);
}

/** The record of a run. It is a few hundred bytes, plus a few for each test in each cell. */
export function historyRecord(results: Results, { commit, branch, commitsAt }: RunOrigin): HistoryRecord {
  const tests = [...new Set(results.tests.map(({ id }) => id))];
  const isNotRun = isNotRunIn(results);
  const byPlace = new Map(
    results.tests.filter((test) => !isNotRun(test)).map((test) => [placeOf(test.cell, test.id), test]),
  );
  const crashes = crashesIn(results, tests);
  const coverage = coverageOf(results);
  return {
    schema: 'qemu-driver-test/history/1',
    tool: results.tool,
    commit,
    ...(branch === undefined ? {} : { branch: shown(branch) }),
    ...(commitsAt === undefined ? {} : { commitsAt }),
    startedAt: results.startedAt,
    durationMs: Math.round(results.durationMs),
    accelerator: results.host.accelerator,
    tests,
    cells: results.cells.map((cell) =>
      recordCell(
        cell,
        tests.map((id) => byPlace.get(placeOf(cell.id, id))),
      ),
    ),
    ...(crashes.length === 0 ? {} : { crashes }),
    ...(coverage.length === 0 ? {} : { coverage }),
  };
}

function placeOf(cell: string, test: string): string {
  return `${cell}/${test}`;
}

function recordCell({ id, kernel, machine }: CellResult, tests: readonly (TestResult | undefined)[]): HistoryCell {
  return {
    id,
    kernel: shown(kernel.spec),
    release: releaseWords(kernel),
    machine: machine.name,
    outcomes: tests.map((test) => (test === undefined ? letterOfKind['not run'] : letterOf(test))).join(''),
    durationsMs: tests.map((test) => Math.round(test?.durationMs ?? 0)),
  };
}

/** The kernel reports of boots, and of tests that are not as expected, by fingerprint. */
function crashesIn({ cells, tests }: Results, ids: readonly string[]): readonly HistoryCrash[] {
  const cellIndex = new Map(cells.map(({ id }, index) => [id, index]));
  const testIndex = new Map(ids.map((id, index) => [id, index]));
  const places = [
    ...cells.map(({ id, boot }) => ({ cell: id, test: undefined, findings: boot.findings })),
    ...tests.filter(({ ok }) => !ok).map(({ id, cell, findings }) => ({ cell, test: id, findings })),
  ];
  const found = new Map<string, { title: string; cells: Set<number>; tests: Set<number> }>();
  for (const { cell, test, findings } of places)
    for (const { fingerprint, title } of findings) {
      const crash = found.get(fingerprint) ?? { title, cells: new Set(), tests: new Set() };
      found.set(fingerprint, crash);
      crash.cells.add(cellIndex.get(cell) ?? 0);
      if (test !== undefined) crash.tests.add(testIndex.get(test) ?? 0);
    }
  return [...found].slice(0, bounds.history.crashes).map(([fingerprint, crash]) => ({
    fingerprint: cutText(fingerprint, bounds.history.shownChars),
    title: shown(crash.title),
    cells: [...crash.cells],
    tests: [...crash.tests],
  }));
}

/** Registers of device models. */
function coverageOf({ hardware = [] }: Results): NonNullable<HistoryRecord['coverage']> {
  return hardware.slice(0, bounds.history.crashes).map(({ suite, model, coverage }) => {
    const { touched, all } = coverageFigures(coverage).registers;
    return { name: shown(`${suite}: registers of ${model}`), touched, all };
  });
}

function shown(text: string): string {
  return cutText(plainLine(text), bounds.history.shownChars);
}

/** Reads back a record, which others may have changed. `called` is the file's name in messages. */
export function parseHistory(text: string, called: string): Reading<HistoryRecord> {
  const parsed = parseJson(text, bounds.history);
  if (parsed.kind === 'problem') return { kind: 'mismatch', message: `${called}: ${parsed.reason}` };
  const reading = readAs(history, parsed.value, called);
  if (reading.kind === 'mismatch') return reading;
  const contradiction = contradictionIn(reading.value);
  return contradiction === undefined ? reading : { kind: 'mismatch', message: `${called}: ${contradiction}` };
}

function contradictionIn({ tests, cells, crashes = [], startedAt }: HistoryRecord): string | undefined {
  if (Number.isNaN(Date.parse(startedAt))) return 'startedAt: there is no such time';
  if (new Set(tests).size < tests.length) return 'tests: one of them is there twice';
  if (new Set(cells.map(({ id }) => id)).size < cells.length) return 'cells: two of them have the same id';
  const uneven = cells.findIndex(
    ({ outcomes, durationsMs }) => outcomes.length !== tests.length || durationsMs.length !== tests.length,
  );
  if (uneven >= 0) return `cells[${uneven}]: expected one outcome and one duration for each test`;
  const isWithin = (indices: readonly number[], count: number): boolean => indices.every((index) => index < count);
  const lost = crashes.findIndex(
    (crash) => !isWithin(crash.cells, cells.length) || !isWithin(crash.tests, tests.length),
  );
  return lost >= 0 ? `crashes[${lost}]: expected indices of tests and cells` : undefined;
}

/** The runs of a commit, the newest first. */
export type CommitRuns = readonly [HistoryRecord, ...HistoryRecord[]];

/** The runs of each commit on each branch, by the time of their first run. */
export function groupByCommit(records: readonly HistoryRecord[]): readonly CommitRuns[] {
  // Equal times happen: the text decides, so that the order of the files does not.
  const keyed = records.map((record) => ({ record, key: `${record.startedAt}\0${JSON.stringify(record)}` }));
  keyed.sort((a, b) => Date.parse(a.record.startedAt) - Date.parse(b.record.startedAt) || (a.key < b.key ? -1 : 1));
  const groups = new Map<string, [HistoryRecord, ...HistoryRecord[]]>();
  for (const { record } of keyed) {
    const key = JSON.stringify([record.commit, record.branch ?? '']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.unshift(record);
  }
  return [...groups.values()];
}
