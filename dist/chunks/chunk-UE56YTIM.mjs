import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/bounds/bounds.ts
var bounds = {
  /**
   * Lines of text from a console or a program. The kernel's own messages have at most 2048 characters; one that starts
   * a report can be recognised by its first `headerChars`. `messages`: the pieces into which other processors' output
   * can cut one line.
   */
  lines: { chars: 16 * 1024, headerChars: 1024, messages: 64 },
  /**
   * Kernel reports per console. Titles that differ only after 200 characters are the same bug; a report of 64 KiB holds
   * the stacks of about twenty processors. `open`: interleaved reports, one per processor or task that prints.
   */
  findings: { count: 50, titleChars: 200, reportChars: 64 * 1024, reportLines: 600, open: 64 },
  /** Function names: 512 is the kernel's own limit. `depth` and `parts` are for mangled names. */
  symbols: { nameChars: 512, depth: 40, parts: 500 },
  /**
   * (K)TAP on the output of `run`, per test. KUnit nests four levels; each level costs parser stack and a full name's
   * length. All results are counted. The last quarter of the kept ones is reserved for failures.
   */
  subtests: { count: 2e4, depth: 32, nameChars: 300, reasonChars: 500, totalChars: 2 * 1024 * 1024 },
  /** The files in a test's `artifacts/`. */
  artifacts: {
    files: 1e3,
    bytes: 64 * 1024 * 1024,
    depth: 64,
    pathBytes: 1024,
    entries: 1e4,
    headerBytes: 64 * 1024 * 1024,
    complaints: 100
  },
  /** Host disk space for the folder of a test's machine, and how long counting it may take. */
  folder: { bytes: 2048 * 1024 * 1024, entries: 5e4, depth: 200, lookMs: 3e4 },
  /**
   * A test's `data/`. It is copied for each machine and, for a kernel without 9p, sent to it, so the limits are lower
   * than the folder's.
   */
  data: { bytes: 1024 * 1024 * 1024, entries: 2e4, depth: 64 },
  /** The words of an `info/tags`. */
  tags: { count: 50, chars: 100 },
  /**
   * The table of an `info/each`. A value of this length fits into a line of the agent's port, whatever its
   * characters.
   */
  each: { rows: 1e3, columns: 32, nameChars: 100, valueChars: 1e3 },
  /** The saved state of a machine's devices. Its memory is stored separately. */
  savedState: { bytes: 512 * 1024 * 1024 },
  /** QEMU's own output, and how much of it is quoted. */
  qemuLog: { bytes: 64 * 1024 * 1024, quotedLines: 5, quotedLineChars: 500 },
  /** Lines on the agent's port. Lines beyond the rate are read later; longer lines are cut. */
  control: { lineBytes: 4096, linesPerSecond: 2e4, toldLines: 1e3 },
  /** The console after a bug, while its report is being completed. */
  bugReport: { chars: 64 * 1024, titles: 50, matchMs: 500 },
  /** `timeline.jsonl`: the first and last entries of each source and each device model; `data` of an entry as JSON. */
  timeline: { firstEntries: 1e3, lastEntries: 4e3, textChars: 500, dataChars: 4e3 },
  /** A device's log of its exchanges with the machine, and how much of it is returned per request. */
  deviceLog: { entries: 1e4, textChars: 500, registers: 16, exchangeBytes: 32, pageChars: 1024 * 1024 },
  /**
   * A USB device: what waits at an endpoint for the machine, the transfers of a machine that wait for the device, with
   * their bytes, and the longest message.
   */
  usb: {
    queuedTransfers: 1024,
    queuedBytes: 16 * 1024 * 1024,
    pendingTransfers: 4096,
    pendingBytes: 64 * 1024 * 1024,
    messageBytes: 16 * 1024 * 1024 + 64,
    unreadBytes: 64 * 1024 * 1024
  },
  /**
   * Frames between a machine and a model: QEMU's longest, and what may wait in a direction because a fault delays it.
   * `unreadBytes`: what QEMU has not taken yet. More is lost, as on a wire.
   */
  frames: { bytes: 69632, delayed: 1e3, delayedBytes: 4 * 1024 * 1024, unreadBytes: 1024 * 1024 },
  /**
   * The process of a test's device models: a line on its control channel, an error, events, and the output of models.
   */
  models: {
    lineBytes: 16 * 1024 * 1024,
    errorChars: 4e3,
    stackChars: 16 * 1024,
    events: 1e3,
    printedHeadBytes: 768 * 1024,
    printedTailBytes: 256 * 1024
  },
  /** Notes on a test's evidence: cut logs, artifacts left out. */
  notes: { count: 100, chars: 500 },
  /** One line of `record.jsonl`. The header of a run of 10,000 tests has about 10 MB. */
  recordLineBytes: 64 * 1024 * 1024,
  /**
   * Requests of a guest's `hw`: a request and its words, a value to set, a fault's text, the devices plugged in at a
   * time, and an answer. A model's log of 10,000 values of this length fits into one answer of its process.
   */
  hw: {
    requestBytes: 16 * 1024,
    words: 64,
    valueChars: 256,
    faultChars: 1e3,
    plugged: 16,
    disks: 8,
    diskBytes: 1024 ** 3,
    answerLines: 2e3,
    answerChars: 128 * 1024,
    answerLineChars: 4e3
  },
  /**
   * The coverage of modules: what a guest records, as guest/coverage/coverage.c has it, and the sources that are kept
   * with the results. `codeLine`: beyond the longest source.
   */
  coverage: {
    memoryBytes: 1024 * 1024,
    modules: 60,
    files: 5e3,
    codeLine: 1e7,
    linesOfFile: 1e6,
    sourceBytes: 2 * 1024 * 1024,
    sourcesBytes: 64 * 1024 * 1024,
    rangeChars: 256 * 1024
  },
  /** A single sentence of a verdict. */
  sentenceChars: 4e3,
  /** A `results.json` to read. Another job or another version may have written it. */
  results: {
    bytes: 256 * 1024 * 1024,
    /** The sum over all parts of a merge. */
    mergedBytes: 512 * 1024 * 1024,
    depth: 32,
    values: 5e6,
    tests: 1e5,
    cells: 2e3,
    listed: 2e5,
    tags: 100,
    shards: 99999,
    idChars: 512,
    pathChars: 4096,
    textChars: 1024 * 1024
  },
  /** Files and directories of the parts of a merge. Results are a few directories above the artifacts. */
  parts: { files: 1e6, bytes: 64 * 1024 ** 3, depth: 80, pathBytes: 2048 },
  /** Missing results and notes of a merge, one per line. */
  mergedLines: { count: 1e3, chars: 1e3 },
  /**
   * The record of many runs: a file of one run, all files together, and what the page of them shows. `rows` are tests
   * in cells, `columns` commits; older ones are left out first.
   */
  history: {
    recordBytes: 4 * 1024 * 1024,
    totalBytes: 512 * 1024 * 1024,
    values: 25e4,
    depth: 8,
    files: 5e4,
    columns: 2e4,
    rows: 1e5,
    shownRows: 4e3,
    pageBytes: 4 * 1024 * 1024,
    crashes: 500,
    shownChars: 300
  },
  /**
   * A kernel that is fetched as packages or as a container's layers, packed and unpacked. A distribution's kernel with
   * its headers has 1.5 GB and 60,000 files; an image may hold a whole system around it. `linkChars`: where a link
   * leads.
   */
  fetchedKernel: {
    files: 64,
    packedBytes: 8 * 1024 ** 3,
    unpackedBytes: 32 * 1024 ** 3,
    keptBytes: 16 * 1024 ** 3,
    entries: 2e6,
    keptEntries: 5e5,
    depth: 64,
    pathBytes: 4096,
    nameBytes: 255,
    headerBytes: 64 * 1024 * 1024,
    images: 16,
    imageBytes: 1024 ** 3
  },
  /** What a container registry says before the layers: a manifest (4 MiB by its specification), a token, an error. */
  registry: {
    manifestBytes: 4 * 1024 * 1024,
    tokenBytes: 1024 * 1024,
    errorBytes: 64 * 1024,
    listed: 1e3,
    layers: 200
  },
  /** Any other JSON file: of the store, the runner or the cache. */
  json: { bytes: 64 * 1024 * 1024, depth: 100, values: 2e6 },
  /** A text file from the command line that is parsed as a whole. */
  inputTextChars: 64 * 1024 * 1024,
  /** An input of the Action. */
  actionInput: { chars: 64 * 1024, lines: 1e3 },
  /** The contents of `cache-index.json`. */
  cacheIndex: { assets: 1e3, documents: 1e4, nameChars: 250, assetBytes: 1024 ** 4 },
  /** Names in a GitHub artifact, in bytes. File systems allow 255. */
  upload: { files: 1e5, depth: 80, pathBytes: 1024, nameBytes: 200 },
  /** `junit.xml`: GitLab takes 30 MB per file. */
  junit: { totalChars: 6e6, noteChars: 1e4, nameChars: 300, missing: 500 },
  /** GitLab's report of problems on lines of the repository. */
  codeQuality: { issues: 500, descriptionChars: 1e3 },
  /** Results as TAP. */
  tapChars: 16 * 1024 * 1024,
  /** Annotations of a check run. */
  annotations: { count: 500, titleChars: 255, messageChars: 3e3 }
};
function stepsInside(path) {
  if (path === "" || path.length > bounds.results.pathChars || notInNames.test(path)) return void 0;
  const steps = path.split("/");
  return steps.some((step) => step === "" || step === "." || step === "..") ? void 0 : steps;
}
var notInNames = /[\0\p{Surrogate}]/u;

export {
  bounds,
  stepsInside
};
