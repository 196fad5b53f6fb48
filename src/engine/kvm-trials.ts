import { asObject } from '../bounds/parse-json.ts';
import { sha256Of } from '../host/files/file-digest.ts';
import { kvmIdentity } from '../host/kvm.ts';
import { hostBoot, hostProcessor } from '../host/resources.ts';
import type { Cell } from '../plan/plan.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { AssetStore } from '../provision/store/store.ts';
import { type AcceleratorChoice, failedBefore } from './accelerator.ts';
import type { CellSupplies } from './supplies.ts';

/** A kernel on a machine that was, or would be, booted on KVM to see whether it works. */
export interface KvmTrial {
  readonly cell: Cell;
  readonly supplies: Pick<CellSupplies, 'qemu' | 'kernel'>;
}

/** After that it is tried again: what KVM does may depend on hosts below this one, which nobody here sees. */
const rememberedMs = 60 * 60 * 1000;
const mostTrials = 50;
const document = 'kvm-trials';

/**
 * Trials of KVM that failed while the same kernel reached its agent on TCG. A guest that hangs on KVM costs a run half
 * a minute, so the next runs leave it out for a while. Only the same trial is left out: the same kernel, machine and
 * QEMU, on the same processor, since the same start of the host, with the same /dev/kvm.
 */
export class KvmTrials {
  readonly #store: AssetStore;
  readonly #nowMs: () => number;

  constructor({ store, nowMs }: Pick<ProvisionContext, 'store' | 'nowMs'>) {
    // A store of its own: another host has nothing of it, so no cache of CI should carry it.
    this.#store = new AssetStore(store.root);
    this.#nowMs = nowMs;
  }

  /** The choice of a run whose first boot would be this trial. */
  recall(trial: KvmTrial, choice: AcceleratorChoice): AcceleratorChoice {
    if (!choice.fallsBack) return choice;
    const key = keyOf(trial);
    const failed = this.#failures().find((failure) => failure.key === key);
    return failed === undefined ? choice : failedBefore(failed.detail, this.#nowMs() - failed.atMs);
  }

  /** How the guest on KVM ended, in words. */
  remember(trial: KvmTrial, detail: string): void {
    const failed = { key: keyOf(trial), atMs: this.#nowMs(), detail };
    this.#write([...this.#without(failed.key), failed]);
  }

  /** It works. */
  forget(trial: KvmTrial): void {
    const failures = this.#failures();
    const others = this.#without(keyOf(trial));
    if (others.length < failures.length) this.#write(others);
  }

  #without(key: string): readonly Failure[] {
    return this.#failures().filter((failure) => failure.key !== key);
  }

  /** Those that still count. */
  #failures(): readonly Failure[] {
    const listed: unknown = asObject(this.#read())?.['failed'];
    const nowMs = this.#nowMs();
    return (Array.isArray(listed) ? listed : [])
      .flatMap((failure: unknown) => failureIn(failure) ?? [])
      .filter(({ atMs }) => atMs <= nowMs && nowMs - atMs < rememberedMs);
  }

  /** What cannot be read is not remembered; whatever else needs the store says so. */
  #read(): unknown {
    try {
      return this.#store.readDocument(document);
    } catch (error) {
      if (!(error instanceof ProvisionError)) throw error;
      return undefined;
    }
  }

  /** If the store cannot be written, the next run tries again. */
  #write(failures: readonly Failure[]): void {
    try {
      this.#store.writeDocument(document, { failed: failures.slice(-mostTrials) });
    } catch (error) {
      if (!(error instanceof ProvisionError)) throw error;
    }
  }
}

interface Failure {
  readonly key: string;
  readonly atMs: number;
  readonly detail: string;
}

function failureIn(value: unknown): Failure | undefined {
  const { key, atMs, detail } = asObject(value) ?? {};
  if (typeof key !== 'string' || typeof atMs !== 'number' || typeof detail !== 'string') return undefined;
  return { key, atMs, detail };
}

function keyOf({ cell, supplies: { qemu, kernel } }: KvmTrial): string {
  const host = [hostBoot(), hostProcessor(), kvmIdentity()];
  return sha256Of(JSON.stringify([host, qemu.version, qemu.sha256, kernel.sha256, cell.machine.args]));
}
