import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { readSuites } from './planned-suites.ts';

/** `check SUITE…`: problems go to standard error with exit status 2, a clean bill to standard output. */
export function checkCommand(args: ParsedArguments, host: CommandHost): number {
  for (const { name, tests } of readSuites(args, host)) host.write(`${name}: ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}, no problems\n`);
  return 0;
}
