/** The fields of `info/`, for suites and for tests. */
export const suiteFields = [
  'description',
  'disk-image',
  'init',
  'ready',
  'machine-id',
  'kernel',
  'qemu',
  'qemu-args',
  'timeout',
  'boot-timeout',
  'modules',
  'build',
  'werror',
  'kernel-modules',
  'kernel-config',
  'failable',
  'leaks',
  'devices',
  'device-tree',
  'expect-console',
  'after-bug',
  'shutdown',
  'tags',
] as const;
export const testFields = [
  'description',
  'qemu-args',
  'timeout',
  'expect-failure',
  'devices',
  'device-tree',
  'faults',
  'expect-console',
  'each',
  'start',
  'after-bug',
  'shutdown',
  'tags',
] as const;

export type SuiteField = (typeof suiteFields)[number];
export type TestField = (typeof testFields)[number];

/** Fields with exactly one value: what it is, and what happens without it. */
export const oneValueFields = {
  kernel: { expected: 'a path or a spec such as debian:6.12', absent: "the host's default kernel is booted" },
  qemu: { expected: 'default, host, a spec such as debian:trixie or a path', absent: 'the pinned default is used' },
  'disk-image': {
    expected: 'a path or a spec such as debian:bookworm+python3',
    absent: 'the built-in minimal root is used',
  },
  init: { expected: 'image', absent: 'the test agent is the first process' },
  ready: {
    expected: 'a unit such as multi-user.target, or a command',
    absent: "the image is up when systemd's default target is",
  },
  'machine-id': { expected: 'template or own', absent: 'all clones of a boot have the same' },
  timeout: { expected: 'a number of seconds', absent: "the suite's timeout is used, or 60 seconds" },
  'boot-timeout': { expected: 'a number of seconds', absent: 'a boot may take 60 seconds, under TCG 180' },
  'after-bug': { expected: 'end or continue', absent: "the suite's value is used, or end" },
  shutdown: { expected: 'run or skip', absent: "the suite's value is used, or skip" },
  start: { expected: 'auto, clone or cold', absent: 'the default is auto' },
} as const;

export type OneValueField = keyof typeof oneValueFields;

/** Names with a meaning in the guest's folder of a test. Entries of `data/` may not have them. */
export const guestFolderNames = [
  'suite-setup',
  'setup',
  'run',
  'teardown',
  'suite-teardown',
  'modules',
  'artifacts',
  'logs',
] as const;
