/** What `info/` may hold, for the suite and for a test. */
export const suiteFields = [
  'description',
  'disk-image',
  'kernel',
  'qemu',
  'qemu-args',
  'timeout',
  'modules',
  'devices',
  'expect-console',
  'after-bug',
] as const;
export const testFields = [
  'description',
  'qemu-args',
  'timeout',
  'expect-failure',
  'devices',
  'faults',
  'expect-console',
  'start',
  'after-bug',
] as const;

export type SuiteField = (typeof suiteFields)[number];
export type TestField = (typeof testFields)[number];

/** Fields that hold exactly one value: what it is, and an example. */
export const oneValueFields = {
  kernel: { expected: 'a path or a spec such as debian:6.12', absent: "the host's default is booted" },
  qemu: { expected: 'default, host, a spec such as debian:trixie or a path', absent: 'the pinned default is used' },
  'disk-image': { expected: 'the path of a disk image', absent: 'the built-in minimal root is used' },
  timeout: { expected: 'a number of seconds', absent: "the suite's timeout counts, else 60 seconds" },
  'after-bug': { expected: 'end or continue', absent: "the suite's counts, else the machine ends" },
  start: { expected: 'auto, clone or cold', absent: 'it is auto' },
} as const;

export type OneValueField = keyof typeof oneValueFields;

/** Names that the guest gives a meaning in the folder of a test; no entry of `data/` may have them. */
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
