/** The registers of ARM's PL061 (PrimeCell GPIO, DDI 0190). The first 0x400 bytes are its lines, by a mask. */
const registers = {
  direction: 0x400,
  isLevel: 0x404,
  isBoth: 0x408,
  isHigh: 0x40c,
  enabled: 0x410,
  raw: 0x414,
  masked: 0x418,
  clear: 0x41c,
} as const;
const dataBytes = 0x400;

/** What the last registers of a PL061 say: part 061 of ARM. */
const identity: readonly number[] = [0x61, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1];
const identityAt = 0xfe0;

/**
 * A chip with eight lines. Towards the kernel it is an interrupt controller, too: of levels and of edges, high and low.
 * Its own interrupt is a message, so it sends one for each line that becomes pending, and again for a level that is
 * still there when its line is let through.
 */
export class Pl061 {
  readonly #onInterrupt: () => void;
  readonly #onDriven: (line: number, isHigh: boolean) => void;
  /** As the devices drive them. */
  #levels = 0;
  #output = 0;
  #direction = 0;
  #isLevel = 0;
  #isBoth = 0;
  #isHigh = 0;
  #enabled = 0;
  /** Edges that nobody has cleared, and events without a cause. */
  #edges = 0;

  /** `onDriven`: the guest drives a line to another level. One that it does not drive is low. */
  constructor(onInterrupt: () => void, onDriven: (line: number, isHigh: boolean) => void) {
    this.#onInterrupt = onInterrupt;
    this.#onDriven = onDriven;
  }

  /** A device drives a line. */
  drive(line: number, isHigh: boolean): void {
    const bit = 1 << line;
    if (((this.#levels & bit) !== 0) === isHigh) return;
    const before = this.#masked;
    this.#levels ^= bit;
    const isWanted = (this.#isBoth & bit) !== 0 || isHigh === ((this.#isHigh & bit) !== 0);
    if ((this.#isLevel & bit) !== 0) this.#tellSince(before);
    else if (isWanted) this.pulse(line);
  }

  /** An event of the line, although nothing has changed. */
  pulse(line: number): void {
    const bit = 1 << line;
    this.#edges |= bit;
    if ((this.#masked & bit) !== 0) this.#onInterrupt();
  }

  /** 0 where there is no register. */
  read(offset: number): number {
    if (offset < dataBytes) return this.#lines & (offset >> 2);
    switch (offset) {
      case registers.direction:
        return this.#direction;
      case registers.isLevel:
        return this.#isLevel;
      case registers.isBoth:
        return this.#isBoth;
      case registers.isHigh:
        return this.#isHigh;
      case registers.enabled:
        return this.#enabled;
      case registers.raw:
        return this.#raw;
      case registers.masked:
        return this.#masked;
      default:
        return identity[(offset - identityAt) >> 2] ?? 0;
    }
  }

  write(offset: number, value: number): void {
    const bits = value & 0xff;
    if (offset < dataBytes) {
      const mask = offset >> 2;
      this.#changeOutput((this.#output & ~mask) | (bits & mask), this.#direction);
    } else if (offset === registers.direction) this.#changeOutput(this.#output, bits);
    else {
      const before = this.#masked;
      this.#setInterrupts(offset, bits);
      this.#tellSince(before);
    }
  }

  /** As after power-on; the devices drive what they drive. */
  reset(): void {
    this.#changeOutput(0, 0);
    this.#isLevel = 0;
    this.#isBoth = 0;
    this.#isHigh = 0;
    this.#enabled = 0;
    this.#edges = 0;
  }

  get #lines(): number {
    return (this.#levels & ~this.#direction) | (this.#output & this.#direction);
  }

  get #raw(): number {
    return (~(this.#lines ^ this.#isHigh) & this.#isLevel & 0xff) | this.#edges;
  }

  get #masked(): number {
    return this.#raw & this.#enabled;
  }

  #setInterrupts(offset: number, bits: number): void {
    switch (offset) {
      case registers.isLevel:
        this.#isLevel = bits;
        break;
      case registers.isBoth:
        this.#isBoth = bits;
        break;
      case registers.isHigh:
        this.#isHigh = bits;
        break;
      case registers.enabled:
        // The kernel masks a level while it handles it: that was the event without a cause.
        this.#edges &= ~(this.#isLevel & ~bits);
        this.#enabled = bits;
        break;
      case registers.clear:
        this.#edges &= ~bits;
        break;
    }
  }

  /** A message if a line is pending that was not. */
  #tellSince(before: number): void {
    if ((this.#masked & ~before) !== 0) this.#onInterrupt();
  }

  #changeOutput(output: number, direction: number): void {
    const before = this.#output & this.#direction;
    this.#output = output;
    this.#direction = direction;
    const now = output & direction;
    for (let line = 0; line < 8; line++)
      if (((before ^ now) >> line) & 1) this.#onDriven(line, ((now >> line) & 1) === 1);
  }
}
