import { boardRegisters, lineCount } from './board-layout.ts';

/** A board has no more lines, addresses or windows, or a place is taken. */
export class BoardError extends Error {
  override readonly name = 'BoardError';
}

/** Lines between a machine and its devices, as the devices have them. */
export interface Lines {
  /** The number of a new line. @throws BoardError when there are no more */
  readonly take: (name: string, isHigh: boolean) => number;
  /** Called when the guest changes the level of a line that it drives. One that it does not drive is low. */
  readonly onDriven: (line: number, call: (isHigh: boolean) => void) => void;
  /** A device drives the line. */
  readonly drive: (line: number, isHigh: boolean) => void;
  /** An event of the line. */
  readonly pulse: (line: number) => void;
}

/**
 * The lines of a board, with the registers by which a guest reads and drives them and learns of their events. Devices
 * drive them from the other side. A line that both drive has the guest's level; one that nobody drives keeps that with
 * which it was taken.
 */
export class LineBank implements Lines {
  readonly #onEvent: () => void;
  readonly #names: string[] = [];
  readonly #driven = new Map<number, (isHigh: boolean) => void>();
  /** Where the guest does not drive them. */
  #levels = 0;
  #pending = 0;
  #enabled = 0;
  #falling = 0;
  #level = 0;
  #both = 0;
  #output = 0;
  #direction = 0;

  /** `onEvent`: the guest is to be told. */
  constructor(onEvent: () => void) {
    this.#onEvent = onEvent;
  }

  /** In the order of their numbers. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** @throws BoardError when there are no more */
  take(name: string, isHigh: boolean): number {
    if (this.#names.length === lineCount)
      throw new BoardError(`line ${name}: expected at most ${lineCount} lines on a board, found another one`);
    const line = this.#names.push(name) - 1;
    if (isHigh) this.#levels = set(this.#levels, line, true);
    return line;
  }

  /** Called when the guest changes the level of a line that it drives, or begins or ends to drive it. */
  onDriven(line: number, call: (isHigh: boolean) => void): void {
    this.#driven.set(line, call);
  }

  /** A device drives the line. */
  drive(line: number, isHigh: boolean): void {
    if (has(this.#levels, line) === isHigh) return;
    this.#levels = set(this.#levels, line, isHigh);
    const isActive = has(this.#both, line) || isHigh !== has(this.#falling, line);
    if (isActive) this.pulse(line);
  }

  /** An event of the line. */
  pulse(line: number): void {
    if (has(this.#level, line) && !has(this.#enabled, line)) return;
    this.#pending = set(this.#pending, line, true);
    if (has(this.#enabled, line)) this.#onEvent();
  }

  /** Undefined: no register of the lines. */
  read(offset: number): number | undefined {
    switch (offset) {
      case boardRegisters.pending:
        return this.#takePending();
      case boardRegisters.enabled:
        return this.#enabled;
      case boardRegisters.falling:
        return this.#falling;
      case boardRegisters.level:
        return this.#level;
      case boardRegisters.both:
        return this.#both;
      case boardRegisters.input:
        return this.#actual;
      case boardRegisters.output:
        return this.#output;
      case boardRegisters.direction:
        return this.#direction;
      default:
        return undefined;
    }
  }

  write(offset: number, value: number): void {
    switch (offset) {
      case boardRegisters.clear:
        this.#pending &= ~value;
        break;
      case boardRegisters.enabled:
        this.#enable(value);
        break;
      case boardRegisters.falling:
        this.#falling = value;
        break;
      case boardRegisters.level:
        this.#level = value;
        break;
      case boardRegisters.both:
        this.#both = value;
        break;
      case boardRegisters.output:
        this.#changeOutput(value, this.#direction);
        break;
      case boardRegisters.direction:
        this.#changeOutput(this.#output, value);
        break;
    }
  }

  /** The registers are as after power-on; the devices drive what they drive. */
  reset(): void {
    this.#changeOutput(0, 0);
    this.#pending = 0;
    this.#enabled = 0;
    this.#falling = 0;
    this.#level = 0;
    this.#both = 0;
  }

  get #actual(): number {
    return ((this.#levels & ~this.#direction) | (this.#output & this.#direction)) >>> 0;
  }

  #takePending(): number {
    const seen = this.#pending & this.#enabled;
    this.#pending &= ~seen;
    return seen >>> 0;
  }

  /** A level that is there when its line is let through is an event, and so is an edge that came before. */
  #enable(value: number): void {
    const fresh = value & ~this.#enabled;
    this.#enabled = value >>> 0;
    const active = (this.#levels ^ this.#falling) & this.#level;
    this.#pending |= active & fresh;
    if ((this.#pending & fresh) !== 0) this.#onEvent();
  }

  #changeOutput(output: number, direction: number): void {
    const before = this.#actual;
    this.#output = output >>> 0;
    this.#direction = direction >>> 0;
    const changed = before ^ this.#actual;
    for (const [line, call] of this.#driven) if (has(changed, line)) call(has(this.#actual, line));
  }
}

function has(word: number, line: number): boolean {
  return ((word >>> line) & 1) === 1;
}

function set(word: number, line: number, isSet: boolean): number {
  const bit = (1 << line) >>> 0;
  return (isSet ? word | bit : word & ~bit) >>> 0;
}
