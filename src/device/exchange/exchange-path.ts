import type { ActiveFault } from '../fault/active-fault.ts';
import type { FaultGate } from '../fault/fault-gate.ts';
import type { FaultKind } from '../fault/fault-spec.ts';
import { describePassing, type ExchangePassing } from '../fault/passing.ts';
import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';
import type { AskedKind, Exchanged, OutcomeOf } from './outcome.ts';

export interface PathOptions {
  readonly gate: FaultGate;
  readonly log: AccessLog;
  readonly coverage: CoverageCounter;
  readonly nowUs: () => number;
  /** Resolves later, on the clock for late answers. */
  readonly wait: (delayUs: number) => Promise<void>;
}

/** Asks the model. `hits`: the faults of this exchange, for those that only its bus can carry out. */
export type AskModel<K extends AskedKind> = (
  sent: Buffer,
  hits: readonly ActiveFault[],
) => Exchanged<K> | Promise<Exchanged<K>>;

const nothing = Buffer.alloc(0);

/**
 * The way of an exchange from a machine to a model and back, on any bus but PCI: through the faults and into the log.
 * What an outcome is on the wire is the bus's matter.
 */
export class ExchangePath {
  readonly #options: PathOptions;

  constructor(options: PathOptions) {
    this.#options = options;
  }

  /** `sent`: the bytes for the device, empty for `in`. */
  async carry<K extends AskedKind>(
    passing: ExchangePassing<K>,
    sent: Buffer,
    model: AskModel<K>,
  ): Promise<Exchanged<K>> {
    const startedUs = this.#options.nowUs();
    const exchanged = await this.#through(passing, sent, model);
    this.#note(passing, exchanged, startedUs);
    return exchanged;
  }

  async #through<K extends AskedKind>(
    passing: ExchangePassing<K>,
    sent: Buffer,
    model: AskModel<K>,
  ): Promise<Exchanged<K>> {
    const { gate, wait } = this.#options;
    if (gate.isUntouched) return await model(sent, []);
    if (gate.isCut(passing)) return { outcome: 'gone', bytes: nothing };
    const hits = gate.hits(passing);
    const lateUs = latenessUs(hits);
    if (lateUs > 0) await wait(lateUs);
    const ending = endingOf<K>(passing.kind, hits);
    if (ending !== undefined) return { outcome: ending, bytes: nothing };
    if (passing.direction === 'out') return await model(distort(sent, hits), hits);
    const { outcome, bytes } = await model(sent, hits);
    return { outcome, bytes: distort(bytes, hits) };
  }

  #note<K extends AskedKind>(passing: ExchangePassing<K>, { outcome, bytes }: Exchanged<K>, startedUs: number): void {
    const { log, coverage, nowUs } = this.#options;
    if (outcome === 'done') coverage.exchange(passing.name, bytes.length);
    log.recordExchange({ what: describePassing(passing), bytes, outcome, tookUs: nowUs() - startedUs });
  }
}

/** The sum of all delays. */
export function latenessUs(hits: readonly ActiveFault[]): number {
  return hits.reduce((sum, { spec: { effect } }) => {
    const isLate = effect.kind === 'late' || effect.kind === 'stretch' || effect.kind === 'delay';
    return isLate ? sum + effect.byUs : sum;
  }, 0);
}

/** Faults that end an exchange before the model hears of it. */
const endings: { readonly [K in AskedKind]: Readonly<Partial<Record<FaultKind, OutcomeOf<K>>>> } = {
  transfer: { stall: 'stall', nak: 'nak', 'io-error': 'io-error', babble: 'babble' },
  message: {
    nak: 'nak',
    'arbitration-lost': 'arbitration-lost',
    'bus-error': 'bus-error',
    'stuck-low': 'stuck-low',
  },
  exchange: { 'bus-error': 'bus-error' },
};

/** The first ending of all. A byte that is refused in the middle is the bus's matter, which knows where it is. */
function endingOf<K extends AskedKind>(kind: K, hits: readonly ActiveFault[]): OutcomeOf<K> | undefined {
  return hits
    .filter(({ spec: { effect } }) => effect.kind !== 'nak' || effect.byte === undefined)
    .map(({ spec: { effect } }) => endings[kind][effect.kind])
    .find((ending) => ending !== undefined);
}

/** What arrives of these bytes. */
export function distort(bytes: Buffer, hits: readonly ActiveFault[]): Buffer {
  let seen = bytes;
  for (const {
    spec: { effect },
  } of hits) {
    if (effect.kind === 'short' || effect.kind === 'truncate') seen = seen.subarray(0, effect.toBytes);
    if (effect.kind === 'miso-stuck') seen = Buffer.alloc(seen.length, effect.at === 1 ? 0xff : 0);
    if (effect.kind === 'read-stuck') seen = Buffer.from(seen.map((byte) => stuck(byte, effect)));
    if (effect.kind === 'corrupt' && effect.byte < seen.length) {
      seen = Buffer.from(seen);
      seen[effect.byte] = (seen[effect.byte] ?? 0) ^ effect.mask;
    }
  }
  return seen;
}

/** In exchanges the stuck bits are lines of the bus: the same in each byte. */
function stuck(byte: number, { bits, at }: { readonly bits: bigint; readonly at: 0 | 1 }): number {
  const mask = Number(BigInt.asUintN(8, bits));
  return at === 1 ? byte | mask : byte & ~mask;
}
