import type { Accelerator } from '../machine/machine-spec.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';

/** How long a boot may take to reach the agent. Generous: it only tells a slow host from a dead guest. */
const defaultMs = 60_000;

/** How many times as long a boot may take under emulation. What the user gave is in real seconds, and stays. */
export const emulationFactor = 3;

/** The limit for the first boot on KVM. A guest that hangs on KVM would otherwise use up the whole deadline. */
const kvmTrialMs = 30_000;

/** The deadline of a boot for which the user gave none. */
export function defaultBootDeadlineMs(accelerator: Accelerator): number {
  return accelerator === 'tcg' ? emulationFactor * defaultMs : defaultMs;
}

/** The deadline of a test that boots for itself. */
export function bootDeadlineMs({ bootTimeoutMs }: PlannedTest, accelerator: Accelerator): number {
  return bootTimeoutMs ?? defaultBootDeadlineMs(accelerator);
}

/** The deadline of a boot that several suites share: the longest of theirs. */
export function cellDeadlineMs({ tests }: Plan, cell: Cell, accelerator: Accelerator): number {
  const own = tests.filter((planned) => planned.cell === cell);
  return Math.max(...own.map((planned) => bootDeadlineMs(planned, accelerator)));
}

/** The same when KVM is only tried. */
export function trialDeadlineMs(plan: Plan, cell: Cell): number {
  const isGiven = plan.tests.some((planned) => planned.cell === cell && planned.bootTimeoutMs !== undefined);
  return isGiven ? cellDeadlineMs(plan, cell, 'kvm') : kvmTrialMs;
}

/** Whether any boot of a plan has the default deadline. */
export function usesDefaultDeadline({ tests }: Plan): boolean {
  return tests.some(({ bootTimeoutMs }) => bootTimeoutMs === undefined);
}
