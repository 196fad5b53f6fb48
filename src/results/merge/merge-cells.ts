import type { BootResult, BuildResult, CallsResult, CellResult, Results } from '../results.ts';

/** Results to merge. */
export interface MergeInput {
  /** Their name for the user: the directory. */
  readonly name: string;
  readonly results: Results;
}

export function nameOfShard(index: number, count: number, cells: readonly string[]): string {
  const named = [...cells.slice(0, 3), ...(cells.length > 3 ? ['…'] : [])].join(', ');
  return `shard ${index} of ${count}${named === '' ? '' : ` (${named})`}`;
}

/** A test and its cell as one key. */
export function placeOf({ id, cell }: { readonly id: string; readonly cell: string }): string {
  return `${cell}/${id}`;
}

export interface MergedCells {
  readonly cells: readonly CellResult[];
  /** Notes on cells with equal names and differences. */
  readonly notes: readonly string[];
  /** For each cell, the results with the boot that is shown. */
  readonly bootFrom: ReadonlyMap<string, MergeInput>;
}

/** Cells by id, in order of appearance. Of several boots, the first failed one is shown, or else the first. */
export function mergeCells(inputs: readonly MergeInput[]): MergedCells {
  const sharing = new Map<string, { readonly cell: CellResult; readonly input: MergeInput }[]>();
  for (const input of inputs) {
    for (const cell of input.results.cells) {
      const same = sharing.get(cell.id);
      if (same === undefined) sharing.set(cell.id, [{ cell, input }]);
      else same.push({ cell, input });
    }
  }
  const cells: CellResult[] = [];
  const notes: string[] = [];
  const bootFrom = new Map<string, MergeInput>();
  for (const [id, all] of sharing) {
    const [first] = all;
    if (first === undefined) continue;
    const described =
      all.find(({ cell }) => cell.boot.outcome === 'failed') ??
      all.find(({ cell }) => cell.boot.outcome === 'ok') ??
      first;
    bootFrom.set(id, described.input);
    const builds = mergeBuilds(all.map(({ cell }) => cell));
    const calls = mergeCalls(all.map(({ cell }) => cell));
    cells.push({
      ...first.cell,
      kernel: (all.find(({ cell }) => cell.kernel.release !== undefined) ?? first).cell.kernel,
      boot: withFindings(described.cell.boot),
      ...(builds.length === 0 ? {} : { builds }),
      ...(calls.length === 0 ? {} : { calls }),
    });
    for (const other of all)
      notes.push(
        ...differences(first.cell, other.cell).map(
          (what) => `${id}: ${what} in ${first.input.name} is not that in ${other.input.name}`,
        ),
      );
  }
  return { cells, notes, bootFrom };
}

/** One per suite: a failed one, or else the first. */
function mergeBuilds(cells: readonly CellResult[]): readonly BuildResult[] {
  const merged = new Map<string, BuildResult>();
  for (const build of cells.flatMap(({ builds = [] }) => builds)) {
    const known = merged.get(build.suite);
    if (known === undefined || (known.outcome === 'built' && build.outcome === 'failed'))
      merged.set(build.suite, build);
  }
  return [...merged.values()];
}

/** One per module of a suite. */
function mergeCalls(cells: readonly CellResult[]): readonly CallsResult[] {
  const all = cells.flatMap(({ calls = [] }) => calls);
  return [...new Map(all.toReversed().map((one) => [`${one.suite} ${one.module}`, one])).values()].toReversed();
}

/** The boot that is shown stays unchanged, because its findings refer to lines of its own console. */
function withFindings({ outcome, durationMs, findings }: BootResult): BootResult {
  return { outcome, durationMs, findings };
}

function differences(one: CellResult, other: CellResult): readonly string[] {
  const facts: readonly (readonly [string, (cell: CellResult) => string | undefined])[] = [
    ['the kernel', ({ kernel }) => kernel.sha256],
    ['QEMU', ({ qemu }) => qemu.sha256],
    ['the machine', ({ machine, arch }) => JSON.stringify([machine.name, machine.args, arch])],
  ];
  return facts
    .filter(([, of]) => of(one) !== undefined && of(other) !== undefined && of(one) !== of(other))
    .map(([what]) => what);
}

/** Results in which each test counts once. */
export interface WithoutReruns {
  /** In the given order. */
  readonly inputs: readonly MergeInput[];
  /** Notes on replaced results. */
  readonly notes: readonly string[];
}

/**
 * Results of the same shard, or, without shards, of the same tests in the same cells, are runs of the same thing. The
 * one that began last counts: that is the purpose of running a failed job again. Notes describe the earlier ones.
 */
export function dropReruns(inputs: readonly MergeInput[]): WithoutReruns {
  const groups = new Map<string, MergeInput[]>();
  for (const input of inputs) {
    const key = identityOf(input);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [input]);
    else group.push(input);
  }
  const kept = new Set<MergeInput>();
  const notes: string[] = [];
  for (const group of groups.values()) {
    const last = group.reduce((latest, input) =>
      Date.parse(input.results.startedAt) > Date.parse(latest.results.startedAt) ? input : latest,
    );
    kept.add(last);
    for (const earlier of group)
      if (earlier !== last)
        notes.push(
          `${last.name} is a later run of the tests in ${earlier.name} and replaces it; there, ${said(earlier)}.`,
        );
  }
  return { inputs: inputs.filter((input) => kept.has(input)), notes };
}

function identityOf({ results: { shard, tests } }: MergeInput): string {
  if (shard !== undefined) return JSON.stringify([shard.plan, shard.count, shard.index]);
  return JSON.stringify(tests.map(placeOf).sort());
}

function said({ results: { totals } }: MergeInput): string {
  return totals.notOk === 0
    ? `all ${totals.tests} tests were as expected`
    : `${totals.notOk} of ${totals.tests} tests were not as expected`;
}
