/** More numbers that are not their place are not looked at one by one; no tester counts so badly. */
const maxOdd = 200_000;

/** The numbers of results on one level. Only those are remembered that are not their place: mostly none. */
export class ResultNumbers {
  #count = 0;
  #misplaced = 0;
  readonly #oddPlaces = new Set<number>();
  readonly #oddNumbers: number[] = [];

  add(number: number | undefined): void {
    this.#count += 1;
    if (number === undefined || number === this.#count) return;
    this.#misplaced += 1;
    if (this.#oddNumbers.length >= maxOdd) return;
    this.#oddPlaces.add(this.#count);
    this.#oddNumbers.push(number);
  }

  /** Results whose number is not their place. */
  get misplaced(): number {
    return this.#misplaced;
  }

  /** Numbers that came before. */
  repeated(): number {
    const odd = new Set<number>();
    let repeated = 0;
    for (const number of this.#oddNumbers) {
      if (odd.has(number) || this.#isTaken(number)) repeated += 1;
      odd.add(number);
    }
    return repeated;
  }

  /** Numbers outside of a plan. */
  outside(first: number, last: number): number {
    const isOutside = (number: number): boolean => number < first || number > last;
    const places = Math.max(0, Math.min(this.#count, first - 1)) + Math.max(0, this.#count - last);
    const odd = this.#oddNumbers.filter(isOutside).length - [...this.#oddPlaces].filter(isOutside).length;
    return places + odd;
  }

  /** A result that has its place for a number has this one. */
  #isTaken(number: number): boolean {
    return number >= 1 && number <= this.#count && !this.#oddPlaces.has(number);
  }
}
