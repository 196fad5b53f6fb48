import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';
import type { ActiveFault } from './active-fault.ts';
import type { FaultGate } from './fault-gate.ts';
import { describePassing, type LinePassing } from './passing.ts';

export interface LineFaultOptions {
  readonly gate: FaultGate;
  readonly log: AccessLog;
  readonly coverage: CoverageCounter;
  /** Calls later, on the device's own clock. */
  readonly after: (delayUs: number, call: () => void) => unknown;
}

/** The way of a line's change from one end to the other: through the faults and into the log. */
export class LineFaults {
  readonly #options: LineFaultOptions;
  /** Counts the changes of each line, because a newer one ends the bouncing of the one before. */
  readonly #changes = new Map<string, number>();

  constructor(options: LineFaultOptions) {
    this.#options = options;
  }

  /** `arrive`: the other end sees the line on or off. It is not called for what does not get there. */
  pass(passing: LinePassing, arrive: (isOn: boolean) => void): void {
    const { gate } = this.#options;
    if (gate.isCut(passing)) return;
    const hits = gate.hits(passing);
    if (hits.some(({ spec }) => spec.effect.kind === 'line-stuck')) return;
    const change = (this.#changes.get(passing.name) ?? 0) + 1;
    this.#changes.set(passing.name, change);
    this.#arrive(passing, arrive);
    for (const fault of hits)
      this.#bounce(fault, passing, (isOn) => {
        if (this.#changes.get(passing.name) !== change) return false;
        this.#arrive({ ...passing, isOn }, arrive);
        return true;
      });
  }

  #arrive(passing: LinePassing, arrive: (isOn: boolean) => void): void {
    const { log, coverage } = this.#options;
    coverage.exchange(passing.name, 1);
    const bytes = Buffer.of(passing.isOn ? 1 : 0);
    log.recordExchange({ what: describePassing(passing), bytes, outcome: 'done', tookUs: 0 });
    arrive(passing.isOn);
  }

  /** Back and forth, and in the end where it belongs. */
  #bounce({ spec: { effect } }: ActiveFault, { isOn }: LinePassing, show: (isOn: boolean) => boolean): void {
    if (effect.kind !== 'line-bounce') return;
    let left = 2 * effect.times;
    const next = (): void => {
      left--;
      if (!show(left % 2 === 0 ? isOn : !isOn) || left === 0) return;
      this.#options.after(effect.everyUs, next);
    };
    this.#options.after(effect.everyUs, next);
  }
}
