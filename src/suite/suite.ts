import type { ConfigWish } from './config-line.ts';

/**
 * A suite as its author wrote it: parsed once, checked, with absolute paths. docs/suite-format.md describes the format.
 */
export interface Suite {
  /** Base name of the suite's directory. */
  readonly name: string;
  /** Absolute path of the suite's directory. */
  readonly directory: string;
  readonly description: string;
  /** `info/kernel` as written (`debian:6.12`), or as an absolute path. */
  readonly kernel: string | undefined;
  /** `info/qemu` as written, or as an absolute path. */
  readonly qemu: string | undefined;
  /** `info/disk-image` as written (`debian:bookworm+python3`), or as an absolute path; undefined: the built-in root. */
  readonly diskImage: string | undefined;
  /** `info/init` is `image`: the disk image starts by itself. Absent: the test agent is the first process. */
  readonly imageInit?: ImageInit | undefined;
  /** `info/qemu-args`, unquoted, one element per argument. */
  readonly qemuArgs: readonly string[];
  /** How long a boot of its machines may take; undefined: the default. */
  readonly bootTimeoutMs: number | undefined;
  /** Directories that kbuild builds against each kernel: absolute, in the order of `info/modules`. */
  readonly moduleDirectories: readonly string[];
  readonly moduleBuild: ModuleBuildOptions;
  /** `info/kernel-modules`: modules of the kernel that are loaded before any test. */
  readonly kernelModules: readonly string[];
  /** `info/kernel-config`: what the kernel's configuration must say, in the order of the lines. */
  readonly kernelConfig: readonly ConfigWish[];
  /** `info/failable`: further functions whose calls can fail. Undefined: there is no such file. */
  readonly failable?: readonly FailableLine[] | undefined;
  /** `info/leaks`. Undefined: there is no such file. */
  readonly leaks?: LeakRules | undefined;
  readonly devices: readonly DeviceLine[];
  /** `info/device-tree`. Undefined: there is no such file. */
  readonly deviceTree?: TreeSource | undefined;
  readonly expectConsole: readonly ConsoleExpectation[];
  /** `info/tags`, in the order of the file; every test of the suite has them. */
  readonly tags: readonly string[];
  /** Absolute paths of the executables that run around every test. */
  readonly setup: string | undefined;
  readonly teardown: string | undefined;
  /** Absolute path of `lib/`, which every test finds as `lib/` beside its executables. */
  readonly libDirectory: string | undefined;
  /** What the links in `info/`, `lib/`, `setup` and `teardown` lead to: absolute paths in the suite. */
  readonly linked: readonly string[];
  /** Ordered by name. */
  readonly tests: readonly SuiteTest[];
  /** For the program's own suite of `smoke`: the modules that it tests, in the user's words. Absent: a user's suite. */
  readonly smokeOf?: readonly string[];
}

/**
 * A test: a directory, or one row of its table. Settings of the suite stay in the suite; only `timeoutMs`,
 * `afterBug`, `shutdown` and `tags` are already resolved.
 */
export interface SuiteTest {
  /** Base name of the test's directory; with a row, `DIRECTORY@ROW`. */
  readonly name: string;
  readonly directory: string;
  readonly description: string;
  /** The test's own `info/qemu-args`. They come after the suite's. */
  readonly qemuArgs: readonly string[];
  /** The time limit of all stages together, counted from the start of the first stage. */
  readonly timeoutMs: number;
  readonly expectation: Expectation;
  readonly devices: readonly DeviceLine[];
  /** `info/device-tree`. Undefined: there is no such file. */
  readonly deviceTree?: TreeSource | undefined;
  readonly faults: readonly FaultLine[];
  readonly expectConsole: readonly ConsoleExpectation[];
  readonly start: StartMode;
  readonly afterBug: AfterBug;
  readonly shutdown: Shutdown;
  /** Undefined: the test has no `info/each`. */
  readonly row: TestRow | undefined;
  /** The suite's tags, then its own. */
  readonly tags: readonly string[];
  readonly setup: string | undefined;
  readonly run: string;
  readonly teardown: string | undefined;
  /** Absolute path of `data/`, whose entries are put beside the executables. */
  readonly dataDirectory: string | undefined;
  /** What the links in its directory lead to: absolute paths in the suite. */
  readonly linked: readonly string[];
}

/** A row of `info/each`. */
export interface TestRow {
  /** The value in the first column. */
  readonly name: string;
  /** The values by the names of their columns. The stages have them in their environment. */
  readonly variables: ReadonlyMap<string, string>;
  readonly file: string;
  readonly line: number;
}

/** A disk image whose own init runs. */
export interface ImageInit {
  /** `info/ready`: what says that the image is up. */
  readonly ready: ImageReady;
  /** `info/machine-id`: whose each machine has. */
  readonly machineId: MachineId;
}

export type ImageReady =
  /** The init's own default: of systemd, its default target. */
  | { readonly kind: 'default' }
  /** A unit of systemd that has started. */
  | { readonly kind: 'unit'; readonly name: string }
  /** A command of the image's shell that succeeds. */
  | { readonly kind: 'command'; readonly text: string };

/** `template`: that of the boot, the same in all its clones. `own`: each machine gets one that no other has. */
export type MachineId = 'template' | 'own';

/** What happens to a machine whose kernel killed a task because of an unexpected bug. */
export type AfterBug = 'end' | 'continue';

/** Whether the guest shuts down after the last stage, which drivers take part in, or is ended where it is. */
export type Shutdown = 'run' | 'skip';

export type StartMode = 'auto' | 'clone' | 'cold';

/** `info/expect-failure`: absent, empty, or narrowed by its first line. */
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
  /** The last day (YYYY-MM-DD) on which an `allow` applies. */
  readonly until: string | undefined;
  /** It is about such findings only; absent: about any. */
  readonly only?: 'leak';
  readonly file: string;
  readonly line: number;
}

/** `info/leaks`: what is done about things that a driver leaves behind. */
export interface LeakRules {
  readonly isOff: boolean;
  /** Further modules to watch, as the kernel names them. */
  readonly watched: readonly string[];
  readonly allowed: readonly ConsoleExpectation[];
}

/** A line of `info/devices`: `ID PATH [key=value …]`. */
export interface DeviceLine {
  readonly id: string;
  /** Absolute path of the model. */
  readonly path: string;
  /** Initial values of the model's controls. */
  readonly parameters: ReadonlyMap<string, string>;
  /** `bus=`: its place, such as `i2c0`. Absent: the first of its bus. */
  readonly place?: string;
  /** `nic=`: the network card whose link partner it is. */
  readonly nic?: string;
  readonly file: string;
  readonly line: number;
}

/** `info/device-tree`: source for the machine's device tree. */
export interface TreeSource {
  readonly file: string;
  readonly text: string;
}

/** A line of `info/faults`: `KIND [key=value …]`. */
export interface FaultLine {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** A line of `info/failable`: `SYMBOL OUTCOME … [group=NAME] [as=NAME,NAME]`. */
export interface FailableLine {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** A problem for the author to fix, with its place and what to do. */
export interface SuiteProblem {
  /** Absolute path of the file or directory. */
  readonly file: string;
  readonly line: number | undefined;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do. */
  readonly hint: string | undefined;
}

/** What the suite says about the build of its modules. */
export interface ModuleBuildOptions {
  /** Variables for make, as `NAME=VALUE`, by directory. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  /** Absolute path of `info/build`, which prepares the copied sources; undefined: there is none. */
  readonly prepare: string | undefined;
  /** `info/werror`: a warning of the compiler fails the build. */
  readonly warningsAreErrors: boolean;
}
