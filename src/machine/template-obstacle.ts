import { memoryBytes } from './memory-size.ts';
import { mergeUserArguments } from './user-arguments.ts';

/** Why a machine with these arguments cannot be saved and cloned; undefined: nothing is known to be in the way. */
export function templateObstacle(places: readonly (readonly string[])[]): string | undefined {
  const { memory, machine, others } = mergeUserArguments(places);
  if (memoryBytes(memory) === undefined) return `its memory, -m ${memory ?? ''}, is more than a size`;
  const ownMemory = others.find((argument) => argument === '-numa' || argument.startsWith('memory-backend-'));
  if (ownMemory !== undefined || machine?.includes('memory-backend=') === true) return 'it brings memory of its own';
  return undefined;
}
