import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { runCommand } from './run-command.ts';

/**
 * `smoke DIR…`: `run` with the program's own suite, for the modules that the directories build. @throws UsageError
 * @throws what `runCommand` throws
 */
export async function smokeCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  if (args.operands.length === 0)
    throw new UsageError(
      'Name at least one directory with a Kbuild, a Makefile or a dkms.conf. Several are built in this order, and a ' +
        'later one may use symbols of an earlier one.',
    );
  return await runCommand(asRun(args), host);
}

/** The words of `smoke` as those of `run`. */
function asRun(args: ParsedArguments): ParsedArguments {
  return {
    ...args,
    operands: [],
    values: (name) => (name === 'smoke' ? args.operands : args.values(name)),
  };
}
