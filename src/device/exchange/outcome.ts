/** How what passes may end besides: each kind has endings of its own. */
interface Endings {
  /** USB. `nak`: no answer. `cancelled`: by the machine. `dropped`: the device's queue was full. */
  readonly transfer: 'stall' | 'nak' | 'io-error' | 'babble' | 'cancelled' | 'dropped';
  /** I2C. `nak`: no acknowledge. `cancelled`: by the end of its transaction. */
  readonly message: 'nak' | 'arbitration-lost' | 'bus-error' | 'stuck-low' | 'cancelled';
  /** SPI. */
  readonly exchange: 'bus-error';
  readonly frame: 'dropped';
  readonly 'can-frame': 'dropped' | 'error-frame' | 'bus-off';
  readonly line: never;
}

/** What passes and is asked and answered. */
export type AskedKind = 'transfer' | 'message' | 'exchange';
export type FrameKind = 'frame' | 'can-frame';

/** How it ended, as the machine is told. `gone`: there is no device any more, or nothing gets to it. */
export type OutcomeOf<K extends keyof Endings> = 'done' | 'gone' | Endings[K];

/** Of any kind, for logs. */
export type ExchangeOutcome = OutcomeOf<keyof Endings>;

/** `bytes`: what the machine gets, or for `out` what the device got. */
export interface Exchanged<K extends AskedKind> {
  readonly outcome: OutcomeOf<K>;
  readonly bytes: Buffer;
}
