import { describeEnding } from '../diagnose/describe-ending.ts';
import { type KvmState, probeKvm } from '../host/kvm.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Cell } from '../plan/plan.ts';
import type { Ending } from '../run/evidence/run-record.ts';
import { type AcceleratorChoice, isForeign } from './accelerator.ts';

/** Told of KVM that is no longer used: for this cell, or for none; and how it went with KVM. */
export type OnKvmLost = (cell: Cell | undefined, reason: string) => void;

/**
 * What the machines of a run run on. It is settled before the first test. Only KVM that nobody asked for is given up
 * later: for one cell that boots on TCG alone, or for all when KVM is gone. Nothing returns to it.
 */
export class RunAccelerator {
  readonly #choice: AcceleratorChoice;
  readonly #probe: () => KvmState;
  readonly #onLost: OnKvmLost;
  readonly #cellsOnTcg = new Set<Cell>();
  #isGone = false;

  constructor(choice: AcceleratorChoice, onLost: OnKvmLost, probe: () => KvmState = probeKvm) {
    this.#choice = choice;
    this.#onLost = onLost;
    this.#probe = probe;
  }

  of(cell: Cell): Accelerator {
    return this.#isGone || this.#cellsOnTcg.has(cell) || isForeign(cell) ? 'tcg' : this.#choice.accelerator;
  }

  /** For the next boot of a cell. A guest has booted on KVM by now. */
  choiceFor(cell: Cell): AcceleratorChoice {
    return this.of(cell) === this.#choice.accelerator
      ? { ...this.#choice, isProven: true }
      : { accelerator: 'tcg', reason: '', advice: undefined, fallsBack: false };
  }

  /** A cell has booted on TCG, and not on KVM. */
  leaveKvm(cell: Cell, reason: string): void {
    if (this.of(cell) === 'tcg') return;
    this.#cellsOnTcg.add(cell);
    this.#onLost(cell, reason);
  }

  /**
   * Whether a machine without a sign of life ended because KVM is gone: its device cannot be opened any more, or QEMU
   * blames KVM for a machine that was booted. From then on all machines run on TCG.
   */
  isGoneBy(ending: Ending, start: 'boot' | 'clone'): boolean {
    if (this.#choice.accelerator !== 'kvm' || !this.#choice.fallsBack) return false;
    if (this.#isGone) return true;
    if (ending.kind !== 'qemu-exited' && ending.kind !== 'kvm-failed') return false;
    const state = this.#probe();
    const said = describeEnding(ending);
    if (state.kind === 'unusable') this.#giveUp(state.reason);
    // QEMU may refuse to restore what it can boot, and then boots are the better way.
    else if (start === 'boot' && blamesKvm.test(said)) this.#giveUp(said);
    return this.#isGone;
  }

  #giveUp(reason: string): void {
    this.#isGone = true;
    this.#onLost(undefined, reason);
  }
}

/** `Could not access KVM kernel module`, `kvm_init_vcpu failed`, `KVM internal error`; not the path of a file. */
const blamesKvm = /(?<![\w/.-])kvm(?:[ :_]|$)/im;
