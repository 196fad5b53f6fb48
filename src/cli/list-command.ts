import { listPlan } from '../plan/list-plan.ts';
import type { CommandHost } from './command-host.ts';
import type { ParsedArguments } from './parse-arguments.ts';
import { readPlan } from './planned-suites.ts';

/** `list SUITE…` */
export function listCommand(args: ParsedArguments, host: CommandHost): number {
  host.write(`${listPlan(readPlan(args, host)).join('\n')}\n`);
  return 0;
}
