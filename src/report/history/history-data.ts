/** What the page of a history shows, embedded in it as JSON: small for years of runs. */
export interface HistoryData {
  readonly version: string;
  /** Ids of commits, the oldest first. All lists that follow have an entry a commit. */
  readonly commits: readonly string[];
  /** Index of the branch. */
  readonly branchOf: readonly number[];
  /** Index of the address; -1: there is none. */
  readonly addressOf: readonly number[];
  /** When it was first run, in seconds since the commit before it; the first: since 1970. */
  readonly seconds: readonly number[];
  /** How many runs it had. */
  readonly runs: readonly number[];
  /** `k` or `t` a commit: KVM or software emulation, as runs of letters. */
  readonly accelerators: string;
  readonly branches: readonly string[];
  /** Addresses of commits, without their ids. */
  readonly addresses: readonly string[];
  readonly tests: readonly string[];
  readonly cells: readonly DataCell[];
  readonly rows: readonly DataRow[];
  readonly crashes: readonly DataCrash[];
  readonly coverage: readonly DataCoverage[];
  readonly notes: readonly string[];
}

export interface DataCell {
  readonly label: string;
  readonly kernel: string;
  readonly release: string;
}

export interface DataRow {
  /** Index of the test. */
  readonly test: number;
  /** Index of the cell. */
  readonly cell: number;
  /** One letter a commit, as runs of letters. */
  readonly letters: string;
  /** How long it took at each of the last commits, in milliseconds; 0: unknown. */
  readonly lastMs: readonly number[];
}

export interface DataCrash {
  readonly title: string;
  readonly fingerprint: string;
  /** Commits that it was seen at: each number counts from the one before it. */
  readonly steps: readonly number[];
  readonly cells: readonly string[];
  readonly tests: readonly string[];
}

export interface DataCoverage {
  readonly name: string;
  /** Index of the commit, how many were touched, how many there are: only where these changed. */
  readonly points: readonly (readonly [number, number, number])[];
}
