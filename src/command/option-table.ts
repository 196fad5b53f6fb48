import {
  accel,
  bootTimeout,
  compiler,
  coverage,
  fresh,
  help,
  machine,
  memoryDump,
  origins,
  repeating,
  running,
  selection,
  sharding,
  smoke,
  start,
  type OptionEntry,
  verbose,
} from './shared-options.ts';

export type { OptionEntry } from './shared-options.ts';

/** All commands as data: the source of parsing, of `--help` and of the table in the documentation. */
export interface CommandEntry {
  readonly name: string;
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly OptionEntry[];
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'run',
    operands: 'SUITE[/TEST]…',
    summary: 'run the tests of suites',
    options: [...selection, smoke, ...running],
  },
  {
    name: 'smoke',
    operands: 'DIR…',
    summary: 'build modules and try them on several kernels; no suite is needed',
    options: [...selection.filter(({ name }) => name !== 'disk-image' && name !== 'tag'), ...running],
  },
  {
    name: 'init',
    operands: 'DIR',
    summary: 'write a suite to start from',
    options: [help],
  },
  { name: 'check', operands: 'SUITE…', summary: 'validate suites, run nothing', options: [help] },
  {
    name: 'list',
    operands: 'SUITE[/TEST]…',
    summary: 'show the tests and cells that run would run, or the kernels that there are',
    options: [
      { name: 'kernels', help: 'instead of tests: the names of kernels, and the version of each now' },
      ...selection,
      smoke,
      ...sharding,
      { name: 'out', value: 'DIR', help: 'directory with the results of the last run, for --failed' },
      {
        name: 'format',
        value: 'text|json|matrix',
        help: 'output for people, for programs, or as the matrix of a GitHub workflow',
      },
      { name: 'shards', value: 'N', help: 'with --format matrix: max jobs per cell' },
      help,
    ],
  },
  {
    name: 'shell',
    operands: 'SUITE[/TEST]',
    summary: "open a shell on a test's machine, with its devices and its folder",
    options: [
      ...machine,
      ...origins,
      bootTimeout,
      compiler,
      { ...smoke, help: 'the machine of a test of smoke, for the modules in DIR' },
      accel,
      start,
      fresh,
      {
        name: 'fault',
        value: 'FAULT',
        repeatable: true,
        help: "set from the start, as a line of info/faults, such as 'dma-fail nth=2'",
      },
      { name: 'gdb', help: 'wait for a debugger before the shell starts; print how to attach one' },
      help,
    ],
  },
  {
    name: 'sweep',
    operands: 'SUITE/TEST',
    summary: 'run a test with a fault at every access of a device, or at every call of the driver, in turn',
    options: [
      {
        name: 'fault',
        value: 'FAULT,…',
        repeatable: true,
        help: "what fails, such as dma-fail,irq-drop, or calls: 'call-fail group=alloc,dma'",
      },
      { name: 'device', value: 'ID', help: 'ID of the device in info/devices (default: the only one)' },
      { name: 'point', value: 'N', repeatable: true, help: 'only at the N-th access or place' },
      {
        name: 'max-points',
        value: 'N',
        help: 'max points per fault, evenly spaced (default 500)',
      },
      { name: 'all', help: 'of calls: a point for each time that a place is reached, not only for the first' },
      ...repeating,
      { name: 'out', value: 'DIR', help: 'directory for the results (default qdt-sweep)' },
      { name: 'format', value: 'terminal|json', help: 'output format' },
      coverage,
      memoryDump,
      verbose,
      help,
    ],
  },
  {
    name: 'bisect',
    operands: 'SUITE/TEST',
    summary: 'find the first commit at which a test fails',
    options: [
      { name: 'good', value: 'REF', repeatable: true, help: 'commit at which the test passes' },
      { name: 'bad', value: 'REF', help: 'commit at which it fails (default HEAD)' },
      { name: 'current-suite', help: 'test every commit with the suite as it is now, also if it is not committed' },
      { name: 'build-failure', value: 'skip|bad', help: 'what a commit is whose modules do not build (default skip)' },
      {
        name: 'setup-failure',
        value: 'skip|bad',
        help: 'what a commit is whose setup or teardown fails (default skip)',
      },
      { name: 'step', help: 'run what is checked out, for git bisect run: exit with 0, 1, or 125 for skip' },
      { name: 'repeat', value: 'N', help: 'run the test N times; a commit is bad if one run is' },
      ...repeating,
      { name: 'out', value: 'DIR', help: 'directory for the results (default qdt-bisect, with --step qdt-results)' },
      { name: 'format', value: 'terminal|json', help: 'output format' },
      memoryDump,
      { name: 'verbose', help: 'print what each run prints' },
      help,
    ],
  },
  {
    name: 'diagnose',
    operands: 'FILE…|DIR…',
    summary: 'find kernel bugs in console logs, or judge kept runs again: one JSON object per line',
    options: [help],
  },
  { name: 'tap', operands: 'FILE…', summary: 'read (K)TAP, print one JSON object per line', options: [help] },
  {
    name: 'merge',
    operands: 'DIR…',
    summary: 'put the results of shards together',
    options: [
      { name: 'out', value: 'DIR', help: 'directory for the merged results' },
      {
        name: 'matrix',
        value: 'FILE',
        help: 'output of list --format matrix: every job in it must have results',
      },
      help,
    ],
  },
  {
    name: 'report',
    operands: 'DIR',
    summary: 'render results again, also of a run that was killed',
    options: [
      {
        name: 'format',
        value: 'terminal|json|tap|junit|summary|html',
        help: 'output format (default terminal)',
      },
      { name: 'out', value: 'FILE', help: 'file to write instead of standard output' },
      help,
    ],
  },
  {
    name: 'history',
    operands: 'DIR…',
    summary: 'make a page of many runs: what broke when, what is flaky or slower, on which kernels a driver works',
    options: [
      { name: 'out', value: 'SITE', help: 'directory of the page and of its records, which stay and grow' },
      { name: 'commit', value: 'SHA', help: 'the tested commit (default: that of the CI job, or what is checked out)' },
      { name: 'branch', value: 'NAME', help: 'the tested branch (default: likewise)' },
      help,
    ],
  },
  {
    name: 'gitlab',
    operands: '',
    summary: 'run in a GitLab job, as the component driver-test does: docs/gitlab.md',
    options: [{ name: 'finish', help: 'report a run that was killed, in the same job' }, help],
  },
  {
    name: 'selftest',
    operands: '',
    summary: 'run tests with known verdicts on this host, and compare',
    options: [
      ...machine,
      { name: 'qemu', value: 'SPEC', help: 'QEMU to use, as for run' },
      compiler,
      { name: 'accel', value: 'auto|kvm|tcg', help: 'how to run machines (default auto)' },
      { name: 'jobs', value: 'N|auto', help: 'machines at a time (default auto)' },
      bootTimeout,
      { name: 'out', value: 'DIR', help: 'results directory (default qdt-selftest)' },
      help,
    ],
  },
  { name: 'doctor', operands: '', summary: 'show what this host can do', options: [help] },
];
