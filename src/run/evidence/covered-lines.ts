/** Lines of one file. */
export interface FileLines {
  /** Relative to the root of the project. */
  readonly file: string;
  /** Numbers of lines in ascending order: `3-5,9`. */
  readonly lines: string;
}

/** What ran of the modules under test in one machine. */
export type CoverageEvidence =
  | { readonly kind: 'read'; readonly files: readonly FileLines[] }
  | { readonly kind: 'lost'; readonly reason: string };
