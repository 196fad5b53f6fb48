import { bounds } from '../../bounds/bounds.ts';
import { cutLine } from '../../text/text-width.ts';
import { mergeCoverage } from '../coverage/sum-coverage.ts';
import { sumHardware } from '../hardware/coverage-figures.ts';
import type { HostResult, Results, TestResult } from '../results.ts';
import { countTotals } from '../totals.ts';
import { dropReruns, mergeCells, type MergedCells, type MergeInput, placeOf } from './merge-cells.ts';
import { type ExpectedJob, missingParts } from './missing-parts.ts';

export interface MergeRequest {
  readonly inputs: readonly MergeInput[];
  /** Jobs that must have results. */
  readonly expected: readonly ExpectedJob[];
  /** Messages about unreadable results, which count as missing. */
  readonly unreadable: readonly string[];
}

export type MergeOutcome =
  | {
      readonly kind: 'merged';
      readonly results: Results;
      /** The results that count. Their files belong to the merged results. */
      readonly inputs: readonly MergeInput[];
      /** For each cell, the results with the boot that is shown. */
      readonly bootFrom: MergedCells['bootFrom'];
    }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * The results of several runs as one. A test in a cell may occur in only one of them, unless one is a later run of the
 * other. Missing results are reported, and the exit status is then never 0.
 */
export function mergeResults({ inputs: all, expected, unreadable }: MergeRequest): MergeOutcome {
  const { inputs, notes } = dropReruns(all);
  const problems = [...doubles(inputs), ...unsafeNames(inputs)];
  const [first] = inputs;
  if (first === undefined || problems.length > 0)
    return { kind: 'problems', problems: first === undefined ? ['there are no results to merge'] : problems };
  const { cells, notes: cellNotes, bootFrom } = mergeCells(inputs);
  const tests = inputs.flatMap(({ results }) => results.tests);
  const missing = withinBounds([
    ...missingParts(inputs, expected),
    ...unreadable,
    ...inputs.flatMap(({ results: { merged } }) => merged?.missing ?? []),
  ]);
  const hardware = sumHardware(inputs.flatMap(({ results: { hardware: part = [] } }) => part));
  const coverage = mergeCoverage(inputs.flatMap(({ results: { coverage: part } }) => part ?? []));
  const results: Results = {
    schema: first.results.schema,
    tool: first.results.tool,
    startedAt: earliest(inputs),
    durationMs: Math.max(...inputs.map(({ results: { durationMs } }) => durationMs)),
    exitStatus: exitStatusOf(inputs, missing),
    host: mergeHosts(inputs.map(({ results: { host } }) => host)),
    cells,
    tests: inReportOrder(
      tests,
      cells.map(({ id }) => id),
    ),
    totals: countTotals(tests),
    merged: {
      from: inputs.length,
      missing,
      notes: withinBounds([
        ...notes,
        ...cellNotes,
        ...versionNotes(inputs),
        ...inputs.flatMap(({ results: { merged } }) => merged?.notes ?? []),
      ]),
    },
    ...(hardware === undefined ? {} : { hardware }),
    ...(coverage === undefined ? {} : { coverage }),
    ...mergeBails(inputs),
  };
  return { kind: 'merged', results, inputs, bootFrom };
}

/** Each part stops for itself. */
function mergeBails(inputs: readonly MergeInput[]): Pick<Results, 'bail'> {
  const bails = inputs.flatMap(({ results: { bail } }) => bail ?? []);
  if (bails.length === 0) return {};
  return {
    bail: {
      failures: bails.reduce((sum, { failures }) => sum + failures, 0),
      notRun: bails.flatMap(({ notRun }) => notRun),
    },
  };
}

/** The parts may contain any number of statements about others. */
function withinBounds(lines: readonly string[]): readonly string[] {
  const { count, chars } = bounds.mergedLines;
  const shown = lines.slice(0, count).map((line) => cutLine(line, chars));
  return lines.length > count ? [...shown, `and ${lines.length - count} more`] : shown;
}

/**
 * 1: a test is not as expected, or a run says so. 69: no run concluded anything, or the results are as expected but
 * incomplete.
 */
function exitStatusOf(inputs: readonly MergeInput[], missing: readonly string[]): 0 | 1 | 69 {
  const statuses = inputs.map(({ results: { exitStatus } }) => exitStatus);
  if (statuses.every((status) => status === 69)) return 69;
  if (
    inputs.some(({ results: { tests } }) => tests.some(({ ok }) => !ok)) ||
    statuses.some((status) => status === 1 || status === 2)
  )
    return 1;
  return missing.length > 0 || statuses.includes(69) ? 69 : 0;
}

function doubles(inputs: readonly MergeInput[]): readonly string[] {
  const owners = new Map<string, MergeInput>();
  const seen = new Map<string, { readonly place: string; count: number }>();
  for (const input of inputs) {
    for (const test of input.results.tests) {
      const owner = owners.get(placeOf(test));
      if (owner === undefined) owners.set(placeOf(test), input);
      else count(seen, JSON.stringify([owner.name, input.name, whyApart([owner, input], test)]), placeOf(test));
    }
  }
  return [...seen].map(([pair, { place, count: times }]) => {
    // Made by JSON.stringify above.
    const [one = '', other = '', why = ''] = JSON.parse(pair) as string[];
    return `${place}${times > 1 ? ` and ${times - 1} more tests are` : ' is'} in ${one} and in ${other}, ${why}.`;
  });
}

/** A sweep is another question than a run: its test would count twice, and one of the two verdicts would be lost. */
function whyApart(both: readonly MergeInput[], { id }: TestResult): string {
  const sweep = both.find(({ results: { tests } }) => tests.some(({ point }) => point?.of === id));
  return sweep === undefined
    ? 'which are not runs of the same shard: merge only one of them'
    : `and ${sweep.name} is a sweep of it, which ran it, too: merge sweeps with sweeps of other tests only`;
}

function count(seen: Map<string, { readonly place: string; count: number }>, key: string, place: string): void {
  const entry = seen.get(key);
  if (entry === undefined) seen.set(key, { place, count: 1 });
  else entry.count++;
}

/** Names become paths: a foreign results.json must not lead outside. */
function unsafeNames(inputs: readonly MergeInput[]): readonly string[] {
  const isSafe = (name: string): boolean => /^[A-Za-z0-9._-]+$/.test(name) && !/^\.\.?$/.test(name);
  return inputs.flatMap((input) =>
    input.results.cells
      .filter(({ id }) => !isSafe(id))
      .map(({ id }) => `${input.name}/results.json: ${JSON.stringify(id)} cannot be the name of a cell.`),
  );
}

function earliest(inputs: readonly MergeInput[]): string {
  return inputs
    .map(({ results: { startedAt } }) => startedAt)
    .reduce((a, b) => (Date.parse(b) < Date.parse(a) ? b : a));
}

/** Several hosts as one: the slower accelerator, and each reason once. */
function mergeHosts(hosts: readonly HostResult[]): HostResult {
  const slower = hosts.filter(({ accelerator }) => accelerator === 'tcg');
  const telling = slower.length > 0 ? slower : hosts;
  return {
    accelerator: slower.length > 0 ? 'tcg' : 'kvm',
    acceleratorReason: [...new Set(telling.map(({ acceleratorReason }) => acceleratorReason))].join('; '),
    cpus: Math.min(...hosts.map(({ cpus }) => cpus)),
    memoryMiB: Math.min(...hosts.map(({ memoryMiB }) => memoryMiB)),
  };
}

/** Ordered by cell, and within a cell as in the parts. */
function inReportOrder(tests: readonly TestResult[], cells: readonly string[]): readonly TestResult[] {
  const order = new Map(cells.map((id, index) => [id, index]));
  return [...tests].sort(
    (a, b) =>
      (order.get(a.cell) ?? 0) - (order.get(b.cell) ?? 0) ||
      suiteOf(a).localeCompare(suiteOf(b), 'en') ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

function suiteOf({ id }: TestResult): string {
  return id.slice(0, id.indexOf('/'));
}

function versionNotes(inputs: readonly MergeInput[]): readonly string[] {
  const versions = [...new Set(inputs.map(({ results: { tool } }) => tool.version))];
  return versions.length < 2 ? [] : [`made by different versions of qemu-driver-test: ${versions.join(', ')}`];
}
