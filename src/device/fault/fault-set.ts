import type { RegisterNames } from '../register/bar-map.ts';
import { ActiveFault } from './active-fault.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';

/** What a test asked of the faults of a device cannot be done. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

const maxFaults = 100;

/** The faults of a device, those that were cleared included: whether they ever fired is asked at the end. */
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

  /** @throws FaultError when a fault in force has this id, or the device has no such register. */
  add(spec: FaultSpec): void {
    const { register } = spec.filter;
    if (register !== undefined && !this.#names.has(register))
      throw new FaultError(
        `fault "${spec.text}": there is no register ${register}; there are ${this.#names.all.join(', ')}`,
      );
    const before = this.#faults.find(({ spec: { id } }) => id === spec.id);
    if (before?.isCleared === false)
      throw new FaultError(`fault "${spec.text}": ${spec.id} is in force already; clear it, or give this one an id=`);
    if (this.#faults.length >= maxFaults)
      throw new FaultError(`fault "${spec.text}": a device has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveFault(spec)];
  }

  /** Absent id: all of them. @throws FaultError with the list, when there is none of this id. */
  clear(id?: string): void {
    for (const fault of id === undefined ? this.#faults : [this.#find(id)]) fault.clear();
  }

  /** @throws FaultError with the list, when there is none of this id. */
  report(id: string): FaultReport {
    return this.#find(id).report;
  }

  #find(id: string): ActiveFault {
    const found = this.#faults.find(({ spec }) => spec.id === id);
    if (found !== undefined) return found;
    const ids = this.#faults.map(({ spec }) => spec.id);
    throw new FaultError(
      `there is no fault "${id}"; ${ids.length === 0 ? 'none was set' : `there are ${ids.join(', ')}`}`,
    );
  }
}
