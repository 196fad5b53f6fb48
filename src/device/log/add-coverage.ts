import type { FieldCoverage, HardwareCoverage, RegisterCoverage } from './hardware-coverage.ts';

/**
 * What two devices of one model saw together. Where their models differ, everything that either of them declares is in
 * it.
 */
export function addCoverage(a: HardwareCoverage, b: HardwareCoverage): HardwareCoverage {
  return {
    registers: addEach(a.registers, b.registers, addRegisters),
    interrupts: addEach(a.interrupts, b.interrupts, (one, other) => one + other),
    dma: { reads: a.dma.reads + b.dma.reads, writes: a.dma.writes + b.dma.writes, bytes: a.dma.bytes + b.dma.bytes },
    unmapped: a.unmapped + b.unmapped,
  };
}

function addRegisters(a: RegisterCoverage, b: RegisterCoverage): RegisterCoverage {
  return { reads: a.reads + b.reads, writes: a.writes + b.writes, fields: addEach(a.fields, b.fields, addFields) };
}

function addFields(a: FieldCoverage, b: FieldCoverage): FieldCoverage {
  return {
    reads: a.reads + b.reads,
    writtenZero: a.writtenZero + b.writtenZero,
    writtenNonZero: a.writtenNonZero + b.writtenNonZero,
  };
}

/** The names of `a` in their order, then those that only `b` has. */
function addEach<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  add: (one: T, other: T) => T,
): Readonly<Record<string, T>> {
  const sums = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const sum = sums.get(name);
    sums.set(name, sum === undefined ? value : add(sum, value));
  }
  return Object.fromEntries(sums);
}
