import { join, relative } from 'node:path';
import { type BootFailure, explainBoot } from '../diagnose/boot-failure.ts';
import { describeEnding } from '../diagnose/describe-ending.ts';
import type { Finding } from '../diagnose/finding.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Cell } from '../plan/plan.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import type { Ending } from '../run/evidence/run-record.ts';
import type { Template } from '../run/template.ts';
import { type AcceleratorChoice, fallBack } from './accelerator.ts';
import { cellDeadlineMs, trialDeadlineMs } from './boot-deadlines.ts';
import { bootKernel, type BootRequest, consoleIn, type KernelBoot } from './boot-machines.ts';
import { factsOfBoot } from './boot-facts.ts';
import { suppliesOf } from './run.ts';

/** The result of a cell's own boot. */
export interface CellBoot {
  readonly outcome: 'ok' | 'failed';
  readonly durationMs: number;
  /** By an earlier run, which saved the machine; undefined: by this one. */
  readonly bootedAt?: Date;
  /** The form of the kernel that was started. Absent: none was. */
  readonly image?: KernelImage['bootFormat'];
  readonly imageReason?: string;
  readonly findings: readonly Finding[];
  /** Why it failed; absent: it did not. */
  readonly failure?: BootFailure;
  /** The boot failed because of our own code. `log` has the stack; its path is relative to the results directory. */
  readonly internalError?: { readonly detail: string; readonly log: string };
}

/** A disk image that did not come up, and the console of its boot, relative to the results directory. */
export interface ImageFailure {
  readonly ending: Extract<Ending, { kind: 'image-failed' }>;
  readonly consolePath: string;
}

/** A boot, and the machine that was saved after it, or why it was not saved. */
export interface BootOutcome {
  readonly boot: CellBoot;
  readonly template: Template | undefined;
  readonly templateFailure: string | undefined;
  /** Present: no machine with this disk image would come up. */
  readonly imageFailure?: ImageFailure;
  /** What it ran on. */
  readonly accelerator: Accelerator;
}

/** Boots as `bootOnce` does, and tells the listener of it, unless an earlier run has done it. */
export async function bootTold(
  request: BootRequest,
  choice: AcceleratorChoice,
  isWorthTcg?: (ending: Ending) => boolean,
): ReturnType<typeof bootOnce> {
  const { cell, run } = request;
  const told = { hasBegun: false };
  const onBoot = (): void => {
    if (!told.hasBegun) run.listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
    told.hasBegun = true;
  };
  const outcome = await bootOnce({ ...request, onBoot }, choice, isWorthTcg);
  if (told.hasBegun) run.listener({ kind: 'provision-end', what: cell.id, ...endOf(outcome) });
  return outcome;
}

/**
 * Boots a cell once. When KVM looked usable but the guest does not reach the agent, TCG is tried. If that works, the
 * changed choice is returned. `isWorthTcg`: whether TCG could help after such an ending; absent: after any.
 */
export async function bootOnce(
  request: BootRequest,
  choice: AcceleratorChoice,
  isWorthTcg: (ending: Ending) => boolean = () => true,
): Promise<BootOutcome & { readonly choice: AcceleratorChoice }> {
  const { cell, run } = request;
  const isTrial = choice.fallsBack && choice.isProven !== true;
  // What an earlier run could do with KVM does not show that it works today.
  const first = await bootKernel(
    isTrial && request.templates === 'reused' ? { ...request, templates: 'proven' } : request,
    {
      accelerator: choice.accelerator,
      deadlineMs: isTrial ? trialDeadlineMs(run.plan, cell) : cellDeadlineMs(run.plan, cell, choice.accelerator),
    },
  );
  const { ending } = first.record;
  if (ending.kind === 'completed' || !choice.fallsBack || run.signal.aborted || !isWorthTcg(ending))
    return { ...(await summarise(first, request, choice.accelerator)), choice };
  const second = await bootKernel(request, { accelerator: 'tcg', deadlineMs: cellDeadlineMs(run.plan, cell, 'tcg') });
  if (second.record.ending.kind !== 'completed')
    return { ...(await summarise(first, request, choice.accelerator)), choice };
  return { ...(await summarise(second, request, 'tcg')), choice: fallBack(describeEnding(ending)) };
}

async function summarise(boot: KernelBoot, request: BootRequest, accelerator: Accelerator): Promise<BootOutcome> {
  const { record, template, kernel } = boot;
  const { startedAt, ending, readyMs, durationMs } = record;
  const { services, outDirectory } = request.run;
  const { machine } = request.cell;
  const initramfs = suppliesOf(request.run, request.cell).archive.path;
  const consolePath = relative(outDirectory, consoleIn(request.directory));
  const findings = await services.judge.findBugs({ resultsDirectory: outDirectory, consolePath });
  const failed =
    ending.kind === 'completed'
      ? undefined
      : explainBoot({ ...record, findings, ...factsOfBoot({ ...boot, machine, initramfs }) });
  return {
    boot: {
      outcome: failed === undefined ? 'ok' : 'failed',
      durationMs: readyMs ?? durationMs,
      ...(template?.isKept === true ? { bootedAt: startedAt } : {}),
      image: kernel.bootFormat,
      ...(kernel.imageReason === undefined ? {} : { imageReason: kernel.imageReason }),
      findings,
      ...(failed === undefined ? {} : { failure: failed }),
    },
    template,
    templateFailure: boot.failure,
    ...(ending.kind === 'image-failed' ? { imageFailure: { ending, consolePath } } : {}),
    accelerator,
  };
}

/** The console of a cell's own boot, if there is one. Relative to the results directory. */
export function bootConsole(outDirectory: string, cell: Cell): { readonly consolePath?: string } {
  const path = consoleIn(bootDirectory(outDirectory, cell));
  return kindOfFile(path) === 'file' ? { consolePath: relative(outDirectory, path) } : {};
}

/** How the step "booting" ended. */
function endOf({ boot: { outcome, durationMs } }: BootOutcome): {
  readonly ended: 'done' | 'failed';
  readonly durationMs: number;
} {
  return { ended: outcome === 'ok' ? 'done' : 'failed', durationMs };
}

/** The directory for the logs of a cell's own boot. */
export function bootDirectory(outDirectory: string, cell: Cell, extra = ''): string {
  return join(outDirectory, cell.id, 'boot', extra);
}
