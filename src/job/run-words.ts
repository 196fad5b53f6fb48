import { type CommandEntry, commands } from '../command/option-table.ts';
import { parseArguments, type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { type InputEntry, InputError, oneOfWords } from './input.ts';

export interface GivenInputs {
  readonly table: readonly InputEntry[];
  readonly suites: readonly string[];
  /** The lines of the given inputs by name. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Turns the inputs into a command line of `run`, so that both mean exactly the same. @throws InputError for an option
 * that `run` does not have
 */
export function runArguments({ table, suites, values }: GivenInputs): ParsedArguments {
  const options = table.flatMap(({ name, option }) =>
    option === undefined ? [] : (values.get(name) ?? []).map((value) => `--${option}=${value}`),
  );
  const shuffle = (values.get('shuffle') ?? []).flatMap(shuffleWords);
  const coverage = (values.get('coverage') ?? []).flatMap(coverageWords);
  const words = [...options, ...shuffle, ...coverage, '--', ...suites];
  return namingInputs(table, () => parseArguments(runCommand(), words));
}

/**
 * Runs `read` and turns a UsageError about an option into an InputError about the input behind it. @throws InputError;
 * other errors of `read` pass through
 */
export function namingInputs<T>(table: readonly InputEntry[], read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw asInputError(error, table) ?? error;
  }
}

function asInputError({ message }: UsageError, table: readonly InputEntry[]): InputError | undefined {
  const inputOf = (option: string): string => table.find((entry) => entry.option === option)?.name ?? option;
  const unknown = /^run has no option --([a-z-]+)\./.exec(message)?.[1];
  if (unknown !== undefined) return new InputError(inputOf(unknown), 'is not built yet.');
  const [, option, rest] = /^--([a-z-]+)(?::)? ([^]*)$/.exec(message) ?? [];
  return option === undefined || rest === undefined ? undefined : new InputError(inputOf(option), rest);
}

function shuffleWords(value: string): readonly string[] {
  if (value === 'false') return [];
  return [value === 'true' ? '--shuffle' : `--shuffle=${value}`];
}

function coverageWords(value: string): readonly string[] {
  return oneOfWords('coverage', ['true', 'false'], value) === 'true' ? ['--coverage'] : [];
}

function runCommand(): CommandEntry {
  const run = commands.find(({ name }) => name === 'run');
  if (run === undefined) throw new Error('Internal error: there is no command run');
  return run;
}
