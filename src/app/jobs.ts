import type { HostResources } from '../host/resources.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';

/** QEMU's own default of -m, and what the emulator needs beside the guest's memory. */
const defaultMemoryMiB = 128;
const overheadMiB = 160;

/**
 * What a clone writes to of the memory that it shares with all others, at most so much in an ordinary test. npm run bench
 * measures it: docs/benchmarks.md.
 */
const privatePagesMiB = 64;

/** How many machines at a time: one a processor, as far as memory goes. */
export function automaticJobs(starts: ReadonlyMap<PlannedTest, PlannedStart>, { cpus, availableMemoryMiB }: HostResources): number {
  const machines = [...starts].map(([{ cell, suite, test }, start]) => ({ start, memoryMiB: memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs]) }));
  const needMiB = Math.max(0, ...machines.map(({ start, memoryMiB: own }) => overheadMiB + (start.kind === 'clone' ? Math.min(own, privatePagesMiB) : own)));
  const leftMiB = availableMemoryMiB - templatesMiB(machines);
  return Math.max(1, Math.min(cpus, Math.floor(leftMiB / needMiB)));
}

/** Of all templates two at a time are usually there: the tests of one cell end while the next cell boots. */
function templatesMiB(machines: readonly { readonly start: PlannedStart; readonly memoryMiB: number }[]): number {
  const sizes = new Map(machines.flatMap(({ start, memoryMiB: own }) => (start.kind === 'clone' ? [[start.template, own] as const] : [])));
  return [...sizes.values()].sort((a, b) => b - a).slice(0, 2).reduce((sum, size) => sum + size, 0);
}

/** `-m 256`, `-m 1.5G`, `-m slots=2,size=512M`; what cannot be read counts as QEMU's default, QEMU will refuse it itself. */
export function memoryMiB(places: readonly (readonly string[])[]): number {
  const text = mergeUserArguments(places).memory ?? '';
  const match = /^(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text) ?? /(?:^|,)size=(\d+(?:\.\d+)?)([BKMGT]?)(?:,|$)/i.exec(text);
  if (match?.[1] === undefined) return defaultMemoryMiB;
  return Number(match[1]) * (unitMiB[(match[2] ?? '').toUpperCase()] ?? 1);
}

const unitMiB: Readonly<Record<string, number>> = { B: 1 / 1024 / 1024, K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 };
