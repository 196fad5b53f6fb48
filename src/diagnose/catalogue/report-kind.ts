import type { FindingKind } from '../finding.ts';
import type { SkipGroup } from './blame-exemptions.ts';

/** One kind of report that kernels print. Adding a kind is adding one of these, and a log to test it with. */
export interface ReportKind {
  readonly kind: FindingKind;
  /** A literal that stands in every header of this kind: what a console line is searched for first. */
  readonly needle: string;
  /** The first line of the report, from the message's start. Named groups can be used in `title`. */
  readonly header: RegExp;
  /** A later line that tells more; its named groups can be used in `title` too. */
  readonly detail?: RegExp;
  /**
   * In syzbot's convention. `{guilty}` is the guilty function, `{name}` a named group, `{name|else}` with what stands
   * for it; what is absent is left out.
   */
  readonly title: string;
  /** Where to look for the guilty function, in this order; absent: the title needs none. */
  readonly guilty?: readonly GuiltySource[];
  /** Frames that cannot be guilty of this kind, beyond those that never are. */
  readonly skip?: readonly SkipGroup[];
  /** Printed in the course of another report: then it belongs to that one. */
  readonly follows?: Follows;
  /** Later headers, of kinds that could stand alone, that belong to this report. */
  readonly absorbs?: RegExp;
  /**
   * A header so general that programs may print it too: it counts only with a stack after it, or (`or-stamp`) with the
   * kernel's time before it.
   */
  readonly proof?: 'stack' | 'stack-or-stamp';
  /** It comes without a stack of its own; any other report without one is corrupted. */
  readonly stackless?: boolean;
}

export type GuiltySource =
  /** A function named in the header or the detail, as group `func`. */
  | { readonly from: 'header' }
  /** The instruction pointer, if it points into the kernel. */
  | { readonly from: 'instruction-pointer' }
  /** The stack trace, top down. */
  | { readonly from: 'trace' }
  /** The stack trace under a heading. */
  | { readonly from: 'trace-after'; readonly heading: RegExp }
  /** Any stack trace, in the order in which they are printed. */
  | { readonly from: 'any-trace' }
  /** The first function named after a line that matches `after`; `skip`: groups that do not count there. */
  | { readonly from: 'line'; readonly after: RegExp; readonly skip: readonly SkipGroup[] }
  /**
   * Where a processor loops: the function that a dispatcher called. `seen`: whether the report begins there, or in the
   * interrupt that found it.
   */
  | { readonly from: 'loop'; readonly seen: 'at-once' | 'below-interrupt' }
  /** Where a task waits. */
  | { readonly from: 'wait' };

export type Follows =
  /** Only right inside an open report of the same processor. */
  | 'open-report'
  /** Anything that was reported before explains it. */
  | 'any-report';
