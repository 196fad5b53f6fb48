import type { FaultHit, FaultReport, FaultTrigger } from './fault-spec.ts';
import { decider } from './trigger.ts';

/** How often a fault could have hit and did: what becomes its report. */
export class FaultCounter {
  readonly #name: Pick<FaultReport, 'id' | 'text'>;
  readonly #decide: (count: number) => boolean;
  #counted = 0;
  #fired = 0;
  #hits: Pick<FaultReport, 'first' | 'last'> = {};
  #isCleared = false;

  constructor({ id, text, trigger }: Pick<FaultReport, 'id' | 'text'> & { readonly trigger: FaultTrigger }) {
    this.#name = { id, text };
    this.#decide = decider(trigger);
  }

  get report(): FaultReport {
    return { ...this.#name, fired: this.#fired, counted: this.#counted, ...this.#hits, isCleared: this.#isCleared };
  }

  get hasFired(): boolean {
    return this.#fired > 0;
  }

  get isCleared(): boolean {
    return this.#isCleared;
  }

  /** Counts an access that the fault is for, and says whether this one is hit. */
  hits(describe: () => FaultHit): boolean {
    if (!this.#decide(++this.#counted)) return false;
    const last = describe();
    this.#fired++;
    this.#hits = { first: this.#hits.first ?? last, last };
    return true;
  }

  clear(): void {
    this.#isCleared = true;
  }
}
