import type { HostResources } from '../host/resources.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';

/** What the emulator needs beside the guest's memory. */
const overheadMiB = 160;

/**
 * What a clone writes to of the memory that it shares with all others, at most so much in an ordinary test. npm run
 * bench measures it: docs/benchmarks.md.
 */
const privatePagesMiB = 64;

/** How many machines at a time: one a processor, as far as memory goes. */
export function automaticJobs(
  starts: ReadonlyMap<PlannedTest, PlannedStart>,
  { cpus, availableMemoryMiB }: HostResources,
): number {
  const machines = [...starts].map(([{ cell, suite, test }, start]) => ({
    start,
    memoryMiB: memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs]),
  }));
  const needMiB = Math.max(
    0,
    ...machines.map(
      ({ start, memoryMiB: own }) => overheadMiB + (start.kind === 'clone' ? Math.min(own, privatePagesMiB) : own),
    ),
  );
  const leftMiB = availableMemoryMiB - templatesMiB(machines);
  return Math.max(1, Math.min(cpus, Math.floor(leftMiB / needMiB)));
}

/** Of all templates two at a time are usually there: the tests of one cell end while the next cell boots. */
function templatesMiB(machines: readonly { readonly start: PlannedStart; readonly memoryMiB: number }[]): number {
  const sizes = new Map(
    machines.flatMap(({ start, memoryMiB: own }) => (start.kind === 'clone' ? [[start.template, own] as const] : [])),
  );
  return [...sizes.values()]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, size) => sum + size, 0);
}
