import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CommandEntry } from './option-table.ts';

/** Command-line words, parsed by a command's table. */
export interface ParsedArguments {
  readonly operands: readonly string[];
  readonly flag: (name: string) => boolean;
  /** The last value given. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

/** A mistake of the user on the command line. Ends the command with exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** The words before --help that show the valid choices; undefined: the message is enough. */
  readonly helpOn: readonly string[] | undefined;

  constructor(message: string, helpOn?: readonly string[]) {
    super(message);
    this.helpOn = helpOn;
  }
}

/** @throws UsageError */
export function parseArguments(command: CommandEntry, words: readonly string[]): ParsedArguments {
  const { values, positionals } = parse(command, words);
  const all = (name: string): readonly string[] => {
    const value = values[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  return {
    operands: positionals,
    flag: (name) => values[name] === true,
    value: (name) => all(name).at(-1),
    values: all,
  };
}

function parse(
  command: CommandEntry,
  words: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: string[] } {
  const options: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, value } of command.options) {
    options[name] = value === undefined ? { type: 'boolean' } : { type: 'string', multiple: true };
  }
  try {
    return parseArgs({
      args: words.map((word) => withoutValue(command, word)),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new UsageError(explain(command, error), [command.name]);
  }
}

/** Node's parser has no options with an optional value. Such an option gets an empty value. */
function withoutValue({ options }: CommandEntry, word: string): string {
  return options.some(({ name, isValueOptional }) => isValueOptional === true && word === `--${name}`)
    ? `${word}=`
    : word;
}

/** Node's own message names the unknown option. The valid options are added. */
function explain(command: CommandEntry, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return message.split('. ')[0] ?? message;
  const known = command.options.map(({ name }) => `--${name}`).join(' ');
  return `${command.name} has no option ${unknown}. Its options: ${known}`;
}
