import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import type { CellSupplies } from '../engine/supplies.ts';
import type { CachedTemplate } from '../engine/template-cache.ts';
import { freeMiB } from '../host/files/disk-use.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { fileIdentity, kindOfFile, readWholeFile } from '../host/files/file-facts.ts';
import { readJsonFile, writeJsonFile } from '../host/files/json-file.ts';
import { hostBoot, hostProcessor } from '../host/resources.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import { qemuArguments } from '../machine/qemu-arguments.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { makeTemplate, type Template } from '../run/template.ts';

/**
 * Everything that a saved machine depends on. It can be restored only if all of this is unchanged: QEMU and its exact
 * arguments, kernel, initramfs, files named in arguments, and the processor under KVM. It also includes the boot of
 * this host, because after a crash nobody knows whether all memory was written to the disk.
 */
export function templateIdentity(machine: MachineSpec, { qemu, kernel }: CellSupplies, slots: number): string {
  const args = qemuArguments({ ...machine, origin: { kind: 'template', ramPath: 'ram', slots } });
  const host = machine.accelerator === 'kvm' ? hostProcessor() : '';
  return JSON.stringify([
    'template 1',
    hostBoot(),
    host,
    qemu.version,
    qemu.sha256,
    qemu.firmwareArgs,
    kernel.sha256,
    args,
    filesIn(args),
  ]);
}

/** A changed disk file is another disk, whichever argument names it. */
function filesIn(args: readonly string[]): readonly string[] {
  const words = args.flatMap((argument) => [argument, ...argument.split(/[,=:]/)]);
  return [...new Set(words)].flatMap((word) => (word === '' ? [] : (fileIdentity(word) ?? [])));
}

/** A request for a template that outlives the process. It is kept in the store, as `assets/template-…`. */
export interface TemplateWish {
  /** The machine that the template boots. */
  readonly machine: MachineSpec;
  readonly slots: number;
  readonly supplies: CellSupplies;
  readonly bootDeadlineMs: number;
  /** Directory for the boot's logs; absolute. */
  readonly directory: string;
  /** Called before and after a boot, if one is needed. */
  readonly onBoot: (phase: 'begin' | 'end') => void;
}

/** `isNew`: it was made just now. `discard`: removes a template that turned out to be unusable. */
export interface KeptTemplate {
  readonly cached: CachedTemplate;
  readonly isNew: boolean;
  readonly discard: () => void;
}

/** Each template is as large as the memory that its guest has touched, about 100 MiB. */
const keptTemplates = 4;
/** Disk space that is left for other programs. */
const reserveMiB = 512;

/** The machine did not boot, or could not be saved. */
class TemplateNotMade extends Error {
  override readonly name = 'TemplateNotMade';
}

/**
 * The template for a machine: the kept one if it is intact, otherwise a new one that is booted, saved and kept. It is
 * saved before anything of a suite runs, so it contains nothing of a test.
 */
export async function keepTemplate(wish: TemplateWish, context: ProvisionContext): Promise<KeptTemplate> {
  const { store } = context;
  const asset = { kind: 'template', key: templateIdentity(wish.machine, wish.supplies, wish.slots) };
  const discard = (): void => store.discard(asset);
  const keptAt = store.find(asset);
  const kept = keptAt === undefined ? undefined : readTemplate(keptAt);
  if (kept !== undefined) {
    store.markUsed(asset, context.nowMs());
    return { cached: { kind: 'template', template: kept }, isNew: false, discard };
  }
  try {
    discard();
    requireSpace(wish, store.root);
    const directory = await store.provide({
      ...asset,
      signal: context.signal,
      make: (staging) => make(wish, staging, context.signal),
    });
    const template = readTemplate(directory);
    if (template === undefined) throw new TemplateNotMade(`the files in ${directory} differ from what was saved`);
    store.keepLatest('template', keptTemplates);
    return { cached: { kind: 'template', template }, isNew: true, discard };
  } catch (error) {
    if (error instanceof TemplateNotMade || error instanceof ProvisionError)
      return { cached: { kind: 'none', reason: error.message }, isNew: true, discard };
    throw error;
  }
}

function requireSpace({ machine }: TemplateWish, root: string): void {
  const needed = memoryMiB(machine.userArgs) + reserveMiB;
  const free = freeMiB(root);
  if (free < needed) throw new TemplateNotMade(`${root} has ${free} MiB free, and a template may need ${needed}`);
}

async function make(
  { machine, slots, supplies, bootDeadlineMs, directory, onBoot }: TemplateWish,
  staging: string,
  signal: AbortSignal,
): Promise<void> {
  const ramPath = join(staging, 'ram');
  const ram = { path: ramPath, [Symbol.dispose]: () => undefined };
  const job = {
    qemu: supplies.qemu,
    machine,
    bootDeadlineMs,
    directory,
    memoryMiB: memoryMiB(machine.userArgs),
    slots,
    ram,
  };
  onBoot('begin');
  const { boot, template, failure } = await makeTemplate(job, { tripwire: createTripwire(), signal });
  onBoot('end');
  signal.throwIfAborted();
  if (template === undefined) throw new TemplateNotMade(failure ?? describeEnding(boot.ending));
  writeFileAt(join(staging, 'state'), template.state);
  const description: Description = {
    release: template.release,
    slots,
    state: sha256Of(template.state),
    ram: fileIdentity(ramPath) ?? '',
  };
  writeJsonFile(join(staging, 'template.json'), description);
}

/** Checks whether a template is unchanged. */
interface Description {
  readonly release: string;
  readonly slots: number;
  /** SHA-256. */
  readonly state: string;
  /** The memory is too large to hash each time, so this is the file's identity and modification time. */
  readonly ram: string;
}

/** Undefined: a part is missing or was changed. */
function readTemplate(directory: string): Template | undefined {
  const description = parseDescription(readJsonFile(join(directory, 'template.json')));
  const [ramPath, statePath] = [join(directory, 'ram'), join(directory, 'state')];
  if (description === undefined || fileIdentity(ramPath) !== description.ram || kindOfFile(statePath) !== 'file')
    return undefined;
  const state = readWholeFile(statePath);
  if (sha256Of(state) !== description.state) return undefined;
  return { release: description.release, slots: description.slots, state, ramPath, [Symbol.dispose]: () => undefined };
}

function parseDescription(stored: unknown): Description | undefined {
  if (
    typeof stored !== 'object' ||
    stored === null ||
    !('release' in stored && 'slots' in stored && 'state' in stored && 'ram' in stored)
  )
    return undefined;
  const { release, slots, state, ram } = stored;
  if (typeof release !== 'string' || typeof slots !== 'number' || typeof state !== 'string' || typeof ram !== 'string')
    return undefined;
  return { release, slots, state, ram };
}
