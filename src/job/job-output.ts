/** Where a job writes. Text may come from a guest: the CI system shows it, and obeys no command in it. */
export interface JobOutput {
  /** Whole lines. */
  readonly text: (text: string) => void;
  /** What follows, until `endFold`, is collapsed below the title. */
  readonly beginFold: (title: string) => void;
  readonly endFold: () => void;
  readonly warn: (message: string) => void;
}
