/**
 * How much we take of what a guest, a suite or a results file can make long, deep or many. Every reader of such things
 * takes its bounds from here, and says in the results what it left out.
 */
export const bounds = {
  /** What the kernel reported, per test. */
  findings: { count: 50, titleChars: 400, reportChars: 64 * 1024 },
  /** (K)TAP on the output of `run`, per test. */
  subtests: { count: 20_000, depth: 32, nameChars: 300, reasonChars: 500, totalChars: 2 * 1024 * 1024 },
  /** What a test leaves in `artifacts/`. */
  artifacts: { files: 1000, bytes: 64 * 1024 * 1024, depth: 64, pathBytes: 1024 },
  /** Remarks on a test's evidence: cut logs, artifacts left out. */
  notes: { count: 100, chars: 500 },
  /** One line of `record.jsonl`: the header of a run of 10,000 tests has some 10 MB. */
  recordLineBytes: 64 * 1024 * 1024,
  /** Any single sentence of a verdict. */
  sentenceChars: 4000,
} as const;
