import { bounds } from '../bounds/bounds.ts';

/** A console line longer than this is no kernel message; it is handed on in pieces. */
const maxLength = bounds.lines.chars;

/** Cuts text into lines, whatever the chunks. A piece of an overlong line has its line's number. */
export class TextLines {
  readonly #onLine: (line: string, number: number) => void;
  #rest = '';
  #number = 1;

  constructor(onLine: (line: string, number: number) => void) {
    this.#onLine = onLine;
  }

  push(chunk: string): void {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      this.#emit(this.#rest + chunk.slice(from, end));
      this.#rest = '';
      this.#number += 1;
      from = end + 1;
    }
    this.#rest += chunk.slice(from);
    if (this.#rest.length > maxLength) {
      this.#emit(this.#rest);
      this.#rest = '';
    }
  }

  /** The last line may lack its line feed. */
  end(): void {
    if (this.#rest !== '') this.#emit(this.#rest);
    this.#rest = '';
  }

  #emit(line: string): void {
    if (line.length <= maxLength) this.#onLine(line, this.#number);
    else
      for (let from = 0; from < line.length; from += maxLength)
        this.#onLine(line.slice(from, from + maxLength), this.#number);
  }
}
