import { memoryBytes } from './memory-size.ts';
import { mergeUserArguments } from './user-arguments.ts';

/** Why a machine with these arguments cannot be saved and cloned; undefined: no reason is known. */
export function templateObstacle(places: readonly (readonly string[])[]): string | undefined {
  const { memory, machine, others } = mergeUserArguments(places);
  if (memoryBytes(memory) === undefined) return `its memory option is more than a size: -m ${memory ?? ''}`;
  const ownMemory = others.find((argument) => argument === '-numa' || argument.startsWith('memory-backend-'));
  if (ownMemory !== undefined || machine?.includes('memory-backend=') === true) return 'it has its own memory backend';
  return undefined;
}
