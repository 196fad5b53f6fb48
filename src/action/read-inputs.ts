import type { ParsedArguments } from '../command/parse-arguments.ts';
import { type FailOn, parseFailOn } from '../job/fail-on.ts';
import { type HistoryWish, readHistoryWish } from '../job/history/history-wish.ts';
import {
  type InputEntry,
  InputError,
  inputLines,
  oneOfWords,
  refuseUnknownInputs,
  requireSuites,
} from '../job/input.ts';
import { runArguments } from '../job/run-words.ts';
import { type InputName, inputTable, inputVariable } from './input-table.ts';

/** What the workflow asks for. */
export interface ActionInputs {
  /** The inputs as options of `run`. */
  readonly args: ParsedArguments;
  /** The inputs that the self-test takes, as options of `run`. Undefined: it does not run. */
  readonly selftest: ParsedArguments | undefined;
  /** Directories with results to merge instead of running tests; empty: the tests are run. */
  readonly merge: readonly string[];
  readonly failOn: FailOn;
  /** `auto`: a check run if the token allows it, else annotations of the step. */
  readonly annotations: 'auto' | 'step' | 'off';
  readonly summary: boolean;
  readonly upload: 'failure' | 'always' | 'never';
  /** Undefined: a name that is unique to this job. */
  readonly artifactName: string | undefined;
  readonly retentionDays: number | undefined;
  readonly cache: 'read-write' | 'read' | 'off';
  /** Undefined: no history is kept. */
  readonly history: HistoryWish | undefined;
  readonly kvmPermissions: 'fix' | 'leave';
  readonly token: string | undefined;
}

const table: readonly InputEntry[] = inputTable;

/** Reads the `INPUT_…` variables. @throws InputError for the first input that is unknown or malformed */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  // The runner only warns about an input that action.yml does not have.
  refuseUnknownInputs(Object.keys(environment), { table, prefix: 'INPUT_', variableOf: inputVariable });
  const lines = new Map(
    table.map((entry) => [entry.name, inputLines(environment[inputVariable(entry.name)] ?? '', entry)]),
  );
  const one = (name: InputName): string | undefined => lines.get(name)?.[0];
  const selftest = readSelftest(lines);
  const [named, modules] = [lines.get('suite') ?? [], lines.get('modules') ?? []];
  const suites = selftest === undefined ? requireSuites(named, modules) : named;
  return {
    args: runArguments({ table, suites, values: lines }),
    selftest,
    merge: lines.get('merge') ?? [],
    failOn: parseFailOn(lines.get('fail-on') ?? []),
    annotations: oneOfWords('annotations', ['auto', 'step', 'off'], one('annotations') ?? 'auto'),
    summary: oneOfWords('summary', ['true', 'false'], one('summary') ?? 'true') === 'true',
    upload: oneOfWords('upload', ['failure', 'always', 'never'], one('upload') ?? 'failure'),
    artifactName: one('artifact-name'),
    retentionDays: days(one('retention-days')),
    cache: cacheModes[oneOfWords('cache', ['true', 'read', 'false'], one('cache') ?? 'true')],
    history: readHistoryWish(one('history'), one('history-runs')),
    kvmPermissions: oneOfWords('kvm-permissions', ['fix', 'leave'], one('kvm-permissions') ?? 'fix'),
    token: one('token'),
  };
}

/** What the self-test has in common with the suites beside it. */
const selftestInputs: readonly string[] = ['kernels', 'machines', 'qemu', 'accel', 'jobs'];

function readSelftest(lines: ReadonlyMap<string, readonly string[]>): ParsedArguments | undefined {
  if (oneOfWords('selftest', ['true', 'false'], lines.get('selftest')?.[0] ?? 'false') === 'false') return undefined;
  if ((lines.get('merge') ?? []).length > 0)
    throw new InputError('selftest', 'expected false where merge is given, because then nothing runs.');
  const shared = table.filter(({ name }) => selftestInputs.includes(name));
  return runArguments({ table: shared, suites: [], values: lines });
}

const cacheModes = { true: 'read-write', read: 'read', false: 'off' } as const;

function days(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new InputError(
      'retention-days',
      `expected a whole number of days from 1 to 999, found ${JSON.stringify(given)}.`,
    );
  return Number(given);
}
