import type { FindingKind } from '../finding.ts';
import type { SkipGroup } from './blame-exemptions.ts';

/** One kind of kernel report. A new kind needs one of these, and a log to test it with. */
export interface ReportKind {
  readonly kind: FindingKind;
  /** A literal that occurs in every header of this kind. Console lines are searched for it first. */
  readonly needle: string;
  /** The first line of the report, from the start of the message. Named groups can be used in `title`. */
  readonly header: RegExp;
  /** A later line with details. Its named groups can be used in `title`, too. */
  readonly detail?: RegExp;
  /**
   * In syzbot's convention. `{guilty}` is the guilty function, `{name}` a named group, `{name|else}` a group with a
   * default. Absent parts are omitted.
   */
  readonly title: string;
  /** Where to look for the guilty function, in this order; absent: the title has none. */
  readonly guilty?: readonly GuiltySource[];
  /** Frames that are never to blame for this kind, in addition to the general ones. */
  readonly skip?: readonly SkipGroup[];
  /** Printed as part of another report, to which it then belongs. */
  readonly follows?: Follows;
  /** Later headers that belong to this report, of kinds that can also stand alone. */
  readonly absorbs?: RegExp;
  /**
   * The header is so general that programs may print it, too. It counts only with a stack after it, or (`or-stamp`)
   * with the kernel's timestamp before it.
   */
  readonly proof?: 'stack' | 'stack-or-stamp';
  /** Numbers in the title are the same each time: they stay, and only the fingerprint is without them. */
  readonly keepsNumbers?: boolean;
  /** It has no stack of its own. Any other report without a stack is corrupted. */
  readonly stackless?: boolean;
}

export type GuiltySource =
  /** A function named in the header or the detail, in group `func`. */
  | { readonly from: 'header' }
  /** The instruction pointer, if it is in the kernel. */
  | { readonly from: 'instruction-pointer' }
  /** The stack trace, top down. */
  | { readonly from: 'trace' }
  /** The stack trace under a heading. */
  | { readonly from: 'trace-after'; readonly heading: RegExp }
  /** Any stack trace, in the order of printing. */
  | { readonly from: 'any-trace' }
  /** The first function after a line that matches `after`; `skip`: groups that do not count there. */
  | { readonly from: 'line'; readonly after: RegExp; readonly skip: readonly SkipGroup[] }
  /**
   * Where a processor loops: the function that a dispatcher called. `seen`: whether the report starts there, or in the
   * interrupt that detected it.
   */
  | { readonly from: 'loop'; readonly seen: 'at-once' | 'below-interrupt' }
  /** Where a task waits. */
  | { readonly from: 'wait' };

export type Follows =
  /** Only inside an open report of the same processor. */
  | 'open-report'
  /** Any earlier report explains it. */
  | 'any-report';
