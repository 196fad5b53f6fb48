import { addCoverage } from '../../device/log/coverage.ts';
import {
  type DmaCoverage,
  type FieldCoverage,
  type HardwareCoverage,
  type RegisterCoverage,
} from '../../device/log/hardware-coverage.ts';
import type { HardwareResult } from '../results.ts';

/** How much of something a suite's drivers used. */
export interface Share {
  readonly touched: number;
  readonly all: number;
  /** The names of unused ones. */
  readonly never: readonly string[];
}

export interface CoverageFigures {
  readonly registers: Share;
  /** Named `REGISTER.FIELD`. Fields of an unused register count, but only the register is named. */
  readonly fields: Share;
  readonly interrupts: Share;
  /** Endpoints and control requests of USB, messages, frames. */
  readonly exchanges: Share;
  /** `2 reads, 1 write, 12 KiB`; `none`. Undefined: its bus has no DMA. */
  readonly dma: string | undefined;
  readonly unmapped: number;
}

export function coverageFigures({
  registers,
  interrupts,
  exchanges = {},
  dma,
  unmapped,
}: HardwareCoverage): CoverageFigures {
  const all = Object.entries(registers);
  const fields = all.flatMap(([name, register]) =>
    Object.entries(register.fields).map(([field, use]) => ({
      name: `${name}.${field}`,
      isTouched: isUsed(use),
      isNamed: isTouched(register),
    })),
  );
  return {
    registers: shareOf(all.map(([name, register]) => ({ name, isTouched: isTouched(register), isNamed: true }))),
    fields: shareOf(fields),
    interrupts: shareOf(
      Object.entries(interrupts).map(([name, count]) => ({ name, isTouched: count > 0, isNamed: true })),
    ),
    exchanges: shareOf(
      Object.entries(exchanges).map(([name, { count }]) => ({ name, isTouched: count > 0, isNamed: true })),
    ),
    dma: dma === undefined ? undefined : dmaWords(dma),
    unmapped,
  };
}

function isTouched({ reads, writes }: RegisterCoverage): boolean {
  return reads + writes > 0;
}

/** A register is written as a whole, so a field that was only written as zero was not used. */
export function isUsed({ reads, writtenNonZero }: FieldCoverage): boolean {
  return reads + writtenNonZero > 0;
}

interface Part {
  readonly name: string;
  readonly isTouched: boolean;
  readonly isNamed: boolean;
}

function shareOf(parts: readonly Part[]): Share {
  const untouched = parts.filter((part) => !part.isTouched);
  return {
    touched: parts.length - untouched.length,
    all: parts.length,
    never: untouched.filter(({ isNamed }) => isNamed).map(({ name }) => name),
  };
}

function dmaWords({ reads, writes, bytes }: DmaCoverage): string {
  if (reads + writes === 0) return 'none';
  const counts = [...(reads > 0 ? [plural(reads, 'read')] : []), ...(writes > 0 ? [plural(writes, 'write')] : [])];
  return [...counts, formatBytes(bytes)].join(', ');
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}

/** `512 B`, `12 KiB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] =
    bytes < 1024 ** 2
      ? [bytes / 1024, 'KiB']
      : bytes < 1024 ** 3
        ? [bytes / 1024 ** 2, 'MiB']
        : [bytes / 1024 ** 3, 'GiB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}

/** The sum for each model of each suite, over all parts; undefined: there are no models. */
export function sumHardware(parts: readonly HardwareResult[]): readonly HardwareResult[] | undefined {
  const sums = new Map<string, HardwareResult>();
  for (const part of parts) {
    const key = JSON.stringify([part.suite, part.model]);
    const sum = sums.get(key);
    sums.set(
      key,
      sum === undefined
        ? part
        : { ...sum, machines: sum.machines + part.machines, coverage: addCoverage(sum.coverage, part.coverage) },
    );
  }
  return sums.size === 0 ? undefined : [...sums.values()];
}
