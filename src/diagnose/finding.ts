/** A bug that the kernel reported on the console. */
export interface Finding {
  readonly kind: FindingKind;
  /** In syzbot's convention, for searching there: `KASAN: slab-use-after-free Read in foo`. */
  readonly title: string;
  /** Independent of addresses, CPUs and process ids. */
  readonly fingerprint: string;
  /** First line of the report in the console log, counted from 1. */
  readonly line: number;
  /** The first frame in the code under test. */
  readonly source?: { readonly file: string; readonly line: number };
  /** The report's text. */
  readonly report: string;
}

export const findingKinds = [
  'panic',
  'oops',
  'bug',
  'warning',
  'kasan',
  'kmsan',
  'kcsan',
  'kfence',
  'ubsan',
  'lockdep',
  'rcu-stall',
  'soft-lockup',
  'hard-lockup',
  'hung-task',
  'atomic-sleep',
  'memory-leak',
  'oom',
  'refcount',
  'gpf',
  'null-deref',
  'page-fault',
  'stack-overflow',
  'general',
  'reboot',
  'lost',
  'complaint',
  'leak',
  'double-free',
  'use-after-free',
  'cfi',
  'irq',
] as const;
export type FindingKind = (typeof findingKinds)[number];
