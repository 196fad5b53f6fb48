import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/diagnose/text-lines.ts
var maxLength = 16 * 1024;
var TextLines = class {
  #onLine;
  #rest = "";
  #number = 1;
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(chunk) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      this.#emit(this.#rest + chunk.slice(from, end));
      this.#rest = "";
      this.#number += 1;
      from = end + 1;
    }
    this.#rest += chunk.slice(from);
    if (this.#rest.length > maxLength) {
      this.#emit(this.#rest);
      this.#rest = "";
    }
  }
  /** The last line may lack its line feed. */
  end() {
    if (this.#rest !== "") this.#emit(this.#rest);
    this.#rest = "";
  }
  #emit(line) {
    if (line.length <= maxLength) this.#onLine(line, this.#number);
    else for (let from = 0; from < line.length; from += maxLength) this.#onLine(line.slice(from, from + maxLength), this.#number);
  }
};

export {
  TextLines
};
