import type { PlannedTest } from '../plan/plan.ts';
import type { CommandHost } from './command-host.ts';
import { UsageError, type ParsedArguments } from './parse-arguments.ts';
import { readShellTarget } from './shell-operand.ts';

/** `SUITE/TEST` in one cell. @throws UsageError */
export function readOneTest(args: ParsedArguments, host: CommandHost): { readonly planned: PlannedTest } {
  const { planned, hasTest } = readShellTarget(args, host);
  if (!hasTest) throw new UsageError('Name one test: SUITE/TEST.');
  return { planned };
}
