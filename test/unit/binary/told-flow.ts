import type { Instruction } from '../../../src/binary/code-flow.ts';

/** What an instruction does, as objdump shows it: with a distance from its start. */
export function flowTold(instruction: Instruction | undefined): string {
  if (instruction === undefined) return 'unknown';
  const { flow, lengthBytes } = instruction;
  return 'distance' in flow ? `${flow.kind} ${flow.distance + lengthBytes}` : flow.kind;
}
