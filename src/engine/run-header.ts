import { relative } from 'node:path';
import { describeExpectation } from '../diagnose/expectation.ts';
import { handledInWords } from '../diagnose/sweep/point-verdict.ts';
import { rulesOf } from '../diagnose/verdict.ts';
import type { Cell, Plan, PlannedTest, SweepPoint } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import type { HeaderEntry, PlannedEntry } from '../record/entries.ts';
import { reproduceCommand, shellCommandLine } from '../results/reproduce.ts';
import type { HostResult } from '../results/results.ts';
import { callResults } from './call-jobs.ts';
import { buildResults, compilerOf } from './cell-builds.ts';
import type { RunChoices } from './run-choices.ts';
import { suppliesOf } from './run.ts';
import type { CellSupplies } from './supplies.ts';

/** The facts of a run for its header. */
export interface RunFacts {
  readonly version: string;
  readonly startedAt: Date;
  readonly host: HostResult;
  readonly plan: Plan;
  readonly choices: RunChoices;
  /** The whole plan of which this is a part; undefined: this is the whole plan. */
  readonly shard: ShardOrigin | undefined;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly cwd: string;
}

/** The first line of a run's record. */
export function runHeader(facts: RunFacts): HeaderEntry {
  const { version, startedAt, host, plan, choices, shard } = facts;
  const { repeat, shuffleSeed } = choices;
  return {
    entry: 'run',
    schema: 'qemu-driver-test/record/1',
    tool: { version },
    startedAt: startedAt.toISOString(),
    host,
    repeat,
    ...(shuffleSeed === undefined ? {} : { shuffleSeed }),
    ...(shard === undefined ? {} : { shard }),
    cells: plan.cells.map((cell) => cellEntry(cell, facts)),
    tests: plan.tests.map((planned) => plannedEntry(planned, facts)),
  };
}

function cellEntry(cell: Cell, { supplies }: RunFacts): HeaderEntry['cells'][number] {
  const own = suppliesOf({ supplies }, cell);
  const { kernel, qemu } = own;
  const builds = buildResults(cell, own);
  const compiler = compilerOf(own);
  const calls = callResults(own);
  const callNotes = own.calls?.notes ?? [];
  return {
    id: cell.id,
    kernel: {
      spec: kernel.spec,
      ...(kernel.resolved === undefined ? {} : { resolved: kernel.resolved }),
      ...(own.missing === undefined ? { release: kernel.release, sha256: kernel.sha256 } : {}),
      ...(kernel.commit === undefined ? {} : { commit: kernel.commit }),
    },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    ...(compiler === undefined ? {} : { compiler }),
    ...(builds.length === 0 ? {} : { builds }),
    ...(calls.length === 0 ? {} : { calls }),
    ...(callNotes.length === 0 ? {} : { callNotes }),
  };
}

/** A test in the header of a record, or in an entry of more tests. */
export function plannedEntry(planned: PlannedTest, { choices, cwd }: Pick<RunFacts, 'choices' | 'cwd'>): PlannedEntry {
  const { id, cell, suite, test, sweep } = planned;
  const again = { ...choices.reproduceWith, suitePath: relative(cwd, suite.directory) || '.' };
  return {
    id,
    cell: cell.id,
    suite: suite.name,
    description: test.description,
    ...(test.tags.length === 0 ? {} : { tags: test.tags }),
    ...(test.row === undefined ? {} : { parameters: Object.fromEntries(test.row.variables) }),
    expected: sweep === undefined ? describeExpectation(test.expectation) : handledInWords,
    rules: rulesOf(planned),
    ...(sweep === undefined ? {} : { point: pointOf(planned.suite.name, sweep) }),
    reproduce: reproduceCommand(planned, again),
    shell: shellCommandLine(planned, again),
  };
}

function pointOf(suite: string, { test, device, fault, nth, call }: SweepPoint): NonNullable<PlannedEntry['point']> {
  return {
    of: `${suite}/${test}`,
    ...(device === undefined ? {} : { device }),
    fault: fault.text,
    nth,
    ...(call === undefined ? {} : { reached: call.reached }),
    ...(call?.time === undefined ? {} : { time: call.time }),
  };
}
