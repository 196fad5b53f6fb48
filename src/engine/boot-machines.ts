import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { copyFileTo } from '../host/files/file-changes.ts';
import { removeTree } from '../host/files/scratch-directory.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { Cell } from '../plan/plan.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import { asPacked } from '../provision/kernel/boot-form.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import { bootCell, type BootRecord } from '../run/boot-cell.ts';
import { notStarted } from '../run/evidence/run-record.ts';
import { proveTemplate } from '../run/prove-template.ts';
import type { RunPorts } from '../run/run-ports.ts';
import { makeTemplate, type Template, type TemplateJob, type TemplateMaking } from '../run/template.ts';
import { exceedsMemory } from './boot-facts.ts';
import { cellMachine, templateMachine } from './cell-machine.ts';
import type { KeptTemplate } from './kept-files.ts';
import type { RunChoices } from './run-choices.ts';
import { bootSupplies, type RunServices, type RunSetup } from './run.ts';
import type { CellSupplies } from './supplies.ts';
import type { TemplateWish } from './template-identity.ts';

export interface BootRequest {
  readonly cell: Cell;
  /** Saved after the boot; undefined: nothing starts from it. */
  readonly template: TemplatePlan | undefined;
  /**
   * `renewed`: what an earlier run saved was of no use. `proven`: it is used only if a clone of it answers now.
   */
  readonly templates: RunChoices['templates'] | 'renewed' | 'proven';
  /** Of this boot's logs: absolute. */
  readonly directory: string;
  readonly run: BootingRun;
  /** Called before a machine boots: not when the saved one of an earlier run is used. */
  readonly onBoot?: () => void;
}

/** The parts of a run that a boot needs. */
export interface BootingRun extends Pick<RunSetup, 'plan' | 'supplies' | 'outDirectory' | 'listener' | 'signal'> {
  readonly services: Pick<RunServices, 'judge' | 'keptTemplates' | 'kernelForms'>;
}

/** How a boot is made. */
export interface BootWay {
  readonly accelerator: Accelerator;
  readonly deadlineMs: number;
}

/** A boot, and what was saved after it. */
export interface Boot {
  readonly record: BootRecord;
  readonly template: Template | undefined;
  readonly failure: string | undefined;
}

/** The boot of a kernel, and the form in which it was started. */
export interface KernelBoot extends Boot {
  readonly kernel: KernelImage;
  /** All forms that were started. More than one: none came to its first line. */
  readonly tried: readonly KernelImage['bootFormat'][];
  readonly deadlineMs: number;
}

/**
 * Boots a cell. A kernel that is entered directly and resets before its first line is started once more, by its
 * bzImage. If it gets further so, that is how it is started from now on.
 */
export async function bootKernel(request: BootRequest, way: BootWay): Promise<KernelBoot> {
  const { cell, run } = request;
  const supplies = bootSupplies(run, cell);
  const { kernel } = supplies;
  const { deadlineMs } = way;
  const first = await bootUnlessMishap(request, supplies, way);
  const packed = asPacked(kernel);
  if (packed === undefined || !isWorthPacked(first.record, cell, supplies) || run.signal.aborted)
    return { ...first, kernel, tried: [kernel.bootFormat], deadlineMs };
  const second = await bootUnlessMishap(request, { ...supplies, kernel: packed }, way);
  if (isSilentReset(second.record))
    return { ...second, kernel, tried: [kernel.bootFormat, packed.bootFormat], deadlineMs };
  // Whatever else goes wrong: it has started.
  if (second.record.phase !== 'kernel-silent' || second.record.ending.kind === 'completed')
    run.services.kernelForms.settle(kernel);
  return { ...second, kernel: packed, tried: [packed.bootFormat], deadlineMs };
}

/** A kernel that does not fit into its memory is not started by its bzImage, either. */
function isWorthPacked(record: BootRecord, cell: Cell, { kernel, archive }: CellSupplies): boolean {
  return isSilentReset(record) && !exceedsMemory(kernel, archive.path, cell.machine);
}

function isSilentReset({ ending, phase }: BootRecord): boolean {
  return (ending.kind === 'guest-reset' || ending.kind === 'guest-shutdown') && phase === 'kernel-silent';
}

/**
 * All tests of a cell depend on its boot. A boot that was killed from outside, for example when memory ran out, is
 * tried once more. So is one that reset by chance, or whose clock runs too fast.
 */
async function bootUnlessMishap(request: BootRequest, supplies: CellSupplies, way: BootWay): Promise<Boot> {
  const first = await bootOn(request, supplies, way);
  const { ending } = first.record;
  const isKilled = ending.kind === 'qemu-exited' && ending.signal === 'SIGKILL';
  const isMishap = isKilled || first.record.isClockAhead || isResetByChance(first.record, way.accelerator);
  if (!isMishap || request.run.signal.aborted) return first;
  first.template?.[Symbol.dispose]();
  return await bootOn(request, supplies, way);
}

/**
 * Nested KVM was seen to reset a machine before its first line by chance. One that always does so is soon seen to do it
 * again.
 */
function isResetByChance(record: BootRecord, accelerator: Accelerator): boolean {
  return accelerator === 'kvm' && isSilentReset(record);
}

async function bootOn(
  request: BootRequest,
  supplies: CellSupplies,
  { accelerator, deadlineMs }: BootWay,
): Promise<Boot> {
  const { cell, template, directory, run, onBoot = () => undefined } = request;
  const { signal } = run;
  const { keptTemplates } = run.services;
  const ports = { tripwire: createTripwire(), signal };
  const job = { qemu: supplies.qemu, bootDeadlineMs: deadlineMs, directory };
  if (template === undefined) {
    onBoot();
    const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports);
    return { record, template: undefined, failure: undefined };
  }
  const machine = templateMachine(template, supplies, accelerator);
  const wish: TemplateWish = { machine, slots: template.slots, supplies };
  if (request.templates === 'renewed') keptTemplates.discard(wish);
  const kept = await findKept(request, wish, ports);
  if (kept !== undefined) return bootedEarlier(kept, directory);
  onBoot();
  const made = await makeUnlessReset(
    { ...job, machine, memoryMiB: memoryMiB(machine.userArgs), slots: template.slots },
    ports,
  );
  if (made.template !== undefined && !made.boot.isClockAhead)
    keptTemplates.keep({
      ...wish,
      template: made.template,
      bootedAt: made.boot.startedAt,
      consolePath: consoleIn(directory),
    });
  const failure = made.failure ?? (made.template === undefined ? describeEnding(made.boot.ending) : undefined);
  if (endedByGuest(made.boot) || signal.aborted || !isCellsOwn(template))
    return { record: made.boot, template: made.template, failure };
  // This QEMU may refuse the additions that a template needs. Tests can still run on an ordinary machine.
  const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports);
  return { record, template: undefined, failure };
}

async function makeUnlessReset(job: TemplateJob, ports: RunPorts): Promise<TemplateMaking> {
  const made = await makeTemplate(job, ports);
  return isResetByChance(made.boot, job.machine.accelerator) && !ports.signal.aborted
    ? await makeTemplate(job, ports)
    : made;
}

/** What an earlier run saved. What its dead clone said is kept with the boot, as evidence. */
async function findKept(
  { templates, cell, directory, run: { services, listener, signal } }: BootRequest,
  wish: TemplateWish,
  ports: RunPorts,
): Promise<KeptTemplate | undefined> {
  if (templates !== 'reused' && templates !== 'proven') return undefined;
  const kept = services.keptTemplates.find(wish);
  if (kept === undefined || templates === 'reused') return kept;
  const { template } = kept;
  const place = join(directory, 'dead-clone');
  const ending = await proveTemplate({ ...wish, qemu: wish.supplies.qemu, template, directory: place }, ports);
  if (ending === undefined) {
    removeTree(place);
    return kept;
  }
  template[Symbol.dispose]();
  if (signal.aborted) return undefined;
  services.keptTemplates.discard(wish);
  const message = `${cell.id}: it boots again, because the machine that an earlier run saved was dead: `;
  listener({ kind: 'warning', message: message + describeEnding(ending) });
  return undefined;
}

/** An ordinary machine would end in the same way. A silent reset may be due to the additions. */
function endedByGuest({ ending, phase }: BootRecord): boolean {
  switch (ending.kind) {
    case 'completed':
    case 'boot-deadline':
    case 'image-failed':
      return true;
    case 'guest-reset':
    case 'guest-shutdown':
    case 'guest-panicked':
      return phase !== 'kernel-silent';
    case 'kvm-failed':
    case 'qemu-exited':
    case 'agent-lost':
    case 'host-failed':
    case 'over-limit':
    case 'deadline':
    case 'no-power-off':
    case 'after-bug':
    case 'model-broke':
    case 'internal-error':
    case 'not-started':
    case 'cancelled':
      return false;
  }
}

/** The console of that boot is this one's too: what it reported stands under every result that rests on it. */
function bootedEarlier({ template, bootedAt, consolePath }: KeptTemplate, directory: string): Boot {
  copyFileTo(consolePath, consoleIn(directory));
  const record: BootRecord = {
    startedAt: bootedAt,
    readyMs: 0,
    durationMs: 0,
    ending: { kind: 'completed' },
    ...notStarted,
    isClockAhead: false,
    phase: 'init-started',
    release: template.release,
  };
  return { record, template, failure: undefined };
}

/**
 * Whether the template is the cell's plain machine. The additions of a suite could keep it from booting, and that is
 * not the cell's fault.
 */
export function isCellsOwn({ args, diskImage, tree }: TemplatePlan): boolean {
  return args.length === 0 && diskImage === undefined && tree === undefined;
}

export function consoleIn(directory: string): string {
  return join(directory, 'console.log');
}
