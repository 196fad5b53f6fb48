import type { HostResources } from '../host/resources.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import type { Plan } from '../plan/plan.ts';

/** QEMU's own default of -m, and what the emulator needs beside the guest's memory. */
const defaultMemoryMiB = 128;
const overheadMiB = 160;

/** How many machines at a time: one a processor, as far as memory goes. */
export function automaticJobs(plan: Plan, { cpus, availableMemoryMiB }: HostResources): number {
  const largestMiB = Math.max(0, ...plan.tests.map(({ cell, suite, test }) => memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs])));
  return Math.max(1, Math.min(cpus, Math.floor(availableMemoryMiB / (largestMiB + overheadMiB))));
}

/** `-m 256`, `-m 1.5G`, `-m slots=2,size=512M`; what cannot be read counts as QEMU's default, QEMU will refuse it itself. */
export function memoryMiB(places: readonly (readonly string[])[]): number {
  const text = mergeUserArguments(places).memory ?? '';
  const match = /^(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text) ?? /(?:^|,)size=(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text);
  if (match?.[1] === undefined) return defaultMemoryMiB;
  return Number(match[1]) * (unitMiB[(match[2] ?? '').toUpperCase()] ?? 1);
}

const unitMiB: Readonly<Record<string, number>> = { B: 1 / 1024 / 1024, K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 };
