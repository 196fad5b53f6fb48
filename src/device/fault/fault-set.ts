import { ActiveFault } from './active-fault.ts';
import { busWords, type DeviceParts, type PartFilter } from './device-parts.ts';
import { faultCatalogue, faultsOn } from './fault-catalogue.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';

/** A test's request about a device's faults is invalid. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
}

const maxFaults = 100;

/** The faults of a device, including cleared ones, because a test may ask later whether they fired. */
export class FaultSet {
  readonly #parts: DeviceParts;
  #faults: readonly ActiveFault[] = [];

  constructor(parts: DeviceParts) {
    this.#parts = parts;
  }

  get all(): readonly ActiveFault[] {
    return this.#faults;
  }

  get reports(): readonly FaultReport[] {
    return this.#faults.map(({ report }) => report);
  }

  /** @throws FaultError when an active fault has this id, or it fits nothing of this device */
  add(spec: FaultSpec): void {
    checkFits(spec, this.#parts);
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

const partFilters: readonly PartFilter[] = ['register', 'endpoint', 'request', 'command', 'line'];

/** @throws FaultError */
function checkFits({ effect, filter, text }: FaultSpec, { bus, accesses, names }: DeviceParts): void {
  const { targets } = faultCatalogue[effect.kind];
  if (!targets.some((target) => target === 'any' || accesses.includes(target)))
    throw new FaultError(
      `fault "${text}": ${busWords[bus]} device has no ${effect.kind}; its faults are ` + faultsOn(accesses).join(', '),
    );
  if (effect.kind === 'read-stuck' && !accesses.includes('read') && effect.bits > 0xffn)
    throw new FaultError(`fault "${text}": bits: expected up to 0xff, because they stick in each byte of the bus`);
  for (const part of partFilters) {
    const name = filter[part];
    const known = names[part];
    if (name === undefined || known?.includes(name) === true) continue;
    throw new FaultError(
      known === undefined
        ? `fault "${text}": ${busWords[bus]} device has no ${part}s`
        : `fault "${text}": no ${part} ${name}; the ${part}s are ${known.join(', ')}`,
    );
  }
}
