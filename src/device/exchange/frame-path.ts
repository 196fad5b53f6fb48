import { bounds } from '../../bounds/bounds.ts';
import type { ActiveFault } from '../fault/active-fault.ts';
import type { FaultKind } from '../fault/fault-spec.ts';
import { describePassing, type ExchangePassing } from '../fault/passing.ts';
import { distort, latenessUs, type PathOptions } from './exchange-path.ts';
import type { FrameKind, OutcomeOf } from './outcome.ts';

/** What becomes of a frame. */
export interface FrameEnds {
  /** Called for each copy that arrives, at once or later. */
  readonly arrived: (frame: Buffer) => void;
  /** It never arrives. */
  readonly lost?: () => void;
}

/** A frame whose faults are counted, before it is on its way. Either of `go` and `destroy` is called. */
export interface JudgedFrame {
  /** The faults that it does not survive, none if the way is cut; undefined: it arrives, at once or later. */
  readonly lostTo: readonly ActiveFault[] | undefined;
  readonly go: () => void;
  /** Something else has destroyed it on its way. */
  readonly destroy: () => void;
}

interface Moving {
  readonly passing: ExchangePassing<FrameKind>;
  readonly frame: Buffer;
  readonly ends: FrameEnds;
  readonly startedUs: number;
}

type Direction = ExchangePassing<FrameKind>['direction'];

/** Faults that a frame does not survive. */
const losses = ['drop', 'error-frame', 'bus-off'] as const satisfies readonly FaultKind[];

const { delayed: maxDelayed, delayedBytes: maxDelayedBytes } = bounds.frames;

/**
 * The way of frames between a machine and a model: nobody waits for an answer, so a fault may lose them, delay them,
 * double them and change their order. Through the same faults, log and coverage as an exchange.
 */
export class FramePath {
  readonly #options: PathOptions;
  /** Of each direction at most one: it arrives after the next. */
  readonly #held = new Map<Direction, Moving>();
  #delayed = { count: 0, bytes: 0 };
  #life = 0;

  constructor(options: PathOptions) {
    this.#options = options;
  }

  /** No fault was ever set: frames may be passed in pieces of any size, because nothing counts them. */
  get isUntouched(): boolean {
    return this.#options.gate.isUntouched;
  }

  carry(passing: ExchangePassing<FrameKind>, frame: Buffer, ends: FrameEnds): void {
    if (this.isUntouched) this.#arrive({ passing, frame, ends, startedUs: this.#options.nowUs() });
    else this.judge(passing, frame, ends).go();
  }

  /** For a frame that goes to several: what happens at one of them may decide for all. */
  judge(passing: ExchangePassing<FrameKind>, frame: Buffer, ends: FrameEnds): JudgedFrame {
    const { gate, nowUs } = this.#options;
    const moving = { passing, frame, ends, startedUs: nowUs() };
    if (!gate.isUntouched && gate.isCut(passing)) return this.#lostFrame(moving, 'gone', []);
    const hits = gate.isUntouched ? [] : gate.hits(passing);
    const kinds = new Set(hits.map(({ spec }) => spec.effect.kind));
    const loss = losses.find((kind) => kinds.has(kind));
    if (loss !== undefined) return this.#lostFrame(moving, loss === 'drop' ? 'dropped' : loss, hits);
    return {
      lostTo: undefined,
      go: () => this.#through(moving, hits),
      destroy: () => this.#note(moving, 'error-frame'),
    };
  }

  /** Forgets what is still on its way: the other end is a new one. */
  restart(): void {
    this.#life++;
    this.#held.clear();
    this.#delayed = { count: 0, bytes: 0 };
  }

  #lostFrame(moving: Moving, outcome: OutcomeOf<FrameKind>, hits: readonly ActiveFault[]): JudgedFrame {
    return {
      lostTo: hits,
      go: () => this.#lose(moving, outcome),
      destroy: () => this.#note(moving, outcome),
    };
  }

  #through(moving: Moving, hits: readonly ActiveFault[]): void {
    const seen = { ...moving, frame: distort(moving.frame, hits) };
    const isHeldBack = hits.some(({ spec }) => spec.effect.kind === 'reorder');
    const go = (): void => {
      if (isHeldBack && !this.#held.has(seen.passing.direction)) this.#held.set(seen.passing.direction, seen);
      else for (let copy = 0; copy < copiesOf(hits); copy++) this.#arrive(seen);
    };
    const lateUs = latenessUs(hits);
    if (lateUs === 0) go();
    else this.#delay(seen, lateUs, go);
  }

  /** What is too much to be kept is lost. */
  #delay(moving: Moving, lateUs: number, go: () => void): void {
    const waiting = this.#delayed;
    const { length } = moving.frame;
    if (waiting.count >= maxDelayed || waiting.bytes + length > maxDelayedBytes) {
      this.#lose(moving, 'dropped');
      return;
    }
    waiting.count++;
    waiting.bytes += length;
    const life = this.#life;
    void this.#options.wait(lateUs).then(() => {
      waiting.count--;
      waiting.bytes -= length;
      if (life === this.#life) go();
    });
  }

  #arrive(moving: Moving): void {
    const { direction } = moving.passing;
    this.#note(moving, 'done');
    moving.ends.arrived(moving.frame);
    const held = this.#held.get(direction);
    if (held === undefined) return;
    this.#held.delete(direction);
    this.#arrive(held);
  }

  #lose(moving: Moving, outcome: OutcomeOf<FrameKind>): void {
    this.#note(moving, outcome);
    moving.ends.lost?.();
  }

  #note({ passing, frame, startedUs }: Moving, outcome: OutcomeOf<FrameKind>): void {
    const { log, coverage, nowUs } = this.#options;
    if (outcome === 'done') coverage.exchange(passing.name, frame.length);
    log.recordExchange({ what: describePassing(passing), bytes: frame, outcome, tookUs: nowUs() - startedUs });
  }
}

function copiesOf(hits: readonly ActiveFault[]): number {
  return hits.reduce((sum, { spec: { effect } }) => (effect.kind === 'duplicate' ? sum + effect.times : sum), 1);
}
