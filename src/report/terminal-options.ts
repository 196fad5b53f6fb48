/** What the terminal reporter needs of the world. */
export interface TerminalOptions {
  readonly write: (text: string) => void;
  /** Width now; asked again before everything that is drawn. */
  readonly columns: () => number;
  readonly isTty: boolean;
  readonly color: boolean;
  /** Milliseconds on a clock that does not go back. */
  readonly now: () => number;
  /** Also says which tests begin, and on a terminal every test that ends. */
  readonly verbose: boolean;
}
