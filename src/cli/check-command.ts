import { checkModels } from '../app/model-check.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';
import { problemText, readSuites } from './planned-suites.ts';

/** `check SUITE…`: problems go to standard error with exit status 2, a clean bill to standard output. Device models are loaded. */
export async function checkCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  const suites = readSuites(args, host);
  const problems = await checkModels(suites, host.deviceHostProgram);
  if (problems.length > 0) throw new UsageError(problemText(problems, host.cwd));
  for (const { name, tests } of suites) host.write(`${name}: ${tests.length} ${tests.length === 1 ? 'test' : 'tests'}, no problems\n`);
  return 0;
}
