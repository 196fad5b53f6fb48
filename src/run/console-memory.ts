/** The last lines of a console, in bounded memory. */
export class ConsoleMemory {
  readonly #maxChars: number;
  #lines: string[] = [];
  #chars = 0;

  constructor(maxChars: number) {
    this.#maxChars = maxChars;
  }

  hear(line: string): void {
    const kept = line.slice(0, this.#maxChars);
    this.#lines.push(kept);
    this.#chars += kept.length + 1;
    // Seldom: to drop one line for each that comes would cost as much as all that are there.
    if (this.#chars > 2 * this.#maxChars) this.#forget();
  }

  get text(): string {
    this.#forget();
    return this.#lines.join('\n');
  }

  #forget(): void {
    let first = 0;
    while (this.#chars > this.#maxChars) this.#chars -= (this.#lines[first++]?.length ?? 0) + 1;
    if (first > 0) this.#lines = this.#lines.slice(first);
  }
}
