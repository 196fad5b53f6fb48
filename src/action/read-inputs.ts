import { bounds } from '../bounds/bounds.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { nearestName } from '../suite/nearest-name.ts';
import {
  type FailOn,
  type InputEntry,
  InputError,
  type InputName,
  inputTable,
  inputVariable,
  oneOfWords,
  parseFailOn,
} from './input-table.ts';
import { runArguments } from './run-words.ts';

/** What the workflow asks for. */
export interface ActionInputs {
  /** The inputs as options of `run`. */
  readonly args: ParsedArguments;
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
  readonly kvmPermissions: 'fix' | 'leave';
  readonly token: string | undefined;
}

const entries: readonly InputEntry[] = inputTable;
const prefix = 'INPUT_';

/** Reads the `INPUT_…` variables. @throws InputError for the first input that is unknown or malformed */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  refuseUnknown(Object.keys(environment));
  const lines = new Map(
    entries.map((entry) => [entry.name, linesOf(environment[inputVariable(entry.name)] ?? '', entry)]),
  );
  const one = (name: InputName): string | undefined => lines.get(name)?.[0];
  const suites = lines.get('suite') ?? [];
  if (suites.length === 0)
    throw new InputError(
      'suite',
      'expected the path of a suite, one per line, found nothing. A suite is a directory whose sub-directories ' +
        'hold a run: docs/suite-format.md.',
    );
  return {
    args: runArguments(suites, lines),
    merge: lines.get('merge') ?? [],
    failOn: parseFailOn(lines.get('fail-on') ?? []),
    annotations: oneOfWords('annotations', ['auto', 'step', 'off'], one('annotations') ?? 'auto'),
    summary: oneOfWords('summary', ['true', 'false'], one('summary') ?? 'true') === 'true',
    upload: oneOfWords('upload', ['failure', 'always', 'never'], one('upload') ?? 'failure'),
    artifactName: one('artifact-name'),
    retentionDays: days(one('retention-days')),
    cache: cacheModes[oneOfWords('cache', ['true', 'read', 'false'], one('cache') ?? 'true')],
    kvmPermissions: oneOfWords('kvm-permissions', ['fix', 'leave'], one('kvm-permissions') ?? 'fix'),
    token: one('token'),
  };
}

const cacheModes = { true: 'read-write', read: 'read', false: 'off' } as const;

/** The runner only warns about an input that action.yml does not have. A typo would go unnoticed. */
function refuseUnknown(variables: readonly string[]): void {
  const known = new Set(entries.map(({ name }) => inputVariable(name)));
  const unknown = variables.find((variable) => variable.startsWith(prefix) && !known.has(variable));
  if (unknown === undefined) return;
  const name = unknown.slice(prefix.length).toLowerCase();
  const names = entries.map((entry) => entry.name);
  const near = nearestName(name, names);
  throw new InputError(
    name,
    `unknown input${near === undefined ? '' : `; did you mean ${near}?`} The inputs are ${names.join(', ')}.`,
  );
}

function linesOf(value: string, { name, isList }: InputEntry): readonly string[] {
  const { chars, lines: maxLines } = bounds.actionInput;
  if (value.length > chars) throw new InputError(name, `expected at most ${chars} characters, found ${value.length}.`);
  if (value.includes('\0')) throw new InputError(name, 'expected text, found a zero byte in it.');
  const lines = value
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > maxLines) throw new InputError(name, `expected at most ${maxLines} lines, found ${lines.length}.`);
  if (isList !== true && lines.length > 1) throw new InputError(name, `expected one line, found ${lines.length}.`);
  return lines;
}

function days(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new InputError(
      'retention-days',
      `expected a whole number of days from 1 to 999, found ${JSON.stringify(given)}.`,
    );
  return Number(given);
}
