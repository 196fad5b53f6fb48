/** An option of a command, as data. */
export interface OptionEntry {
  readonly name: string;
  /** Placeholder of the value; undefined: the option is a switch. */
  readonly value?: string;
  /** The value is optional. If given, it follows an equals sign. */
  readonly isValueOptional?: true;
  readonly repeatable?: true;
  readonly help: string;
}

/** The options that several commands have. */
export const help: OptionEntry = { name: 'help', help: 'show this help' };

export const machine: readonly OptionEntry[] = [
  {
    name: 'kernel',
    value: 'SPEC',
    repeatable: true,
    help: 'debian:6.12 (-cloud, -rt, +kasan), ubuntu:24.04, tree:PATH, PATH; more: docs/kernels.md',
  },
  {
    name: 'machine',
    value: 'NAME=QEMU-ARGS',
    repeatable: true,
    help: "machine to test on, for example 'big=-m 1024 -smp 4'",
  },
];

export const origins: readonly OptionEntry[] = [
  { name: 'qemu', value: 'SPEC', help: 'QEMU to use: default, host, debian:SUITE, ubuntu:RELEASE, or PATH' },
  {
    name: 'disk-image',
    value: 'SPEC',
    help: 'disk image whose programs the tests may use: PATH, debian:SUITE+PACKAGE, url:',
  },
];

export const timeout: OptionEntry = { name: 'timeout', value: 'S', help: 'seconds a test may run' };

export const bootTimeout: OptionEntry = {
  name: 'boot-timeout',
  value: 'S',
  help: 'seconds a boot may take (default 60, under TCG 180)',
};

export const compiler: OptionEntry = {
  name: 'compiler',
  value: 'SPEC',
  help: 'what builds the modules: auto, host, kernel, or the name or path of a gcc or clang',
};

export const smoke: OptionEntry = {
  name: 'smoke',
  value: 'DIR',
  repeatable: true,
  help: 'also try the modules that DIR builds, as the command smoke does',
};

export const selection: readonly OptionEntry[] = [
  ...machine,
  { name: 'test', value: 'GLOB', repeatable: true, help: 'only tests whose name, or suite/name, matches' },
  {
    name: 'tag',
    value: 'TAG',
    repeatable: true,
    help: "only tests with this tag of info/tags; '!TAG': only those without it",
  },
  { name: 'failed', help: 'only tests that were not as expected in the last run, whose results are in --out' },
  {
    name: 'changed',
    value: 'REF',
    isValueOptional: true,
    help: 'only tests whose files, driver or models have uncommitted changes; with REF, also commits since it',
  },
  ...origins,
  timeout,
  bootTimeout,
];

export const accel: OptionEntry = {
  name: 'accel',
  value: 'auto|kvm|tcg',
  help: 'how QEMU runs the guest; auto uses KVM only when it works',
};
export const start: OptionEntry = {
  name: 'start',
  value: 'auto|clone|cold',
  help: 'how machines start: cloned from a booted machine, or booted themselves',
};
export const fresh: OptionEntry = {
  name: 'fresh',
  help: 'boot the machines even where an earlier run has saved them',
};
export const jobs: OptionEntry = { name: 'jobs', value: 'N|auto', help: 'machines at a time' };
export const coverage: OptionEntry = {
  name: 'coverage',
  help: 'measure which lines of the modules under test run: docs/coverage.md',
};
export const memoryDump: OptionEntry = {
  name: 'memory-dump',
  help: 'keep the memory of machines that hang or run out of time, as an ELF core',
};
export const verbose: OptionEntry = { name: 'verbose', help: 'print a line for every step and every test' };

/** For a command that runs one test many times: on what, and how. */
export const repeating: readonly OptionEntry[] = [
  ...machine,
  ...origins,
  timeout,
  bootTimeout,
  compiler,
  accel,
  jobs,
  start,
  fresh,
];

export const sharding: readonly OptionEntry[] = [
  { name: 'shard', value: 'I/N', help: 'run only part I of N; every test is in exactly one part' },
  { name: 'durations', value: 'FILE', help: 'an earlier results.json, used to balance the shards' },
];

export const running: readonly OptionEntry[] = [
  ...sharding,
  compiler,
  accel,
  jobs,
  start,
  fresh,
  {
    name: 'repeat',
    value: 'N',
    help: 'run each test N times; a test whose outcome changes is flaky, and not ok',
  },
  {
    name: 'bail',
    value: 'N',
    isValueOptional: true,
    help: 'start no more tests after N that are not as expected (default 1)',
  },
  {
    name: 'shuffle',
    value: 'SEED',
    isValueOptional: true,
    help: 'start tests in random order; SEED repeats an order',
  },
  { name: 'watch', help: 'stay, and run tests again when a file of theirs changes' },
  { name: 'out', value: 'DIR', help: 'directory for the results (default qdt-results)' },
  { name: 'format', value: 'terminal|json|tap', help: 'output format' },
  coverage,
  memoryDump,
  verbose,
  help,
];
