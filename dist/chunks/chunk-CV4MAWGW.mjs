import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/bounds/line-splitter.ts
function splitLines(stream, splitting) {
  const splitter = new LineSplitter(splitting);
  stream.on("data", (chunk) => splitter.push(chunk));
  stream.on("end", () => splitter.end());
}
var lineFeed = 10;
var smallBytes = 256;
var LineSplitter = class {
  #splitting;
  #held = Buffer.alloc(0);
  #heldLength = 0;
  /** Pieces of this line were handed on already. */
  #isContinued = false;
  constructor(splitting) {
    this.#splitting = splitting;
  }
  push(chunk) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      this.#take(chunk.subarray(start, end));
      this.#emit(true);
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
  }
  end() {
    if (this.#heldLength > 0) this.#emit(true);
  }
  #take(piece) {
    const { maxLength } = this.#splitting;
    for (let rest = piece; rest.length > 0; ) {
      if (this.#heldLength === maxLength) this.#emit(false);
      const taken = rest.subarray(0, maxLength - this.#heldLength);
      this.#hold(taken);
      rest = rest.subarray(taken.length);
    }
  }
  #hold(bytes) {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = Buffer.alloc(
        Math.max(length, Math.min(2 * this.#held.length, this.#splitting.maxLength), smallBytes)
      );
      this.#held.copy(larger, 0, 0, this.#heldLength);
      this.#held = larger;
    }
    bytes.copy(this.#held, this.#heldLength);
    this.#heldLength = length;
  }
  #emit(isEnd) {
    const line = Buffer.from(this.#held.subarray(0, this.#heldLength));
    const part = this.#isContinued ? isEnd ? "last" : "middle" : isEnd ? "whole" : "first";
    this.#heldLength = 0;
    this.#isContinued = !isEnd;
    if (line.length > 64 * 1024) this.#held = Buffer.alloc(0);
    this.#splitting.onLine(line, part);
  }
};

export {
  splitLines,
  LineSplitter
};
