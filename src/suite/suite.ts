/**
 * A suite as its author wrote it: parsed once, checked, with every path absolute.
 * The format is described in docs/suite-format.md.
 */
export interface Suite {
  /** Base name of the suite's directory. */
  readonly name: string;
  /** Absolute path of the suite's directory. */
  readonly directory: string;
  readonly description: string;
  /** `info/kernel` as written (`debian:6.12`), or the absolute path when it is a path. */
  readonly kernel: string | undefined;
  /** `info/qemu` as written, or the absolute path when it is a path. */
  readonly qemu: string | undefined;
  /** Absolute path of `info/disk-image`'s image; undefined: the built-in minimal root. */
  readonly diskImage: string | undefined;
  /** `info/qemu-args`, unquoted, one element an argument. */
  readonly qemuArgs: readonly string[];
  /** Directories that kbuild builds against each kernel, absolute, in the order of `info/modules`. */
  readonly moduleDirectories: readonly string[];
  readonly devices: readonly DeviceLine[];
  readonly expectConsole: readonly ConsoleExpectation[];
  /** Absolute paths of the executables that run around every test. */
  readonly setup: string | undefined;
  readonly teardown: string | undefined;
  /** In the order of their names. */
  readonly tests: readonly SuiteTest[];
}

/**
 * One test directory. What the suite sets for all tests stays in the suite; `timeoutMs` and `afterBug` alone are
 * already resolved.
 */
export interface SuiteTest {
  /** Base name of the test's directory. */
  readonly name: string;
  readonly directory: string;
  readonly description: string;
  /** The test's own `info/qemu-args`; the suite's come before them. */
  readonly qemuArgs: readonly string[];
  /** How long the stages may take together, counted from the first stage's begin. */
  readonly timeoutMs: number;
  readonly expectation: Expectation;
  readonly devices: readonly DeviceLine[];
  readonly faults: readonly FaultLine[];
  readonly expectConsole: readonly ConsoleExpectation[];
  readonly start: StartMode;
  readonly afterBug: AfterBug;
  readonly setup: string | undefined;
  readonly run: string;
  readonly teardown: string | undefined;
  /** Absolute path of `data/`, whose entries are put beside the executables. */
  readonly dataDirectory: string | undefined;
}

/** What becomes of a machine whose kernel has killed a task because of a bug that nobody expects. */
export type AfterBug = 'end' | 'continue';

export type StartMode = 'auto' | 'clone' | 'cold';

/** What `info/expect-failure` says: absent, empty, or narrowed by its first line. */
export type Expectation =
  | { readonly kind: 'pass' }
  | { readonly kind: 'any-failure' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'crash'; readonly title: RegExp | undefined };

/** A line of `info/expect-console`: `allow REGEX  # reason` or `require REGEX  # reason`. */
export interface ConsoleExpectation {
  readonly kind: 'allow' | 'require';
  readonly pattern: RegExp;
  readonly reason: string;
  /** The day (YYYY-MM-DD) after which an `allow` no longer counts. */
  readonly until: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** A line of `info/devices`: `ID PATH [key=value …]`. */
export interface DeviceLine {
  readonly id: string;
  /** Absolute path of the model. */
  readonly path: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly file: string;
  readonly line: number;
}

/** A line of `info/faults`: `KIND [key=value …]`. */
export interface FaultLine {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** Something an author has to mend, with the place and the next move. */
export interface SuiteProblem {
  /** Absolute path of the file or directory. */
  readonly file: string;
  readonly line: number | undefined;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | undefined;
}
