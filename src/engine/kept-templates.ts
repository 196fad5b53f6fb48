import { freeMiB } from '../host/files/disk-use.ts';
import { openedFile } from '../host/files/memory-file.ts';
import { isSystemError } from '../host/system-error.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { AssetStore } from '../provision/store/store.ts';
import {
  CopyFailed,
  isOfThisHost,
  type KeepRequest,
  type KeptFiles,
  type KeptTemplate,
  readKept,
  writeKept,
} from './kept-files.ts';
import { identitiesThatServe, templateIdentity, type TemplateWish } from './template-identity.ts';

/** A template takes what its guest has touched of its memory, 90 to 150 MiB as a rule. */
const mostMiB = 2048;
const mebibyte = 1024 * 1024;
/** What others may need of the disk while we run. */
const reserveMiB = 512;
const kind = 'template';

export interface KeepingContext extends Pick<ProvisionContext, 'store' | 'signal' | 'nowMs'> {
  /** The free space at a path; absent: what the system says. */
  readonly freeMiBAt?: (path: string) => number;
}

/**
 * Templates that outlive their run, in the store. Each was saved before anything of a suite had run, so that nothing a
 * test does can be in it. A run that uses one holds it open: who makes room in the store meanwhile does not disturb it.
 */
export class KeptTemplates {
  readonly #store: AssetStore;
  readonly #context: KeepingContext;
  readonly #onProblem: (reason: string) => void;
  readonly #keeping = new Set<Promise<void>>();
  #isTold = false;

  /** `onProblem` is told once why a template could not be kept: the next run boots again, and nothing else is lost. */
  constructor(context: KeepingContext, onProblem: (reason: string) => void) {
    // A store of its own: what is used of it is nothing that a cache of CI should carry to another host.
    this.#store = new AssetStore(context.store.root);
    this.#context = context;
    this.#onProblem = onProblem;
  }

  /** Removes what runs left behind that were killed while they kept one: as much as a machine's memory. */
  async sweep(): Promise<void> {
    await this.#store.sweep(this.#context.signal).catch((error: unknown) => this.#tell(error));
  }

  /** Undefined: there is none that serves, or something of it is missing or was changed. */
  find(wish: TemplateWish): KeptTemplate | undefined {
    for (const key of identitiesThatServe(wish)) {
      const asset = { kind, key };
      const directory = this.#store.find(asset);
      const kept = directory === undefined ? undefined : readKept(directory);
      if (kept === undefined) continue;
      this.#store.markUsed(asset, this.#context.nowMs());
      return kept;
    }
    return undefined;
  }

  /**
   * In the background, from a descriptor of its own, one after the other: each sees what room the others have left.
   * `finished` waits for it.
   */
  keep(request: KeepRequest): void {
    const { ramPath, diskPath } = request.template;
    const memory = openedFile(ramPath);
    const disk = diskPath === undefined ? undefined : openedFile(diskPath);
    const work = Promise.all(this.#keeping)
      .then(() => this.#keep(request, { ram: memory.path, disk: disk?.path }))
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        memory[Symbol.dispose]();
        disk?.[Symbol.dispose]();
        this.#keeping.delete(work);
      });
    this.#keeping.add(work);
  }

  /** What `find` finds turned out to be of no use. */
  discard(wish: TemplateWish): void {
    for (const key of identitiesThatServe(wish)) this.#store.discard({ kind, key });
  }

  /** All that was to be kept is kept, or it was told why not. */
  async finished(): Promise<void> {
    await Promise.all(this.#keeping);
  }

  async #keep(request: KeepRequest, files: KeptFiles): Promise<void> {
    const { signal } = this.#context;
    const asset = { kind, key: templateIdentity(request) };
    this.#makeRoom(memoryMiB(request.machine.userArgs) + reserveMiB);
    // It was booted because there was none, or because that one was not to be used again.
    this.#store.discard(asset);
    await this.#store.provide({ ...asset, signal, make: (staging) => writeKept(staging, request, files, signal) });
    this.#store.keepWithin(kind, mostMiB * mebibyte, isOfThisHost);
  }

  /** Older templates go first when the disk is almost full. @throws ProvisionError when that is not enough */
  #makeRoom(neededMiB: number): void {
    const { root } = this.#store;
    const { freeMiBAt = freeMiB } = this.#context;
    const lackingMiB = neededMiB - freeMiBAt(root);
    if (lackingMiB <= 0) return;
    this.#store.keepWithin(kind, this.#store.bytesOf(kind) - lackingMiB * mebibyte, isOfThisHost);
    const free = freeMiBAt(root);
    if (free < neededMiB)
      throw new ProvisionError(`${root} has ${free} MiB free, and a saved machine may need ${neededMiB}`);
  }

  /** A cancelled run keeps nothing, and that is nobody's concern. */
  #tell(error: unknown): void {
    if (this.#context.signal.aborted) return;
    if (!(error instanceof ProvisionError) && !isSystemError(error) && !(error instanceof CopyFailed)) throw error;
    if (!this.#isTold) this.#onProblem(error.message);
    this.#isTold = true;
  }
}
