import { hex } from '../register/bits.ts';
import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import type { ExchangeOutcome } from '../exchange/outcome.ts';
import type { DmaFailure } from '../instance/dma.ts';
import type { InterruptOutcome } from '../pci/pci-function.ts';
import type { RegisterSpan } from '../register/bar-map.ts';

/**
 * An event of a device as its driver saw it, with the effects of faults. Potentially large numbers are hexadecimal
 * text.
 */
export type DeviceEvent =
  | {
      readonly kind: 'read' | 'write';
      readonly bar: number;
      readonly offset: number;
      readonly length: number;
      readonly registers: readonly string[];
      readonly value: string;
    }
  | {
      readonly kind: 'dma';
      readonly direction: 'read' | 'write';
      readonly address: string;
      readonly length: number;
      readonly outcome: 'done' | DmaFailure;
      readonly tookUs: number;
    }
  | { readonly kind: 'interrupt'; readonly vector: number; readonly name?: string; readonly outcome: InterruptOutcome }
  | {
      readonly kind: 'exchange';
      /** `transfer answers (in, 64 bytes)` */
      readonly what: string;
      readonly outcome: ExchangeOutcome;
      /** The first bytes, hexadecimal. */
      readonly bytes: string;
      /** How many there are in all. */
      readonly length: number;
      readonly tookUs: number;
    }
  | { readonly kind: 'reset' }
  | { readonly kind: 'fault'; readonly id: string; readonly access: string }
  | { readonly kind: 'control'; readonly name: string; readonly value: string }
  | { readonly kind: 'crash'; readonly during: string; readonly message: string };

export type LogEntry = DeviceEvent & {
  /** Counts from 0, without gaps: missing numbers were displaced. */
  readonly sequence: number;
  /** Microseconds on the host's monotonic clock, the same in every process of the host. */
  readonly atUs: number;
};

/** A read or write as it is kept. It becomes an event only when somebody asks, because most are displaced unread. */
export interface SeenAccess {
  readonly kind: 'read' | 'write';
  readonly bar: number;
  readonly offset: number;
  readonly length: number;
  readonly spans: readonly RegisterSpan[];
  readonly value: number | bigint;
}

/** An exchange that is over. */
export interface SeenExchange {
  readonly what: string;
  readonly outcome: ExchangeOutcome;
  readonly bytes: Buffer;
  readonly tookUs: number;
}

/** The last events of a device, limited in number and length. */
export class AccessLog {
  readonly #capacity: number;
  readonly #nowUs: () => number;
  readonly #ring: (DeviceEvent | SeenAccess)[] = [];
  readonly #times: Float64Array;
  #next = 0;

  constructor(nowUs: () => number, capacity: number = bounds.deviceLog.entries) {
    this.#nowUs = nowUs;
    this.#capacity = capacity;
    this.#times = new Float64Array(capacity);
  }

  /** `atUs`: when it took place, if that is known only later. */
  record(event: DeviceEvent, atUs = this.#nowUs()): void {
    this.#keep(boundEvent(event), atUs);
  }

  /** As `record`, for what happens most. */
  recordAccess(access: SeenAccess): void {
    this.#keep(access, this.#nowUs());
  }

  /** As `record`. Only the first bytes are kept. */
  recordExchange({ what, outcome, bytes, tookUs }: SeenExchange): void {
    const kept = bytes.subarray(0, bounds.deviceLog.exchangeBytes).toString('hex');
    this.#keep({ kind: 'exchange', what, outcome, bytes: kept, length: bytes.length, tookUs }, this.#nowUs());
  }

  #keep(event: DeviceEvent | SeenAccess, atUs: number): void {
    const at = this.#next++ % this.#capacity;
    this.#ring[at] = event;
    this.#times[at] = atUs;
  }

  /** The number of all events. */
  get length(): number {
    return this.#next;
  }

  /** The kept entries from this number on, oldest first, up to `limit`. */
  entries(from = 0, limit = this.#capacity): readonly LogEntry[] {
    const first = Math.max(from, this.#next - this.#capacity, 0);
    const count = Math.max(0, Math.min(limit, this.#next - first));
    return Array.from({ length: count }, (_, index) => this.#entry(first + index)).filter(
      (entry) => entry !== undefined,
    );
  }

  #entry(sequence: number): LogEntry | undefined {
    const at = sequence % this.#capacity;
    const kept = this.#ring[at];
    if (kept === undefined) return undefined;
    return { ...('spans' in kept ? eventOf(kept) : kept), sequence, atUs: this.#times[at] ?? 0 };
  }

  /** The entries from this number on that fit into `maxChars` of JSON; always at least one. */
  page(from: number, maxChars: number): readonly LogEntry[] {
    const all = this.entries(from);
    let chars = 0;
    const tooLong = all.findIndex((entry, index) => {
      chars += JSON.stringify(entry).length + 1;
      return chars > maxChars && index > 0;
    });
    return tooLong === -1 ? all : all.slice(0, tooLong);
  }
}

function eventOf({ kind, bar, offset, length, spans, value }: SeenAccess): DeviceEvent {
  const registers = spans.map(({ name }) => name);
  return boundEvent({ kind, bar, offset, length, registers, value: hex(value) });
}

const { textChars, registers: maxRegisters } = bounds.deviceLog;

/** The event with all texts cut and a limited number of registers, because ten thousand events are kept and sent. */
export function boundEvent(event: DeviceEvent): DeviceEvent {
  switch (event.kind) {
    case 'read':
    case 'write':
      return { ...event, registers: boundNames(event.registers) };
    case 'interrupt':
      return event.name === undefined ? event : { ...event, name: cutText(event.name, textChars) };
    case 'fault':
      return { ...event, id: cutText(event.id, textChars), access: cutText(event.access, textChars) };
    case 'control':
      return { ...event, name: cutText(event.name, textChars), value: cutText(event.value, textChars) };
    case 'crash':
      return { ...event, during: cutText(event.during, textChars), message: cutText(event.message, textChars) };
    case 'exchange':
      return { ...event, what: cutText(event.what, textChars) };
    case 'dma':
    case 'reset':
      return event;
  }
}

function boundNames(names: readonly string[]): readonly string[] {
  const kept = names
    .slice(0, names.length <= maxRegisters ? maxRegisters : maxRegisters - 1)
    .map((name) => cutText(name, textChars));
  return kept.length === names.length ? kept : [...kept, `… and ${names.length - kept.length} more`];
}
