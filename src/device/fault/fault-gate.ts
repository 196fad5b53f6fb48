import type { ActiveFault } from './active-fault.ts';
import type { DeviceParts } from './device-parts.ts';
import { FaultSet } from './fault-set.ts';
import { describePassing, type Passing } from './passing.ts';

export interface GateOptions {
  readonly parts: DeviceParts;
  /** The host's monotonic clock. */
  readonly nowUs: () => number;
  readonly onFired?: (id: string, access: string) => void;
  /** Called when a fault removes the device. */
  readonly onRemoved?: () => void;
}

/** Counts everything that passes between a device and its machine, and tells which faults hit it. */
export class FaultGate {
  readonly set: FaultSet;
  readonly #options: GateOptions;
  #isRemoved = false;

  constructor(options: GateOptions) {
    this.#options = options;
    this.set = new FaultSet(options.parts);
  }

  /** No fault was ever set, so that nothing needs to be counted. */
  get isUntouched(): boolean {
    return !this.#isRemoved && this.set.all.length === 0;
  }

  /** A fault has removed the device. */
  get isRemoved(): boolean {
    return this.#isRemoved;
  }

  /** Nothing passes now: the device is gone, or its link is down. */
  get isClosed(): boolean {
    return this.#isRemoved || this.#faultsOf('link-down').some(isInForce);
  }

  /**
   * Nothing passes: the device is gone, or its link is down. The access that triggers this is the first that does not
   * pass.
   */
  isCut(passing: Passing): boolean {
    if (this.#isRemoved) return true;
    if (this.#faultsOf('device-remove').some((fault) => this.#fires(fault, passing))) {
      this.#isRemoved = true;
      this.#options.onRemoved?.();
      return true;
    }
    return this.#faultsOf('link-down').some((fault) => isInForce(fault) || this.#fires(fault, passing));
  }

  /** The other faults that hit this. */
  hits(passing: Passing): readonly ActiveFault[] {
    return this.set.all
      .filter(({ spec: { effect } }) => effect.kind !== 'device-remove' && effect.kind !== 'link-down')
      .filter((fault) => this.#fires(fault, passing));
  }

  #faultsOf(kind: 'device-remove' | 'link-down'): readonly ActiveFault[] {
    return this.set.all.filter(({ spec }) => spec.effect.kind === kind);
  }

  #fires(fault: ActiveFault, passing: Passing): boolean {
    const isHit = fault.hits(passing, this.#options.nowUs());
    if (isHit) this.#options.onFired?.(fault.spec.id, describePassing(passing));
    return isHit;
  }
}

function isInForce(fault: ActiveFault): boolean {
  return fault.hasFired && !fault.isCleared;
}
