import { bounds } from '../bounds/bounds.ts';
import { CappedLog } from '../host/capped-log.ts';

const { printedHeadBytes, printedTailBytes } = bounds.models;

/** What device models print, in a file that is there only if they do, of bounded size. */
export class PrintedLog {
  readonly #path: string;
  readonly #name: string;
  #log: CappedLog | undefined;
  #failure: string | undefined;

  /** `name`: for people. */
  constructor(path: string, name: string) {
    this.#path = path;
    this.#name = name;
  }

  write(chunk: Buffer): void {
    this.#log ??= new CappedLog(
      this.#path,
      { headBytes: printedHeadBytes, tailBytes: printedTailBytes, extraBytes: 0 },
      (error) => {
        this.#failure ??= error.message;
      },
    );
    this.#log.write(chunk);
  }

  /** What is not in the file. */
  get notes(): readonly string[] {
    if (this.#failure !== undefined) return [`${this.#name}: it could not be kept: ${this.#failure}`];
    const leftOut = this.#log?.leftOutBytes ?? 0;
    return leftOut === 0
      ? []
      : [`${this.#name}: ${leftOut} bytes of what device models printed were left out of the middle`];
  }

  /** Safe to call again. */
  close(): void {
    this.#log?.close();
  }
}
