import { FaultError } from '../../device/fault/fault-set.ts';
import type { FaultHit, FaultReport } from '../../device/fault/fault-spec.ts';
import { decider } from '../../device/fault/trigger.ts';
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
    if (before?.report.isCleared === false) throw new FaultError(`${spec.id} is in force already; clear it, or give this one an id=`);
    if (this.#faults.length >= maxFaults) throw new FaultError(`a disk has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before), new ActiveDiskFault(spec)];
    return spec.id;
  }

  /** Absent id: all of them. @throws FaultError with the list, when there is none of this id. */
  clear(id?: string): void {
    const cleared = this.#faults.filter(({ spec }) => id === undefined || spec.id === id);
    if (id !== undefined && cleared.length === 0) throw new FaultError(`there is no fault "${id}"; ${this.#faults.length === 0 ? 'none was set' : `there are ${this.#faults.map(({ spec }) => spec.id).join(', ')}`}`);
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
  readonly #decide: (count: number) => boolean;
  #counted = 0;
  #fired = 0;
  #first: FaultHit | undefined;
  #last: FaultHit | undefined;
  #isCleared = false;

  constructor(spec: DiskFaultSpec) {
    this.spec = spec;
    this.#decide = decider(spec.trigger);
  }

  get report(): FaultReport {
    const hits = this.#first === undefined || this.#last === undefined ? {} : { first: this.#first, last: this.#last };
    return { id: this.spec.id, text: this.spec.text, fired: this.#fired, counted: this.#counted, isCleared: this.#isCleared, ...hits };
  }

  hits(access: DiskAccess): boolean {
    const { target, sectors } = this.spec;
    if (this.#isCleared || access.kind !== target) return false;
    if (sectors !== undefined && (access.sector > sectors.to || access.sector + access.count <= sectors.from)) return false;
    if (!this.#decide(++this.#counted)) return false;
    this.#fired++;
    this.#last = { atUs: Math.round(performance.now() * 1000), access: describeAccess(access) };
    this.#first ??= this.#last;
    return true;
  }

  clear(): void {
    this.#isCleared = true;
  }
}

function describeAccess({ kind, sector, count }: DiskAccess): string {
  return kind === 'flush' ? 'flush' : `${kind} of ${count} ${count === 1 ? 'sector' : 'sectors'} at sector ${sector}`;
}
