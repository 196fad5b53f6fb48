import { resolve } from 'node:path';
import { readInput } from '../host/input-text.ts';
import { plainJson, plainLine } from '../report/escape-text.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';

/** A parser that is fed a file's text as it is read. */
export interface FileParser {
  readonly push: (text: string) => void;
  /** What is printed for the file, besides its name. */
  readonly end: () => Readonly<Record<string, unknown>>;
}

/** What cannot be read is the user's to mend, like a wrong option. */
const someUnreadable = 2;

/**
 * One JSON object a line for each file, in the order given. A file that cannot be read is named on standard error and
 * costs no other its line.
 */
export async function parseFiles(
  args: ParsedArguments,
  host: CommandHost,
  createParser: () => FileParser,
): Promise<number> {
  if (args.operands.length === 0) throw new UsageError('Name at least one file, or - for standard input.');
  let exitStatus = 0;
  for (const file of args.operands) {
    const parser = createParser();
    const outcome = await readInput(file === '-' ? file : resolve(host.cwd, file), parser.push);
    if (outcome.kind === 'read') {
      host.write(`${plainJson({ file, ...parser.end() })}\n`);
    } else {
      host.complain(`${plainLine(`${file}: ${outcome.reason}`)}\n`);
      exitStatus = someUnreadable;
    }
  }
  return exitStatus;
}
