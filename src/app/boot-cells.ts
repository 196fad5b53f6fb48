import { join } from 'node:path';
import { findBugs } from '../diagnose/find-bugs.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import type { Finding } from '../diagnose/finding.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import type { Cell } from '../plan/plan.ts';
import { bootCell, type BootRecord } from '../run/boot-cell.ts';
import { bootDeadlineMs, cellMachine } from './cell-machine.ts';
import { fallBack, type AcceleratorChoice } from './accelerator.ts';
import type { CellSupplies } from './supplies.ts';

/** What a cell's own boot showed. */
export interface CellBoot {
  readonly outcome: 'ok' | 'failed';
  readonly durationMs: number;
  readonly findings: readonly Finding[];
  /** Why it failed. */
  readonly detail: string;
}

export interface BootRequest {
  readonly cell: Cell;
  readonly supplies: CellSupplies;
  readonly outDirectory: string;
  readonly signal: AbortSignal;
}

/** KVM gets this long on its first try: a guest that KVM hangs would use up the whole deadline. */
const kvmTrialMs = 30_000;

/**
 * Boots a cell once. When KVM looked good and the guest does not reach the agent, TCG is tried, and a boot that works
 * there settles it for the whole run: the choice comes back changed.
 */
export async function bootOnce(request: BootRequest, choice: AcceleratorChoice): Promise<{ readonly boot: CellBoot; readonly choice: AcceleratorChoice }> {
  const first = await bootOn(request, choice.accelerator, choice.fallsBack ? kvmTrialMs : bootDeadlineMs[choice.accelerator]);
  if (first.ending.kind === 'completed' || !choice.fallsBack || request.signal.aborted) return { boot: summarise(first), choice };
  const second = await bootOn(request, 'tcg', bootDeadlineMs.tcg);
  if (second.ending.kind !== 'completed') return { boot: summarise(first), choice };
  return { boot: summarise(second), choice: fallBack(describeEnding(first.ending)) };
}

function bootOn({ cell, supplies, outDirectory, signal }: BootRequest, accelerator: 'kvm' | 'tcg', deadlineMs: number): Promise<BootRecord> {
  return bootCell(
    { qemu: supplies.qemu, machine: cellMachine(cell, supplies, accelerator), bootDeadlineMs: deadlineMs, directory: join(outDirectory, cell.id, 'boot') },
    { tripwire: createTripwire(), signal },
  );
}

function summarise({ ending, readyMs, durationMs, consoleText }: BootRecord): CellBoot {
  const findings = findBugs(consoleText);
  const outcome = ending.kind === 'completed' ? 'ok' : 'failed';
  const detail = outcome === 'ok' ? '' : [findings[0]?.title, describeEnding(ending)].filter((part) => part !== undefined).join('; ');
  return { outcome, durationMs: readyMs ?? durationMs, findings, detail };
}
