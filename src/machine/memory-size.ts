import { mergeUserArguments } from './user-arguments.ts';

/** QEMU's default. */
const defaultBytes = 128 * 1024 * 1024;
/** QEMU rounds memory up to a multiple of this. Source: QEMU's hw/core/machine.c. */
const granuleBytes = 8192;

/** The memory that a value of `-m` asks for. */
export interface MemoryOption {
  /** Undefined: not readable. */
  readonly bytes: number | undefined;
  /** Only a size, without slots for more memory. */
  readonly isSizeOnly: boolean;
}

/** Parses the value of `-m`: `256`, `1.5G`, `size=512M`, `512,slots=2,maxmem=4G`. Undefined: there is none. */
export function parseMemory(text: string | undefined): MemoryOption {
  if (text === undefined) return { bytes: defaultBytes, isSizeOnly: true };
  const parts = text.split(',');
  const size = parts.find((part, index) => part.startsWith('size=') || (index === 0 && !part.includes('=')));
  return { bytes: bytesOf(size?.replace('size=', '')), isSizeOnly: parts.length === 1 };
}

/** The guest's memory if `-m` gives only a size; undefined when it gives more, or is not readable. */
export function memoryBytes(text: string | undefined): number | undefined {
  const { bytes, isSizeOnly } = parseMemory(text);
  return isSizeOnly ? bytes : undefined;
}

/**
 * A machine's memory, from the most specific place. An unreadable value counts as QEMU's default; QEMU will reject it
 * itself.
 */
export function memoryMiB(places: readonly (readonly string[])[]): number {
  return (parseMemory(mergeUserArguments(places).memory).bytes ?? defaultBytes) / 1024 ** 2;
}

/** Without a unit, the size is in megabytes. */
function bytesOf(size: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([bkmgt]?)$/i.exec(size ?? '');
  if (match?.[1] === undefined) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const exponent = 'bkmgt'.indexOf(unit === '' ? 'm' : unit);
  return Math.ceil((Number(match[1]) * 1024 ** exponent) / granuleBytes) * granuleBytes;
}

/** Why a machine with these arguments cannot be saved and cloned; undefined: no reason is known. */
export function templateObstacle(places: readonly (readonly string[])[]): string | undefined {
  const { memory, machine, others } = mergeUserArguments(places);
  if (memoryBytes(memory) === undefined) return `its memory option is more than a size: -m ${memory ?? ''}`;
  const ownMemory = others.find((argument) => argument === '-numa' || argument.startsWith('memory-backend-'));
  if (ownMemory !== undefined || machine?.includes('memory-backend=') === true) return 'it has its own memory backend';
  return undefined;
}
