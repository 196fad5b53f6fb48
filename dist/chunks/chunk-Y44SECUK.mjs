import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/command/shared-options.ts
var help = { name: "help", help: "show this help" };
var machine = [
  {
    name: "kernel",
    value: "SPEC",
    repeatable: true,
    help: "debian:6.12 (-cloud, -rt, +kasan), ubuntu:24.04, tree:PATH, PATH; more: docs/kernels.md"
  },
  {
    name: "machine",
    value: "NAME=QEMU-ARGS",
    repeatable: true,
    help: "machine to test on, for example 'big=-m 1024 -smp 4'"
  }
];
var origins = [
  { name: "qemu", value: "SPEC", help: "QEMU to use: default, host, debian:SUITE, ubuntu:RELEASE, or PATH" },
  {
    name: "disk-image",
    value: "SPEC",
    help: "disk image whose programs the tests may use: PATH, debian:SUITE+PACKAGE, url:"
  }
];
var timeout = { name: "timeout", value: "S", help: "seconds a test may run" };
var bootTimeout = {
  name: "boot-timeout",
  value: "S",
  help: "seconds a boot may take (default 60, under TCG 180)"
};
var compiler = {
  name: "compiler",
  value: "SPEC",
  help: "what builds the modules: auto, host, kernel, or the name or path of a gcc or clang"
};
var smoke = {
  name: "smoke",
  value: "DIR",
  repeatable: true,
  help: "also try the modules that DIR builds, as the command smoke does"
};
var selection = [
  ...machine,
  { name: "test", value: "GLOB", repeatable: true, help: "only tests whose name, or suite/name, matches" },
  {
    name: "tag",
    value: "TAG",
    repeatable: true,
    help: "only tests with this tag of info/tags; '!TAG': only those without it"
  },
  { name: "failed", help: "only tests that were not as expected in the last run, whose results are in --out" },
  {
    name: "changed",
    value: "REF",
    isValueOptional: true,
    help: "only tests whose files, driver or models have uncommitted changes; with REF, also commits since it"
  },
  ...origins,
  timeout,
  bootTimeout
];
var accel = {
  name: "accel",
  value: "auto|kvm|tcg",
  help: "how QEMU runs the guest; auto uses KVM only when it works"
};
var start = {
  name: "start",
  value: "auto|clone|cold",
  help: "how machines start: cloned from a booted machine, or booted themselves"
};
var fresh = {
  name: "fresh",
  help: "boot the machines even where an earlier run has saved them"
};
var jobs = { name: "jobs", value: "N|auto", help: "machines at a time" };
var coverage = {
  name: "coverage",
  help: "measure which lines of the modules under test run: docs/coverage.md"
};
var memoryDump = {
  name: "memory-dump",
  help: "keep the memory of machines that hang or run out of time, as an ELF core"
};
var verbose = { name: "verbose", help: "print a line for every step and every test" };
var repeating = [
  ...machine,
  ...origins,
  timeout,
  bootTimeout,
  compiler,
  accel,
  jobs,
  start,
  fresh
];
var sharding = [
  { name: "shard", value: "I/N", help: "run only part I of N; every test is in exactly one part" },
  { name: "durations", value: "FILE", help: "an earlier results.json, used to balance the shards" }
];
var running = [
  ...sharding,
  compiler,
  accel,
  jobs,
  start,
  fresh,
  {
    name: "repeat",
    value: "N",
    help: "run each test N times; a test whose outcome changes is flaky, and not ok"
  },
  {
    name: "bail",
    value: "N",
    isValueOptional: true,
    help: "start no more tests after N that are not as expected (default 1)"
  },
  {
    name: "shuffle",
    value: "SEED",
    isValueOptional: true,
    help: "start tests in random order; SEED repeats an order"
  },
  { name: "watch", help: "stay, and run tests again when a file of theirs changes" },
  { name: "out", value: "DIR", help: "directory for the results (default qdt-results)" },
  { name: "format", value: "terminal|json|tap", help: "output format" },
  coverage,
  memoryDump,
  verbose,
  help
];

// src/command/option-table.ts
var commands = [
  {
    name: "run",
    operands: "SUITE[/TEST]\u2026",
    summary: "run the tests of suites",
    options: [...selection, smoke, ...running]
  },
  {
    name: "smoke",
    operands: "DIR\u2026",
    summary: "build modules and try them on several kernels; no suite is needed",
    options: [...selection.filter(({ name }) => name !== "disk-image" && name !== "tag"), ...running]
  },
  {
    name: "init",
    operands: "DIR",
    summary: "write a suite to start from",
    options: [help]
  },
  { name: "check", operands: "SUITE\u2026", summary: "validate suites, run nothing", options: [help] },
  {
    name: "list",
    operands: "SUITE[/TEST]\u2026",
    summary: "show the tests and cells that run would run, or the kernels that there are",
    options: [
      { name: "kernels", help: "instead of tests: the names of kernels, and the version of each now" },
      ...selection,
      smoke,
      ...sharding,
      { name: "out", value: "DIR", help: "directory with the results of the last run, for --failed" },
      {
        name: "format",
        value: "text|json|matrix",
        help: "output for people, for programs, or as the matrix of a GitHub workflow"
      },
      { name: "shards", value: "N", help: "with --format matrix: max jobs per cell" },
      help
    ]
  },
  {
    name: "shell",
    operands: "SUITE[/TEST]",
    summary: "open a shell on a test's machine, with its devices and its folder",
    options: [
      ...machine,
      ...origins,
      bootTimeout,
      compiler,
      { ...smoke, help: "the machine of a test of smoke, for the modules in DIR" },
      accel,
      start,
      fresh,
      {
        name: "fault",
        value: "FAULT",
        repeatable: true,
        help: "set from the start, as a line of info/faults, such as 'dma-fail nth=2'"
      },
      { name: "gdb", help: "wait for a debugger before the shell starts; print how to attach one" },
      help
    ]
  },
  {
    name: "sweep",
    operands: "SUITE/TEST",
    summary: "run a test with a fault at every access of a device, or at every call of the driver, in turn",
    options: [
      {
        name: "fault",
        value: "FAULT,\u2026",
        repeatable: true,
        help: "what fails, such as dma-fail,irq-drop, or calls: 'call-fail group=alloc,dma'"
      },
      { name: "device", value: "ID", help: "ID of the device in info/devices (default: the only one)" },
      { name: "point", value: "N", repeatable: true, help: "only at the N-th access or place" },
      {
        name: "max-points",
        value: "N",
        help: "max points per fault, evenly spaced (default 500)"
      },
      { name: "all", help: "of calls: a point for each time that a place is reached, not only for the first" },
      ...repeating,
      { name: "out", value: "DIR", help: "directory for the results (default qdt-sweep)" },
      { name: "format", value: "terminal|json", help: "output format" },
      coverage,
      memoryDump,
      verbose,
      help
    ]
  },
  {
    name: "bisect",
    operands: "SUITE/TEST",
    summary: "find the first commit at which a test fails",
    options: [
      { name: "good", value: "REF", repeatable: true, help: "commit at which the test passes" },
      { name: "bad", value: "REF", help: "commit at which it fails (default HEAD)" },
      { name: "current-suite", help: "test every commit with the suite as it is now, also if it is not committed" },
      { name: "build-failure", value: "skip|bad", help: "what a commit is whose modules do not build (default skip)" },
      {
        name: "setup-failure",
        value: "skip|bad",
        help: "what a commit is whose setup or teardown fails (default skip)"
      },
      { name: "step", help: "run what is checked out, for git bisect run: exit with 0, 1, or 125 for skip" },
      { name: "repeat", value: "N", help: "run the test N times; a commit is bad if one run is" },
      ...repeating,
      { name: "out", value: "DIR", help: "directory for the results (default qdt-bisect, with --step qdt-results)" },
      { name: "format", value: "terminal|json", help: "output format" },
      memoryDump,
      { name: "verbose", help: "print what each run prints" },
      help
    ]
  },
  {
    name: "diagnose",
    operands: "FILE\u2026|DIR\u2026",
    summary: "find kernel bugs in console logs, or judge kept runs again: one JSON object per line",
    options: [help]
  },
  { name: "tap", operands: "FILE\u2026", summary: "read (K)TAP, print one JSON object per line", options: [help] },
  {
    name: "merge",
    operands: "DIR\u2026",
    summary: "put the results of shards together",
    options: [
      { name: "out", value: "DIR", help: "directory for the merged results" },
      {
        name: "matrix",
        value: "FILE",
        help: "output of list --format matrix: every job in it must have results"
      },
      help
    ]
  },
  {
    name: "report",
    operands: "DIR",
    summary: "render results again, also of a run that was killed",
    options: [
      {
        name: "format",
        value: "terminal|json|tap|junit|summary|html",
        help: "output format (default terminal)"
      },
      { name: "out", value: "FILE", help: "file to write instead of standard output" },
      help
    ]
  },
  {
    name: "history",
    operands: "DIR\u2026",
    summary: "make a page of many runs: what broke when, what is flaky or slower, on which kernels a driver works",
    options: [
      { name: "out", value: "SITE", help: "directory of the page and of its records, which stay and grow" },
      { name: "commit", value: "SHA", help: "the tested commit (default: that of the CI job, or what is checked out)" },
      { name: "branch", value: "NAME", help: "the tested branch (default: likewise)" },
      help
    ]
  },
  {
    name: "gitlab",
    operands: "",
    summary: "run in a GitLab job, as the component driver-test does: docs/gitlab.md",
    options: [{ name: "finish", help: "report a run that was killed, in the same job" }, help]
  },
  {
    name: "selftest",
    operands: "",
    summary: "run tests with known verdicts on this host, and compare",
    options: [
      ...machine,
      { name: "qemu", value: "SPEC", help: "QEMU to use, as for run" },
      compiler,
      { name: "accel", value: "auto|kvm|tcg", help: "how to run machines (default auto)" },
      { name: "jobs", value: "N|auto", help: "machines at a time (default auto)" },
      bootTimeout,
      { name: "out", value: "DIR", help: "results directory (default qdt-selftest)" },
      help
    ]
  },
  { name: "doctor", operands: "", summary: "show what this host can do", options: [help] }
];

export {
  commands
};
