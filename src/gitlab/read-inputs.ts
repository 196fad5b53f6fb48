import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { type FailOn, parseFailOn } from '../job/fail-on.ts';
import { type HistoryWish, readHistoryWish } from '../job/history/history-wish.ts';
import { InputError, inputLines, refuseUnknownInputs, requireSuites } from '../job/input.ts';
import { runArguments } from '../job/run-words.ts';
import { type ComponentInputEntry, inputPrefix, inputTable, inputVariable } from './input-table.ts';

/** What the pipeline asks for. */
export interface GitlabInputs {
  /** The inputs as options of `run`. */
  readonly args: ParsedArguments;
  readonly failOn: FailOn;
  /** Undefined: no history is kept. */
  readonly history: HistoryWish | undefined;
  readonly work: GitlabWork;
}

export type GitlabWork =
  | { readonly kind: 'run' }
  /** One of the jobs of `parallel`. */
  | { readonly kind: 'shard'; readonly index: string }
  /** The job that comes after them. */
  | { readonly kind: 'merge'; readonly directories: readonly string[] };

const table: readonly ComponentInputEntry[] = inputTable;

/** Reads the `QDT_INPUT_…` variables. @throws InputError for the first input that is unknown or malformed */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): GitlabInputs {
  refuseUnknownInputs(Object.keys(environment), { table, prefix: inputPrefix, variableOf: inputVariable });
  const values = new Map(
    table.map((entry) => [entry.name, valuesOf(environment[inputVariable(entry.name)] ?? '', entry)]),
  );
  const suites = requireSuites(values.get('suite') ?? [], values.get('modules') ?? []);
  return {
    args: runArguments({ table, suites, values }),
    failOn: parseFailOn(values.get('fail-on') ?? []),
    history: readHistoryWish(values.get('history')?.[0], values.get('history-runs')?.[0]),
    work: workOf(values.get('merge') ?? [], values.get('parallel')?.[0]),
  };
}

function workOf(merge: readonly string[], shard: string | undefined): GitlabWork {
  if (merge.length > 0) return { kind: 'merge', directories: merge };
  return shard === undefined ? { kind: 'run' } : { kind: 'shard', index: shard.replace(/\/.*$/s, '') };
}

/** GitLab writes an array as JSON. A list that a job sets itself may also have one value per line. */
function valuesOf(value: string, entry: ComponentInputEntry): readonly string[] {
  const isArray = entry.isList === true && value.trimStart().startsWith('[');
  const lines = inputLines(isArray ? arrayText(value, entry.name) : value, entry);
  for (const line of lines) requireType(line, entry);
  return lines.filter((line) => line !== entry.notGiven);
}

/** GitLab refuses inputs of another type, but not variables that a job sets itself. */
function requireType(line: string, { name, type, option }: ComponentInputEntry): void {
  if (type === 'boolean' && line !== 'true' && line !== 'false')
    throw new InputError(name, `expected true or false, found ${JSON.stringify(line)}.`);
  // The job of a shard gives its part here, in place of the number of parts.
  if (type === 'number' && option !== 'shard' && !/^-?\d+(?:\.\d+)?$/.test(line))
    throw new InputError(name, `expected a number, found ${JSON.stringify(line)}.`);
}

function arrayText(value: string, name: string): string {
  const { chars, lines } = bounds.actionInput;
  if (value.length > chars) throw new InputError(name, `expected at most ${chars} characters, found ${value.length}.`);
  const parsed = parseJson(value, { depth: 2, values: lines + 1 });
  if (parsed.kind === 'problem') throw new InputError(name, `expected an array of texts: ${parsed.reason}`);
  const items: unknown = parsed.value;
  if (!Array.isArray(items)) throw new InputError(name, 'expected an array of texts.');
  return items.map((item: unknown) => textOf(item, name)).join('\n');
}

function textOf(item: unknown, name: string): string {
  if (typeof item === 'number') return String(item);
  if (typeof item !== 'string')
    throw new InputError(name, `expected an array of texts, found ${JSON.stringify(item)} in it.`);
  if (/[\r\n]/.test(item)) throw new InputError(name, `expected one line in each text, found ${JSON.stringify(item)}.`);
  return item;
}
