import { join } from 'node:path';

/** A command of ours with known verdicts, to be run on each accelerator. */
export interface Trial {
  readonly name: string;
  /** What it shows. */
  readonly shows: string;
  /** The words of the command line, without those of `trialWords`, which also says what the kernels are for. */
  readonly words: readonly string[];
  /** 1: tests that are to fail do. */
  readonly exitStatus: 0 | 1;
  /** On KVM it runs as most runs do: with `--accel auto`. */
  readonly isAuto?: true;
  /** `/dev/kvm` is taken away after its first test. Only in the emulated machine, where that disturbs nobody. */
  readonly losesKvm?: true;
  /** TCG in place of KVM, and its kernels say what they are for. Only on a host of another architecture. */
  readonly isEmulated?: true;
}

const suites = 'test/integration/suites';
const kernel = ['--kernel', 'debian:6.12'];
/** For tests that end by themselves: an emulated machine on a busy host is slow. */
const patient = ['--timeout', '300'];

/** All trials, in their order. Together they take minutes on KVM, and half an hour on KVM that is emulated itself. */
export const trials: readonly Trial[] = [
  {
    name: 'selftest',
    shows: 'every outcome, clone and cold, a hot-plug, a device model, a fault, a module, a crash with its line',
    words: ['selftest', ...kernel],
    exitStatus: 0,
  },
  {
    name: 'outcomes',
    shows: 'ends of a test that the self-test has not, in clones of one machine',
    words: runOf('outcomes', [
      'agent-killed',
      'disturbs-others',
      'folder',
      'hang',
      'is-not-disturbed',
      'oops-that-does-not-panic',
      'refused-module',
      'warning-with-exit-0',
    ]),
    exitStatus: 1,
  },
  {
    name: 'kept',
    shows: 'a clone of a machine that an earlier run has saved, found by trying KVM',
    words: [...runOf('outcomes', ['pass', 'skip']), ...patient],
    exitStatus: 0,
    isAuto: true,
  },
  {
    name: 'lost',
    shows: 'KVM that is lost in the middle: the tests that are left run on TCG',
    words: [...runOf('outcomes', ['pass', 'skip', 'timeout-in-background']), ...patient],
    exitStatus: 0,
    isAuto: true,
    losesKvm: true,
  },
  {
    name: 'starts',
    shows: 'clones of several templates, and cold starts',
    words: [...runOf('starts', []), ...patient],
    exitStatus: 0,
  },
  {
    name: 'hw',
    shows: 'what hw does to a running machine, with another kernel',
    words: ['run', join(suites, 'hardware'), '--kernel', 'debian:6.1', ...patient],
    exitStatus: 0,
  },
  {
    name: 'post-mortem',
    shows: 'hangs of two processors, and what is found out about them',
    words: runOf('live-bugs', ['all-processors-stuck', 'blocked-task', 'hung-task', 'panic', 'soft-lockup']),
    exitStatus: 1,
  },
  {
    name: 'sweep',
    shows: 'a fault at every access of a driver',
    words: ['sweep', join(suites, 'sweep/measures'), '--fault', 'read-ones,irq-drop', ...kernel, '--timeout', '30'],
    exitStatus: 1,
  },
  {
    name: 'emulated',
    shows: 'by TCG, guests of both architectures, on a host of the other one than here',
    words: [...runOf('starts', ['plain']), '--kernel', 'debian:6.12:arm64', ...patient],
    exitStatus: 0,
    isEmulated: true,
  },
];

function runOf(suite: string, tests: readonly string[]): readonly string[] {
  return ['run', join(suites, suite), ...kernel, ...tests.flatMap((test) => ['--test', `${suite}/${test}`])];
}
