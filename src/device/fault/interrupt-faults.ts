import type { ActiveFault } from './active-fault.ts';
import type { FaultGate } from './fault-gate.ts';
import type { Passing } from './passing.ts';

export interface InterruptFaultOptions {
  readonly gate: FaultGate;
  /** Calls later, on the device's own clock. */
  readonly after: (delayUs: number, call: () => void) => unknown;
}

/** Applies faults to the interrupts of a device, on any bus. */
export class InterruptFaults {
  readonly #options: InterruptFaultOptions;
  /** How often the cause of each vector has gone. */
  readonly #gone = new Map<number, number>();

  constructor(options: InterruptFaultOptions) {
    this.#options = options;
  }

  /** `again`: tells the machine once more what it has been told; absent: as the first time. */
  raise(vector: number, send: () => void, again = send): void {
    const { gate, after } = this.#options;
    const passing: Passing = { kind: 'interrupt', vector };
    if (gate.isCut(passing)) return;
    const hits = gate.hits(passing);
    if (hits.some(({ spec }) => spec.effect.kind === 'irq-drop')) return;
    const delayUs = hits.reduce(
      (sum, { spec: { effect } }) => sum + (effect.kind === 'irq-delay' ? effect.byUs : 0),
      0,
    );
    const before = this.#gone.get(vector);
    if (delayUs === 0) send();
    // A line that is asserted when its cause has gone would stay so.
    else after(delayUs, () => (this.#gone.get(vector) === before ? send : again)());
    for (const fault of hits) this.#repeat(fault, again);
  }

  /** The cause of the interrupt is gone. */
  lower(vector: number): void {
    this.#gone.set(vector, (this.#gone.get(vector) ?? 0) + 1);
  }

  #repeat(fault: ActiveFault, again: () => void): void {
    const { effect } = fault.spec;
    if (effect.kind === 'irq-duplicate') for (let index = 0; index < effect.times; index++) again();
    if (effect.kind === 'irq-storm') this.#storm(fault, effect, again);
  }

  /** Ends early when the fault is cleared. */
  #storm(
    fault: ActiveFault,
    { times, everyUs }: { readonly times: number; readonly everyUs: number },
    again: () => void,
  ): void {
    let left = times;
    const next = (): void => {
      if (left-- === 0 || fault.isCleared) return;
      again();
      this.#options.after(everyUs, next);
    };
    this.#options.after(everyUs, next);
  }
}
