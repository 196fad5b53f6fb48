import { join } from 'node:path';
import { asObject } from '../bounds/parse-json.ts';
import { freeMiB } from '../host/files/disk-use.ts';
import { copyFileTo, writeFileAt } from '../host/files/file-changes.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { fileIdentity, kindOfFile, readWholeFile } from '../host/files/file-facts.ts';
import { readJsonFile, writeJsonFile } from '../host/files/json-file.ts';
import { openedFile } from '../host/files/memory-file.ts';
import { runCommand } from '../host/process/command.ts';
import { hostBoot, hostProcessor } from '../host/resources.ts';
import { isSystemError } from '../host/system-error.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import { qemuArguments } from '../machine/qemu-arguments.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { AssetStore } from '../provision/store/store.ts';
import type { CoveragePlace } from '../run/evidence/coverage-place.ts';
import type { Template } from '../run/template.ts';
import type { CellSupplies } from './supplies.ts';

/** The machine that a template is of. */
export interface TemplateWish {
  readonly machine: MachineSpec;
  readonly slots: number;
  readonly supplies: CellSupplies;
}

/** A template of an earlier run. */
export interface KeptTemplate {
  readonly template: Template;
  /** When that run booted it. */
  readonly bootedAt: Date;
  /** What its console said, absolute. */
  readonly consolePath: string;
}

/** What a run keeps of a template for the next one, and where. */
export interface KeepRequest extends TemplateWish {
  readonly template: Template;
  readonly bootedAt: Date;
  readonly consolePath: string;
}

/**
 * Everything that a saved machine depends on. It can be restored only where all of this is the same: QEMU and its
 * arguments to the letter, kernel and initramfs, files that arguments name, under KVM the processor. And the same start
 * of this host, after which nobody knows whether all of the memory reached the disk.
 */
export function templateIdentity({ machine, supplies: { qemu, kernel }, slots }: TemplateWish): string {
  const args = qemuArguments({ ...machine, origin: { kind: 'template', ramPath: 'ram', slots } });
  const host = machine.accelerator === 'kvm' ? hostProcessor() : '';
  return JSON.stringify([
    'template 2',
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

/** A disk that was changed is another disk, whatever argument brings it in. */
function filesIn(args: readonly string[]): readonly string[] {
  const words = args.flatMap((argument) => [argument, ...argument.split(/[,=:]/)]);
  return [...new Set(words)].flatMap((word) => (word === '' ? [] : (fileIdentity(word) ?? [])));
}

/** A template takes what its guest has touched of its memory, 90 to 150 MiB as a rule. */
const mostMiB = 2048;
/** What others may need of the disk while we run. */
const reserveMiB = 512;
const kind = 'template';

/**
 * Templates that outlive their run, in the store. Each was saved before anything of a suite had run, so that nothing a
 * test does can be in it. A run that uses one holds it open: who makes room in the store meanwhile does not disturb it.
 */
export class KeptTemplates {
  readonly #store: AssetStore;
  readonly #context: Pick<ProvisionContext, 'signal' | 'nowMs'>;
  readonly #onProblem: (reason: string) => void;
  readonly #keeping = new Set<Promise<void>>();
  #isTold = false;

  /** `onProblem` is told once why a template could not be kept: the next run boots again, and nothing else is lost. */
  constructor(context: Pick<ProvisionContext, 'store' | 'signal' | 'nowMs'>, onProblem: (reason: string) => void) {
    // A store of its own: what is used of it is nothing that a cache of CI should carry to another host.
    this.#store = new AssetStore(context.store.root);
    this.#context = context;
    this.#onProblem = onProblem;
  }

  /** Removes what runs left behind that were killed while they kept one: as much as a machine's memory. */
  async sweep(): Promise<void> {
    await this.#store.sweep(this.#context.signal).catch((error: unknown) => this.#tell(error));
  }

  /** Undefined: there is none, or something of it is missing or was changed. */
  find(wish: TemplateWish): KeptTemplate | undefined {
    const asset = { kind, key: templateIdentity(wish) };
    const directory = this.#store.find(asset);
    const kept = directory === undefined ? undefined : readKept(directory);
    if (kept !== undefined) this.#store.markUsed(asset, this.#context.nowMs());
    return kept;
  }

  /** In the background, from a descriptor of its own: `finished` waits for it. */
  keep(request: KeepRequest): void {
    const memory = openedFile(request.template.ramPath);
    const work = this.#keep(request, memory.path)
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        memory[Symbol.dispose]();
        this.#keeping.delete(work);
      });
    this.#keeping.add(work);
  }

  /** It turned out to be of no use. */
  discard(wish: TemplateWish): void {
    this.#store.discard({ kind, key: templateIdentity(wish) });
  }

  /** All that was to be kept is kept, or it was told why not. */
  async finished(): Promise<void> {
    await Promise.all(this.#keeping);
  }

  async #keep(request: KeepRequest, memoryPath: string): Promise<void> {
    const { signal } = this.#context;
    const asset = { kind, key: templateIdentity(request) };
    const needed = memoryMiB(request.machine.userArgs) + reserveMiB;
    const free = freeMiB(this.#store.root);
    if (free < needed)
      throw new ProvisionError(`${this.#store.root} has ${free} MiB free, and a saved machine may need ${needed}`);
    // It was booted because there was none, or because that one was not to be used again.
    this.#store.discard(asset);
    await this.#store.provide({ ...asset, signal, make: (staging) => fill(staging, request, memoryPath, signal) });
    this.#store.keepWithin(kind, mostMiB * 1024 * 1024, (directory) => describedIn(directory)?.hostBoot === hostBoot());
  }

  /** A cancelled run keeps nothing, and that is nobody's concern. */
  #tell(error: unknown): void {
    if (this.#context.signal.aborted) return;
    if (!(error instanceof ProvisionError) && !isSystemError(error) && !(error instanceof CopyFailed)) throw error;
    if (!this.#isTold) this.#onProblem(error.message);
    this.#isTold = true;
  }
}

class CopyFailed extends Error {
  override readonly name = 'CopyFailed';
}

async function fill(
  staging: string,
  { template, bootedAt, consolePath }: KeepRequest,
  memoryPath: string,
  signal: AbortSignal,
): Promise<void> {
  const ramPath = join(staging, 'ram');
  // Pages that the guest never touched stay holes.
  const { exitCode, output } = await runCommand(['cp', '--sparse=always', memoryPath, ramPath], { signal });
  if (exitCode !== 0) throw new CopyFailed(output.trim());
  writeFileAt(join(staging, 'state'), template.state);
  copyFileTo(consolePath, join(staging, 'console.log'));
  const description: Description = {
    release: template.release,
    slots: template.slots,
    bootedAt: bootedAt.toISOString(),
    hostBoot: hostBoot(),
    ...(template.coverageAt === undefined ? {} : { coverageAt: template.coverageAt }),
    state: sha256Of(template.state),
    ram: fileIdentity(ramPath) ?? '',
  };
  writeJsonFile(join(staging, 'template.json'), description);
}

/** What tells whether a template is as it was made. */
interface Description {
  readonly release: string;
  readonly slots: number;
  readonly bootedAt: string;
  readonly hostBoot: string;
  readonly coverageAt?: CoveragePlace;
  /** SHA-256. */
  readonly state: string;
  /** Its memory is too large to be read each time: the file's identity and when it was last written. */
  readonly ram: string;
}

function readKept(directory: string): KeptTemplate | undefined {
  const described = describedIn(directory);
  const [ramPath, statePath, consolePath] = ['ram', 'state', 'console.log'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  if (described === undefined || fileIdentity(ramPath) !== described.ram) return undefined;
  if (kindOfFile(statePath) !== 'file' || kindOfFile(consolePath) !== 'file') return undefined;
  const state = readWholeFile(statePath);
  if (sha256Of(state) !== described.state) return undefined;
  const { release, slots, coverageAt } = described;
  const memory = openedFile(ramPath);
  return {
    template: {
      release,
      slots,
      state,
      ramPath: memory.path,
      isKept: true,
      ...(coverageAt === undefined ? {} : { coverageAt }),
      [Symbol.dispose]: memory[Symbol.dispose],
    },
    bootedAt: new Date(described.bootedAt),
    consolePath,
  };
}

function describedIn(directory: string): Description | undefined {
  const {
    release,
    slots,
    bootedAt,
    hostBoot: boot,
    coverageAt,
    state,
    ram,
  } = asObject(readJsonFile(join(directory, 'template.json'))) ?? {};
  if (typeof release !== 'string' || typeof slots !== 'number' || typeof bootedAt !== 'string') return undefined;
  if (typeof boot !== 'string' || typeof state !== 'string' || typeof ram !== 'string') return undefined;
  const place = placeIn(coverageAt);
  return {
    release,
    slots,
    bootedAt,
    hostBoot: boot,
    ...(place === undefined ? {} : { coverageAt: place }),
    state,
    ram,
  };
}

function placeIn(written: unknown): CoveragePlace | undefined {
  const { address, bytes } = asObject(written) ?? {};
  return typeof address === 'number' && typeof bytes === 'number' ? { address, bytes } : undefined;
}
