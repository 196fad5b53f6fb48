/** The bits of RAW_INTR_STAT, INTR_STAT and INTR_MASK. */
export const cause = {
  rxUnder: 1 << 0,
  rxOver: 1 << 1,
  rxFull: 1 << 2,
  txOver: 1 << 3,
  txEmpty: 1 << 4,
  rdReq: 1 << 5,
  txAbort: 1 << 6,
  rxDone: 1 << 7,
  activity: 1 << 8,
  stop: 1 << 9,
  start: 1 << 10,
  generalCall: 1 << 11,
} as const;

/** The bits of TX_ABRT_SOURCE. */
export const abortSource = {
  addressNak: 1 << 0,
  tenBitAddressNak: 1 << 1,
  dataNak: 1 << 3,
  /** Somebody acknowledged the start byte: the one thing wrong on the wire that the block can name. */
  startByteAcknowledged: 1 << 7,
  arbitrationLost: 1 << 12,
  byDriver: 1 << 16,
} as const;

/** TX_FLUSH_CNT, the upper bits of TX_ABRT_SOURCE: how many commands of the queue were dropped. */
export function flushed(commands: number): number {
  return commands << 23;
}

/**
 * The interrupt of the block is a level, and it goes out as messages. A message is sent for each cause that is new
 * among the enabled ones, and again when the mask is written while there are causes: what a driver leaves is not lost.
 * While a message is out that the driver has not reacted to, it needs no second one: it will look, and see all causes.
 */
export class Causes {
  readonly #raise: () => void;
  /** Causes that stay until they are cleared. */
  #latched = 0;
  /** Causes that follow the state of the block. */
  #levels = 0;
  #mask = 0;
  #told = 0;
  /** A message is out, and the driver has not looked since. */
  #isAwaited = false;

  constructor(raise: () => void) {
    this.#raise = raise;
  }

  get raw(): number {
    return this.#latched | this.#levels;
  }

  get pending(): number {
    return this.raw & this.#mask;
  }

  /** The driver reads INTR_STAT, as its handler does. */
  look(): number {
    this.#isAwaited = false;
    return this.pending;
  }

  set(causes: number): void {
    this.#latched |= causes;
    this.#told &= ~causes;
    this.#tell();
  }

  clear(causes: number): void {
    this.#latched &= ~causes;
    this.#tell();
  }

  /** `renewed`: levels that are to be told again although they were there before. */
  setLevels(levels: number, renewed = 0): void {
    this.#levels = levels;
    this.#told &= ~renewed;
    this.#tell();
  }

  setMask(mask: number): void {
    this.#mask = mask;
    this.#told = 0;
    this.#tell();
  }

  #tell(): void {
    const isNew = (this.pending & ~this.#told) !== 0;
    this.#told = this.pending;
    // A driver that finds nothing to do may not look at all, so that message is over.
    if (this.pending === 0) this.#isAwaited = false;
    if (!isNew || this.#isAwaited) return;
    this.#isAwaited = true;
    this.#raise();
  }
}
