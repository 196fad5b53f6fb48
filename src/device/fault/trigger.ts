import {
  type FaultHit,
  type FaultReport,
  FaultSyntaxError,
  type FaultTrigger,
  readNumber,
  readProbability,
  type Settings,
} from './fault-spec.ts';

/** As `nth`: the fault only counts. No test has that many accesses. */
export const neverNth = Number.MAX_SAFE_INTEGER;

/**
 * Pseudo-random numbers from 0 up to 1, the same for the same seed: a linear congruential generator modulo 2^64
 * (constants: Knuth, MMIX); only its good upper bits are used.
 */
export function randomNumbers(seed: number): () => number {
  let state = BigInt(seed);
  const next = (): number => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
  // The first numbers of small seeds are close to each other.
  for (let index = 0; index < 4; index++) next();
  return next;
}

/** Counts hits and possible hits for a fault's report. */
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

  /** Counts a matching access, and returns whether it is hit. */
  hits(describe: () => FaultHit): boolean {
    if (!this.#decide(++this.#counted)) return false;
    this.#hit(describe());
    return true;
  }

  /** Counts an access that is hit because of an earlier one, without a decision. */
  again(hit: FaultHit): void {
    this.#counted++;
    this.#hit(hit);
  }

  #hit(last: FaultHit): void {
    this.#fired++;
    this.#hits = { first: this.#hits.first ?? last, last };
  }

  clear(): void {
    this.#isCleared = true;
  }
}

/** The keys that determine which counted accesses a fault hits. */
export const triggerSettings: readonly string[] = ['nth', 'from', 'every', 'probability', 'seed'];

/** @throws FaultSyntaxError */
export function readTrigger(settings: Settings): FaultTrigger {
  const chosen = ['nth', 'from', 'every', 'probability'].filter((key) => settings.has(key));
  if (chosen.length > 1) throw new FaultSyntaxError(`${chosen.join(' and ')} exclude each other`);
  if (settings.has('seed') && chosen[0] !== 'probability') throw new FaultSyntaxError('seed needs probability');
  switch (chosen[0]) {
    case 'nth':
      return { kind: 'nth', nth: readNumber(settings, 'nth', { min: 1 }) };
    case 'from':
      return { kind: 'from', nth: readNumber(settings, 'from', { min: 1 }) };
    case 'every':
      return { kind: 'every', period: readNumber(settings, 'every', { min: 1 }) };
    case 'probability':
      return {
        kind: 'probability',
        probability: readProbability(settings.get('probability') ?? ''),
        seed: readNumber(settings, 'seed', { min: 0, max: 0xffffffff, absent: 1 }),
      };
    case undefined:
    default:
      return { kind: 'always' };
  }
}

/** Returns whether the n-th counted access is hit. */
function decider(trigger: FaultTrigger): (count: number) => boolean {
  switch (trigger.kind) {
    case 'always':
      return () => true;
    case 'nth':
      return (count) => count === trigger.nth;
    case 'from':
      return (count) => count >= trigger.nth;
    case 'every':
      return (count) => count % trigger.period === 0;
    case 'probability': {
      const next = randomNumbers(trigger.seed);
      return () => next() < trigger.probability;
    }
  }
}
