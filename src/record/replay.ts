import { bounds } from '../bounds/bounds.ts';
import { CoverageSum, hasFiredFaults } from '../results/coverage/sum-coverage.ts';
import { sumHardware } from '../results/hardware/coverage-figures.ts';
import { contradictionIn } from '../results/parse-results.ts';
import type { CellResult, HardwareResult, Results } from '../results/results.ts';
import { countTotals } from '../results/totals.ts';
import type {
  AttemptEntry,
  BootEntry,
  CoverableEntry,
  EndEntry,
  HeaderEntry,
  LaterTestsEntry,
  RecordEntry,
} from './entries.ts';
import { RecordDamaged } from './entry-text.ts';
import { readRecord, type RecordedLine, type RecordPlace } from './read-record.ts';
import { RecordedTest } from './recorded-test.ts';

/** The results in a record, and further facts from it. */
export interface Replay {
  readonly header: HeaderEntry;
  readonly results: Results;
  /** False: the run was interrupted, or is still running. */
  readonly hasEnded: boolean;
  readonly tests: readonly RecordedTest[];
}

/**
 * Replays a record: every report, total and exit status is based on it. Memory grows by a few hundred bytes per
 * attempt; findings and output stay on the disk until they are needed. @throws RecordDamaged @throws SystemError
 */
export function replayRecord(place: RecordPlace): Replay {
  const entries = readRecord(place);
  const first = entries.next();
  const header = headerOf(first.done === true ? undefined : first.value, place.name);
  const run = new RunReplay(header);
  for (const recorded of entries) run.take(recorded);
  return { header, results: run.results(), hasEnded: run.hasEnded, tests: run.tests };
}

function headerOf(line: RecordedLine | undefined, name: string): HeaderEntry {
  if (line?.kind === 'damaged') throw new RecordDamaged(line.problem);
  if (line?.entry.entry !== 'run')
    throw new RecordDamaged(`${name}: expected a record that begins with its run, found none`);
  const contradiction = contradictionIn(line.entry);
  if (contradiction !== undefined) throw new RecordDamaged(`${name}: ${contradiction}`);
  return line.entry;
}

class RunReplay {
  readonly #header: HeaderEntry;
  readonly #tests: RecordedTest[];
  readonly #boots = new Map<string, BootEntry>();
  readonly #notes = new Map<string, string[]>();
  #hardware: readonly HardwareResult[] = [];
  readonly #coverage = new CoverageSum();
  readonly #damage: string[] = [];
  #end: EndEntry | undefined;

  constructor(header: HeaderEntry) {
    this.#header = header;
    this.#tests = header.tests.map((planned) => new RecordedTest(planned, header.repeat));
  }

  get tests(): readonly RecordedTest[] {
    return this.#tests;
  }

  get hasEnded(): boolean {
    return this.#end !== undefined;
  }

  /** Whether all attempts are known, or known not to have been made. */
  get #isWhole(): boolean {
    if (!this.hasEnded || this.#damage.length > 0) return false;
    return this.#end?.bail !== undefined || this.tests.every(({ isComplete }) => isComplete);
  }

  /** A damaged line loses only its own content. */
  take(line: RecordedLine): void {
    if (line.kind === 'damaged') {
      this.#damage.push(line.problem);
      return;
    }
    const { entry, load } = line;
    switch (entry.entry) {
      case 'run':
        this.#damage.push('the record has a second header');
        return;
      case 'boot':
        this.#boots.set(entry.cell, entry);
        return;
      case 'template-lost':
        this.#notes.set(entry.cell, [...(this.#notes.get(entry.cell) ?? []), entry.note]);
        return;
      case 'coverable':
        this.#takeCoverable(entry);
        return;
      case 'tests':
        this.#takeTests(entry);
        return;
      case 'attempt':
        this.#takeAttempt(entry, () => asAttempt(load()));
        return;
      case 'end':
        this.#end = entry;
    }
  }

  #takeTests({ tests }: LaterTestsEntry): void {
    const { cells, repeat } = this.#header;
    const all = [...this.#tests.map(({ planned }) => planned), ...tests];
    const contradiction =
      all.length > bounds.results.tests ? `it has ${all.length} tests` : contradictionIn({ cells, tests: all });
    if (contradiction === undefined) this.#tests.push(...tests.map((planned) => new RecordedTest(planned, repeat)));
    else this.#damage.push(`the record has more tests that cannot be: ${contradiction}`);
  }

  #takeAttempt(entry: AttemptEntry, load: () => AttemptEntry): void {
    const test = this.tests[entry.test];
    if (test === undefined) {
      this.#damage.push(`the record has an attempt of test ${entry.test}, but only ${this.tests.length} tests`);
      return;
    }
    test.add(entry, load);
    const parts = entry.record.devices.flatMap(({ model, coverage }): readonly HardwareResult[] =>
      coverage === undefined ? [] : [{ suite: test.planned.suite, model, machines: 1, coverage }],
    );
    if (entry.record.coverage?.kind === 'read')
      this.#coverage.addReached(entry.record.coverage.files, hasFiredFaults(entry.record.devices));
    if (parts.length > 0) this.#hardware = sumHardware([...this.#hardware, ...parts]) ?? [];
  }

  #takeCoverable({ cell, suite, files, reason }: CoverableEntry): void {
    for (const file of files) this.#coverage.addCoverable(file);
    if (reason !== undefined) this.#coverage.addNotMeasured({ cell, suite, reason });
  }

  results(): Results {
    const { tool, startedAt, host, shuffleSeed, shard, cells } = this.#header;
    const coverage = this.#coverage.result();
    const bail = this.#isWhole ? this.#end?.bail : undefined;
    const tests = this.tests.map((test) => test.result(bail?.failures));
    const notRun = this.tests.filter(({ isNotRun }) => isNotRun).map(({ planned: { id, cell } }) => ({ id, cell }));
    return {
      schema: 'qemu-driver-test/results/1',
      tool,
      startedAt,
      durationMs: Math.round(
        this.#end?.durationMs ??
          this.tests.reduce((last, { endedMs }) => Math.max(last, endedMs), Date.parse(startedAt)) -
            Date.parse(startedAt),
      ),
      ...(shuffleSeed === undefined ? {} : { shuffleSeed }),
      exitStatus: this.#exitStatus(),
      host,
      cells: cells.map((cell) => this.#cellResult(cell)),
      tests,
      totals: countTotals(tests),
      ...(this.#hardware.length === 0 ? {} : { hardware: this.#hardware }),
      ...(coverage === undefined ? {} : { coverage }),
      ...(shard === undefined ? {} : { shard }),
      ...(this.#isWhole ? {} : { interrupted: { notRun, damage: this.#damage } }),
      ...(bail === undefined || notRun.length === 0 ? {} : { bail: { ...bail, notRun } }),
    };
  }

  /** An interrupted run is never ok, and says nothing about the environment. */
  #exitStatus(): Results['exitStatus'] {
    if (!this.#isWhole) return 1;
    if (this.tests.every((test) => test.isInconclusive)) return 69;
    return this.tests.every((test) => test.isOk) ? 0 : 1;
  }

  #cellResult(cell: HeaderEntry['cells'][number]): CellResult {
    const notes = this.#notes.get(cell.id);
    const booted = this.#boots.get(cell.id);
    if (booted === undefined) return { ...cell, boot: { outcome: 'not-needed', durationMs: 0, findings: [] } };
    const { entry: _entry, cell: _cell, ...boot } = booted;
    return {
      ...cell,
      boot: { ...boot, durationMs: Math.round(boot.durationMs), ...(notes === undefined ? {} : { notes }) },
    };
  }
}

function asAttempt(entry: RecordEntry): AttemptEntry {
  if (entry.entry === 'attempt') return entry;
  throw new RecordDamaged(`the record changed while it was read: expected an attempt, found ${entry.entry}`);
}
