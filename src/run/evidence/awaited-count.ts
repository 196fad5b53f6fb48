/** A count that others wait for. */
export class AwaitedCount {
  #count = 0;
  #waiting: { readonly atLeast: number; readonly resolve: () => void }[] = [];

  add(more: number): void {
    this.#count += more;
    if (this.#waiting.length === 0) return;
    for (const { atLeast, resolve } of this.#waiting) if (this.#count >= atLeast) resolve();
    this.#waiting = this.#waiting.filter(({ atLeast }) => this.#count < atLeast);
  }

  reaches(atLeast: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#count >= atLeast) resolve();
      else this.#waiting.push({ atLeast, resolve });
    });
  }
}
