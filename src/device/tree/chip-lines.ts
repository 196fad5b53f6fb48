import { BoardError, type Lines } from '../board/line-bank.ts';
import { Pl061 } from './pl061.ts';
import { chipBytes, chipCount, chipLines, treeLines } from './tree-places.ts';

/** The lines of the devices of a tree, at the chips that the kernel drives them by. */
export class ChipLines implements Lines {
  readonly #chips: readonly Pl061[];
  readonly #driven = new Map<number, (isHigh: boolean) => void>();
  #taken = 0;

  /** `onInterrupt`: of a chip, by its number. */
  constructor(onInterrupt: (chip: number) => void) {
    this.#chips = Array.from(
      { length: chipCount },
      (_, chip) =>
        new Pl061(
          () => onInterrupt(chip),
          (line, isHigh) => this.#driven.get(chip * chipLines + line)?.(isHigh),
        ),
    );
  }

  /** @throws BoardError when there are no more */
  take(name: string, isHigh: boolean): number {
    if (this.#taken === treeLines)
      throw new BoardError(`line ${name}: expected at most ${treeLines} lines in a device tree, found another one`);
    const line = this.#taken++;
    if (isHigh) this.drive(line, true);
    return line;
  }

  onDriven(line: number, call: (isHigh: boolean) => void): void {
    this.#driven.set(line, call);
  }

  drive(line: number, isHigh: boolean): void {
    this.#chipOf(line)?.drive(line % chipLines, isHigh);
  }

  pulse(line: number): void {
    this.#chipOf(line)?.pulse(line % chipLines);
  }

  /** `offset` in the BAR. Undefined: no chip is there. */
  read(offset: number): number | undefined {
    return this.#chips[Math.floor(offset / chipBytes)]?.read(offset % chipBytes);
  }

  write(offset: number, value: number): void {
    this.#chips[Math.floor(offset / chipBytes)]?.write(offset % chipBytes, value);
  }

  /** The machine was reset. */
  reset(): void {
    for (const chip of this.#chips) chip.reset();
  }

  #chipOf(line: number): Pl061 | undefined {
    return this.#chips[Math.floor(line / chipLines)];
  }
}
