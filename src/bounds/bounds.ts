/**
 * How much we take of what a guest, a suite or a results file can make long, deep or many. Every reader of such things
 * takes its bounds from here, and says in the results what it left out.
 */
export const bounds = {
  /**
   * Text by lines, from a console or a program. The kernel's own messages have 2048 characters at most; one that begins
   * a report says so in its first `headerChars`. `messages`: that other processors' output can cut one line into.
   */
  lines: { chars: 16 * 1024, headerChars: 1024, messages: 64 },
  /**
   * What the kernel reported, per console. A title beyond 200 characters tells no two bugs apart; a report of 64 KiB
   * shows the stacks of some twenty processors. `open`: reports that can be interleaved, one a processor or task that
   * prints.
   */
  findings: { count: 50, titleChars: 200, reportChars: 64 * 1024, reportLines: 600, open: 64 },
  /** A function's name: 512 is the kernel's own limit. `depth` and `parts` are those of a mangled one. */
  symbols: { nameChars: 512, depth: 40, parts: 500 },
  /**
   * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs a parser's stack and a full
   * name's length. All results are counted; the last quarter of what is kept is for those that failed.
   */
  subtests: { count: 20_000, depth: 32, nameChars: 300, reasonChars: 500, totalChars: 2 * 1024 * 1024 },
  /** What a test leaves in `artifacts/`. */
  artifacts: {
    files: 1000,
    bytes: 64 * 1024 * 1024,
    depth: 64,
    pathBytes: 1024,
    entries: 10_000,
    headerBytes: 64 * 1024 * 1024,
    complaints: 100,
  },
  /** What a test's machine may take of this host's disk by its folder, and how long a look at it may take. */
  folder: { bytes: 2048 * 1024 * 1024, entries: 50_000, depth: 200, lookMs: 30_000 },
  /**
   * A test's `data/`, which is copied for each machine and, for a kernel without 9p, sent to it: less than its folder
   * may hold.
   */
  data: { bytes: 1024 * 1024 * 1024, entries: 20_000, depth: 64 },
  /** The state of a saved machine's devices; its memory is elsewhere. */
  savedState: { bytes: 512 * 1024 * 1024 },
  /** QEMU's own output, and how much of it is quoted. */
  qemuLog: { bytes: 64 * 1024 * 1024, quotedLines: 5, quotedLineChars: 500 },
  /** What is said on the agent's port. Beyond the rate it is read later; longer lines are cut. */
  control: { lineBytes: 4096, linesPerSecond: 20_000 },
  /** The console since a bug that is being waited out. */
  bugReport: { chars: 64 * 1024, titles: 50, matchMs: 500 },
  /** `timeline.jsonl`: of each source, and of each device model, the first and the last; an entry's `data` as JSON. */
  timeline: { firstEntries: 1000, lastEntries: 4000, textChars: 500, dataChars: 4000 },
  /** What a device keeps of what passed between it and its machine, and how much of it is handed out at once. */
  deviceLog: { entries: 10_000, textChars: 500, registers: 16, pageChars: 1024 * 1024 },
  /**
   * What the process of a test's device models says: a line on its control channel, an error, events, and what models
   * print.
   */
  models: {
    lineBytes: 16 * 1024 * 1024,
    errorChars: 4000,
    stackChars: 16 * 1024,
    events: 1000,
    printedHeadBytes: 768 * 1024,
    printedTailBytes: 256 * 1024,
  },
  /** Remarks on a test's evidence: cut logs, artifacts left out. */
  notes: { count: 100, chars: 500 },
  /** One line of `record.jsonl`: the header of a run of 10,000 tests has some 10 MB. */
  recordLineBytes: 64 * 1024 * 1024,
  /**
   * What a guest asks of its hardware with `hw`: one request and its words, a value that it sets, a fault's text; what
   * may be plugged in at a time; and what it is answered. A model's log of 10,000 values of this length fits into one
   * answer of its process.
   */
  hw: {
    requestBytes: 16 * 1024,
    words: 64,
    valueChars: 256,
    faultChars: 1000,
    plugged: 16,
    disks: 8,
    diskBytes: 1024 ** 3,
    answerLines: 2000,
    answerChars: 128 * 1024,
    answerLineChars: 4000,
  },
  /** Any single sentence of a verdict. */
  sentenceChars: 4000,
  /** A `results.json` that is read back: another job may have written it, and another version of ours. */
  results: {
    bytes: 256 * 1024 * 1024,
    /** Of all parts of a merge together. */
    mergedBytes: 512 * 1024 * 1024,
    depth: 32,
    values: 5_000_000,
    tests: 100_000,
    cells: 2000,
    listed: 200_000,
    shards: 99_999,
    idChars: 512,
    pathChars: 4096,
    textChars: 1024 * 1024,
  },
  /** Files and directories of the parts of a merge: results lie a few directories above the artifacts. */
  parts: { files: 1_000_000, bytes: 64 * 1024 ** 3, depth: 80, pathBytes: 2048 },
  /** What a merge says is missing or should be known, a line each. */
  mergedLines: { count: 1000, chars: 1000 },
  /** Any other JSON file: of the store, of the runner, of the cache. */
  json: { bytes: 64 * 1024 * 1024, depth: 100, values: 2_000_000 },
  /** Text that a user names on the command line to be parsed as a whole. */
  inputTextChars: 64 * 1024 * 1024,
  /** An input of the Action. */
  actionInput: { chars: 64 * 1024, lines: 1000 },
  /** What `cache-index.json` may list. */
  cacheIndex: { assets: 1000, documents: 10_000, nameChars: 250, assetBytes: 1024 ** 4 },
  /** Names in an artifact of GitHub's, in bytes: file systems end at 255. */
  upload: { files: 100_000, depth: 80, pathBytes: 1024, nameBytes: 200 },
  /** `junit.xml`: GitLab takes 30 MB a file. */
  junit: { totalChars: 6_000_000, noteChars: 10_000, nameChars: 300, missing: 500 },
  /** Results as TAP. */
  tapChars: 16 * 1024 * 1024,
  /** Annotations of a check run. */
  annotations: { count: 500, titleChars: 255, messageChars: 3000 },
} as const;

/**
 * The names on the way that a path in results tells, from their directory on; undefined for a path that does not stay
 * inside (`..`, from the root, empty names), or that is no name of a file at all. Links are the reader's business.
 */
export function stepsInside(path: string): readonly string[] | undefined {
  if (path === '' || path.length > bounds.results.pathChars || notInNames.test(path)) return undefined;
  const steps = path.split('/');
  return steps.some((step) => step === '' || step === '.' || step === '..') ? undefined : steps;
}

/** What no UTF-8 name of a file has: a zero byte, half a surrogate pair. */
const notInNames = /[\0\p{Surrogate}]/u;
