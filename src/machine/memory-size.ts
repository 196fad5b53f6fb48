import { mergeUserArguments } from './user-arguments.ts';

/** What QEMU gives a machine that asks for none. */
const defaultBytes = 128 * 1024 * 1024;
/** QEMU makes every memory a multiple of this. Source: QEMU's hw/core/machine.c. */
const granuleBytes = 8192;

/** What a value of `-m` asks for. */
export interface MemoryOption {
  /** Undefined: nothing that we can read. */
  readonly bytes: number | undefined;
  /** No more than a size: no slots for more memory. */
  readonly isSizeOnly: boolean;
}

/** Parses the value of `-m`: `256`, `1.5G`, `size=512M`, `512,slots=2,maxmem=4G`. Undefined: there is none. */
export function parseMemory(text: string | undefined): MemoryOption {
  if (text === undefined) return { bytes: defaultBytes, isSizeOnly: true };
  const parts = text.split(',');
  const size = parts.find((part, index) => part.startsWith('size=') || (index === 0 && !part.includes('=')));
  return { bytes: bytesOf(size?.replace('size=', '')), isSizeOnly: parts.length === 1 };
}

/** The guest's memory where `-m` says a size and no more; undefined: it says more, or nothing that we can read. */
export function memoryBytes(text: string | undefined): number | undefined {
  const { bytes, isSizeOnly } = parseMemory(text);
  return isSizeOnly ? bytes : undefined;
}

/**
 * A machine's memory, of the most specific place; what cannot be read counts as QEMU's default, QEMU will refuse it
 * itself.
 */
export function memoryMiB(places: readonly (readonly string[])[]): number {
  return (parseMemory(mergeUserArguments(places).memory).bytes ?? defaultBytes) / 1024 ** 2;
}

/** Without a unit it is megabytes. */
function bytesOf(size: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([bkmgt]?)$/i.exec(size ?? '');
  if (match?.[1] === undefined) return undefined;
  const unit = (match[2] ?? '').toLowerCase();
  const exponent = 'bkmgt'.indexOf(unit === '' ? 'm' : unit);
  return Math.ceil((Number(match[1]) * 1024 ** exponent) / granuleBytes) * granuleBytes;
}
