import { bounds } from '../bounds/bounds.ts';
import { nearestName } from '../text/nearest-name.ts';

/** An invalid input, a mistake of the author of the workflow or pipeline. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(input: string, message: string) {
    super(`Input ${input}: ${message}`);
  }
}

/** An input of a job, as data. */
export interface InputEntry {
  readonly name: string;
  /** One value per line. */
  readonly isList?: true;
  /** The option of `run` that it becomes. */
  readonly option?: string;
}

/** @throws InputError */
export function oneOfWords<const T extends string>(input: string, allowed: readonly T[], given: string): T {
  const found = allowed.find((word) => word === given);
  if (found === undefined)
    throw new InputError(input, `expected ${allowed.join(', ')}, found ${JSON.stringify(given)}.`);
  return found;
}

/** The lines of an input's text that are not empty, trimmed. @throws InputError */
export function inputLines(value: string, { name, isList }: InputEntry): readonly string[] {
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

/** Variables with which a CI system passes inputs. */
export interface InputVariables {
  readonly table: readonly InputEntry[];
  readonly prefix: string;
  readonly variableOf: (name: string) => string;
}

/** A typo in the name of an input would go unnoticed otherwise. @throws InputError */
export function refuseUnknownInputs(variables: readonly string[], { table, prefix, variableOf }: InputVariables): void {
  const known = new Set(table.map(({ name }) => variableOf(name)));
  const unknown = variables.find((variable) => variable.startsWith(prefix) && !known.has(variable));
  if (unknown === undefined) return;
  const name = unknown.slice(prefix.length).toLowerCase();
  const names = table.map((entry) => entry.name);
  const near = nearestName(name, names);
  throw new InputError(
    name,
    `unknown input${near === undefined ? '' : `; did you mean ${near}?`} The inputs are ${names.join(', ')}.`,
  );
}

/** The suites of a job, which may be none if there are modules to try. @throws InputError when there is nothing */
export function requireSuites(suites: readonly string[], modules: readonly string[]): readonly string[] {
  if (suites.length > 0 || modules.length > 0) return suites;
  throw new InputError(
    'suite',
    'expected the path of a suite, one per line, found nothing. A suite is a directory whose sub-directories ' +
      'hold a run: docs/suite-format.md. Without a suite, name the directories of modules in the input modules.',
  );
}
