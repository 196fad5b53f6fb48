import type { RegisterNames } from '../register/bar-map.ts';
import { ActiveFault } from './active-fault.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';

/** A test's request about a device's faults is invalid. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

const maxFaults = 100;

/** The faults of a device, including cleared ones, because a test may ask later whether they fired. */
export class FaultSet {
  readonly #names: RegisterNames;
  #faults: readonly ActiveFault[] = [];

  constructor(names: RegisterNames) {
    this.#names = names;
  }

  get all(): readonly ActiveFault[] {
    return this.#faults;
  }

  get reports(): readonly FaultReport[] {
    return this.#faults.map(({ report }) => report);
  }

  /** @throws FaultError when an active fault has this id, or the device has no such register */
  add(spec: FaultSpec): void {
    const { register } = spec.filter;
    if (register !== undefined && !this.#names.has(register))
      throw new FaultError(
        `fault "${spec.text}": no register ${register}; the registers are ${this.#names.all.join(', ')}`,
      );
    const before = this.#faults.find(({ spec: { id } }) => id === spec.id);
    if (before?.isCleared === false)
      throw new FaultError(
        `fault "${spec.text}": ${spec.id} is already active; clear it, or give this one its own id=`,
      );
    if (this.#faults.length >= maxFaults)
      throw new FaultError(`fault "${spec.text}": a device has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveFault(spec)];
  }

  /** Without an id, clears all. @throws FaultError with the list, when the id is unknown */
  clear(id?: string): void {
    for (const fault of id === undefined ? this.#faults : [this.#find(id)]) fault.clear();
  }

  /** @throws FaultError with the list, when the id is unknown */
  report(id: string): FaultReport {
    return this.#find(id).report;
  }

  #find(id: string): ActiveFault {
    const found = this.#faults.find(({ spec }) => spec.id === id);
    if (found !== undefined) return found;
    const ids = this.#faults.map(({ spec }) => spec.id);
    throw new FaultError(`no fault "${id}"; ${ids.length === 0 ? 'none is set' : `the faults are ${ids.join(', ')}`}`);
  }
}
