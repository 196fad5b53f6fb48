import { FaultError } from '../../device/fault/fault-set.ts';
import { FaultCounter } from '../../device/fault/fault-counter.ts';
import type { FaultReport } from '../../device/fault/fault-spec.ts';
import { monotonicUs } from '../../host/clock.ts';
import { parseDiskFault, type DiskAccess, type DiskEffect, type DiskFaultSpec } from './disk-fault.ts';

/** A disk's faults, those that were cleared included: whether they ever fired is asked at the end. */
export class DiskFaults {
  #faults: readonly ActiveDiskFault[] = [];

  get reports(): readonly FaultReport[] {
    return this.#faults.map(({ report }) => report);
  }

  /** Returns its id. @throws FaultSyntaxError, FaultError */
  add(text: string): string {
    const spec = parseDiskFault(text);
    const before = this.#faults.find((fault) => fault.spec.id === spec.id);
    if (before?.report.isCleared === false)
      throw new FaultError(`${spec.id} is in force already; clear it, or give this one an id=`);
    if (this.#faults.length >= maxFaults) throw new FaultError(`a disk has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveDiskFault(spec)];
    return spec.id;
  }

  /** Absent id: all of them. @throws FaultError with the list, when there is none of this id. */
  clear(id?: string): void {
    const cleared = this.#faults.filter(({ spec }) => id === undefined || spec.id === id);
    if (id !== undefined && cleared.length === 0)
      throw new FaultError(
        `there is no fault "${id}"; ` +
          (this.#faults.length === 0
            ? 'none was set'
            : `there are ${this.#faults.map(({ spec }) => spec.id).join(', ')}`),
      );
    for (const fault of cleared) fault.clear();
  }

  /** What happens to an access: the effects of all faults that it hits. */
  effectsOn(access: DiskAccess): readonly DiskEffect[] {
    return this.#faults.filter((fault) => fault.hits(access)).map(({ spec }) => spec.effect);
  }
}

const maxFaults = 100;

class ActiveDiskFault {
  readonly spec: DiskFaultSpec;
  readonly #counter: FaultCounter;

  constructor(spec: DiskFaultSpec) {
    this.spec = spec;
    this.#counter = new FaultCounter(spec);
  }

  get report(): FaultReport {
    return this.#counter.report;
  }

  hits(access: DiskAccess): boolean {
    const { target, sectors } = this.spec;
    if (this.#counter.isCleared || access.kind !== target) return false;
    if (sectors !== undefined && (access.sector > sectors.to || access.sector + access.count <= sectors.from))
      return false;
    return this.#counter.hits(() => ({ atUs: monotonicUs(), access: describeAccess(access) }));
  }

  clear(): void {
    this.#counter.clear();
  }
}

function describeAccess({ kind, sector, count }: DiskAccess): string {
  return kind === 'flush' ? 'flush' : `${kind} of ${count} ${count === 1 ? 'sector' : 'sectors'} at sector ${sector}`;
}
