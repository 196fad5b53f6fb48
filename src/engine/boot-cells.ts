import { join, relative } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import type { Finding } from '../diagnose/finding.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { copyFileTo } from '../host/files/file-changes.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { Cell } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import { bootCell, type BootRecord } from '../run/boot-cell.ts';
import { makeTemplate, type Template } from '../run/template.ts';
import { type AcceleratorChoice, fallBack } from './accelerator.ts';
import { bootDeadlineMs, cellMachine, templateMachine } from './cell-machine.ts';
import type { KeptTemplate } from './kept-templates.ts';
import type { RunChoices } from './run-choices.ts';
import { type RunSetup, suppliesOf } from './run.ts';

/** The result of a cell's own boot. */
export interface CellBoot {
  readonly outcome: 'ok' | 'failed';
  readonly durationMs: number;
  /** By an earlier run, which saved the machine; undefined: by this one. */
  readonly bootedAt?: Date;
  readonly findings: readonly Finding[];
  /** Why it failed. */
  readonly detail: string;
  /** The boot failed because of our own code. `log` has the stack; its path is relative to the results directory. */
  readonly internalError?: { readonly detail: string; readonly log: string };
}

/** A boot, and the machine that was saved after it, or why it was not saved. */
export interface BootOutcome {
  readonly boot: CellBoot;
  readonly template: Template | undefined;
  readonly templateFailure: string | undefined;
}

export interface BootRequest {
  readonly cell: Cell;
  /** Saved after the boot; undefined: nothing starts from it. */
  readonly template: TemplatePlan | undefined;
  /** `renewed`: what an earlier run saved was of no use. */
  readonly templates: RunChoices['templates'] | 'renewed';
  /** Of this boot's logs: absolute. */
  readonly directory: string;
  readonly run: RunSetup;
}

/** The limit for the first boot on KVM. A guest that hangs on KVM would otherwise use up the whole deadline. */
const kvmTrialMs = 30_000;

/**
 * Boots a cell once. When KVM looked usable but the guest does not reach the agent, TCG is tried. If that works, TCG is
 * used for the whole run, and the changed choice is returned.
 */
export async function bootOnce(
  request: BootRequest,
  choice: AcceleratorChoice,
): Promise<BootOutcome & { readonly choice: AcceleratorChoice }> {
  // What an earlier run could do with KVM does not show that it works today.
  const first = await bootUnlessKilled(
    choice.fallsBack && request.templates === 'reused' ? { ...request, templates: 'new' } : request,
    choice.accelerator,
    choice.fallsBack ? kvmTrialMs : bootDeadlineMs[choice.accelerator],
  );
  if (first.record.ending.kind === 'completed' || !choice.fallsBack || request.run.signal.aborted)
    return { ...(await summarise(first, request)), choice };
  const second = await bootUnlessKilled(request, 'tcg', bootDeadlineMs.tcg);
  if (second.record.ending.kind !== 'completed') return { ...(await summarise(first, request)), choice };
  return { ...(await summarise(second, request)), choice: fallBack(describeEnding(first.record.ending)) };
}

/**
 * All tests of a cell depend on its boot. A boot that was killed from outside, for example when memory ran out, is
 * tried once more.
 */
async function bootUnlessKilled(request: BootRequest, accelerator: 'kvm' | 'tcg', deadlineMs: number): Promise<Boot> {
  const first = await bootOn(request, accelerator, deadlineMs);
  const { ending } = first.record;
  if (ending.kind !== 'qemu-exited' || ending.signal !== 'SIGKILL' || request.run.signal.aborted) return first;
  return await bootOn(request, accelerator, deadlineMs);
}

interface Boot {
  readonly record: BootRecord;
  readonly template: Template | undefined;
  readonly failure: string | undefined;
}

async function bootOn(request: BootRequest, accelerator: 'kvm' | 'tcg', deadlineMs: number): Promise<Boot> {
  const { cell, template, directory, run } = request;
  const { signal } = run;
  const { keptTemplates } = run.services;
  const supplies = suppliesOf(run, cell);
  const ports = { tripwire: createTripwire(), signal };
  const job = { qemu: supplies.qemu, bootDeadlineMs: deadlineMs, directory };
  if (template === undefined) {
    const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports);
    return { record, template: undefined, failure: undefined };
  }
  const machine = templateMachine(template, supplies, accelerator);
  const wish = { machine, slots: template.slots, supplies };
  if (request.templates === 'renewed') keptTemplates.discard(wish);
  const kept = request.templates === 'reused' ? keptTemplates.find(wish) : undefined;
  if (kept !== undefined) return bootedEarlier(kept, directory);
  const made = await makeTemplate(
    { ...job, machine, memoryMiB: memoryMiB(machine.userArgs), slots: template.slots },
    ports,
  );
  if (made.template !== undefined)
    keptTemplates.keep({
      ...wish,
      template: made.template,
      bootedAt: made.boot.startedAt,
      consolePath: consoleIn(directory),
    });
  const failure = made.failure ?? (made.template === undefined ? describeEnding(made.boot.ending) : undefined);
  if (made.boot.ending.kind === 'completed' || signal.aborted || !isCellsOwn(template))
    return { record: made.boot, template: made.template, failure };
  // This QEMU may refuse the additions that a template needs. Tests can still run on an ordinary machine.
  const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports);
  return { record, template: undefined, failure };
}

/** The console of that boot is this one's too: what it reported stands under every result that rests on it. */
function bootedEarlier({ template, bootedAt, consolePath }: KeptTemplate, directory: string): Boot {
  copyFileTo(consolePath, consoleIn(directory));
  const record: BootRecord = {
    startedAt: bootedAt,
    readyMs: 0,
    durationMs: 0,
    ending: { kind: 'completed' },
    release: template.release,
  };
  return { record, template, failure: undefined };
}

/**
 * Whether the template is the cell's plain machine. The additions of a suite could keep it from booting, and that is
 * not the cell's fault.
 */
export function isCellsOwn({ args, diskImage }: TemplatePlan): boolean {
  return args.length === 0 && diskImage === undefined;
}

async function summarise(
  { record: { startedAt, ending, readyMs, durationMs }, template, failure }: Boot,
  { directory, run: { services, outDirectory } }: BootRequest,
): Promise<BootOutcome> {
  const findings = await services.judge.findBugs({
    resultsDirectory: outDirectory,
    consolePath: relative(outDirectory, consoleIn(directory)),
  });
  const outcome = ending.kind === 'completed' ? 'ok' : 'failed';
  const detail =
    outcome === 'ok'
      ? ''
      : [findings[0]?.title, describeEnding(ending)].filter((part) => part !== undefined).join('; ');
  const earlier = template?.isKept === true ? { bootedAt: startedAt } : {};
  const boot = { outcome, durationMs: readyMs ?? durationMs, ...earlier, findings, detail } as const;
  return { boot, template, templateFailure: failure };
}

function consoleIn(directory: string): string {
  return join(directory, 'console.log');
}

/** The console of a cell's own boot, if there is one. Relative to the results directory. */
export function bootConsole(outDirectory: string, cell: Cell): { readonly consolePath?: string } {
  const path = consoleIn(bootDirectory(outDirectory, cell));
  return kindOfFile(path) === 'file' ? { consolePath: relative(outDirectory, path) } : {};
}

/** How the step "booting" ended. */
export function bootEnd({ boot: { outcome, durationMs } }: BootOutcome): {
  readonly ended: 'done' | 'failed';
  readonly durationMs: number;
} {
  return { ended: outcome === 'ok' ? 'done' : 'failed', durationMs };
}

/** The directory for the logs of a cell's own boot. */
export function bootDirectory(outDirectory: string, cell: Cell, extra = ''): string {
  return join(outDirectory, cell.id, 'boot', extra);
}
