import type { HostResources } from '../host/resources.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { Plan } from '../plan/plan.ts';

/** What the emulator needs beside the guest's memory. */
const overheadMiB = 160;

/** How many machines at a time: one a processor, as far as memory goes. */
export function automaticJobs(plan: Plan, { cpus, availableMemoryMiB }: HostResources): number {
  const largestMiB = Math.max(0, ...plan.tests.map(({ cell, suite, test }) => memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs])));
  return Math.max(1, Math.min(cpus, Math.floor(availableMemoryMiB / (largestMiB + overheadMiB))));
}
