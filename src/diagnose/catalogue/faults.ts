import type { ReportKind } from './report-kind.ts';

const ip = { from: 'instruction-pointer' } as const;
const trace = { from: 'trace' } as const;
/** Lines that the exception handler itself prints after the first line. */
const ownOops = new RegExp(
  String.raw`^(?:Oops|Internal error|invalid (?:opcode|op)\b|invalid_op|Kernel BUG|general protection fault|` +
    String.raw`[Kk]ernel bug detected\[#|CPU \d+ Unable to handle|[a-z][\w -]{2,40}: [\da-f]{4} (?:ilc:\d )?\[#\d)`,
);

/** Exceptions that say first what was wrong: bad memory accesses, traps, BUG(). */
export const faults: readonly ReportKind[] = [
  {
    kind: 'null-deref',
    needle: 'NULL pointer dereference',
    header: new RegExp(
      String.raw`^(?:BUG: |CPU \d+ |Kernel attempted to |)(?:unable to handle kernel|[Kk]ernel|` +
        'Unable to handle kernel) NULL pointer dereference',
    ),
    title: 'BUG: unable to handle kernel NULL pointer dereference in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'page-fault',
    needle: 'nable to handle',
    header: new RegExp(
      String.raw`^(?:BUG: |CPU \d+ )?[Uu]nable to handle (?:kernel paging request|page fault for address|` +
        '[Kk]ernel data access|kernel instruction fetch|kernel execution of|kernel execute from|' +
        'kernel (?:read|write) (?:from|to) |kernel unknown access|kernel pointer dereference)',
    ),
    title: 'BUG: unable to handle kernel paging request in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    // What riscv says of an address in the first page, for which others have a sentence of its own.
    kind: 'null-deref',
    needle: 'access to user memory without uaccess',
    header:
      /^Unable to handle kernel access to user memory without uaccess routines at virtual address 0{13}[\da-f]{3}$/,
    title: 'BUG: unable to handle kernel NULL pointer dereference in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'page-fault',
    needle: 'nable to handle kernel',
    header: /^(?:BUG: )?[Uu]nable to handle kernel access to user memory/,
    title: 'BUG: unable to handle kernel access to user memory in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    // Two printk calls in older kernels; the second one may be lost.
    kind: 'page-fault',
    needle: 'BUG: ',
    header: /^BUG: [Uu]nable to handle (?:kernel|page)/,
    title: 'BUG: unable to handle kernel',
    absorbs: ownOops,
  },
  {
    kind: 'page-fault',
    needle: 'Unhandled ',
    header: /^Unhandled (?:(?:prefetch )?(?:fault|abort)): .* at 0x/,
    title: 'Unhandled fault in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'gpf',
    needle: 'general protection fault',
    // The hint of older KASANs sometimes lacks its line feed.
    header: /^(?:kasan: GPF could be caused by .{1,50})?(?:Oops: )?(?:segment-related )?general protection fault.*?: /,
    title: 'general protection fault in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'gpf',
    needle: 'general protection fault',
    header: /^(?:Oops: )?(?:segment-related )?general protection fault(?:, (?:probably|maybe)| for non-canonical)/,
    title: 'general protection fault in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'oops',
    needle: 'segment: ',
    header: /^(?:Oops: )?stack[ _-]segment: /,
    title: 'stack segment fault in {guilty}',
    guilty: [ip, trace],
  },
  {
    kind: 'oops',
    needle: 'divide',
    header: /^(?:Oops: )?divide[ _]error: /,
    title: 'divide error in {guilty}',
    guilty: [ip, trace],
  },
  {
    kind: 'stack-overflow',
    needle: 'stack guard page was hit',
    header: /^BUG: (?:\w+ )?stack guard page was hit at/,
    title: 'BUG: stack guard page was hit in {guilty}',
    guilty: [ip, trace],
    absorbs: /^(?:kernel stack overflow|Oops|stack guard page: |PANIC: double fault|traps: PANIC)/,
  },
  {
    kind: 'stack-overflow',
    needle: 'nsufficient stack space to handle exception',
    header: /^Insufficient stack space to handle exception!/,
    title: 'kernel stack overflow in {guilty}',
    guilty: [ip, trace],
    absorbs: /^Kernel panic - not syncing: [Kk]ernel stack overflow/,
  },
  {
    kind: 'stack-overflow',
    needle: 'kernel stack overflow',
    header: /^kernel stack overflow \(\w+/,
    title: 'kernel stack overflow in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'PANIC: double fault',
    header: /^(?:traps: )?PANIC: double fault/,
    title: 'PANIC: double fault in {guilty}',
    guilty: [ip, trace],
    absorbs: /^(?:Oops: )?double fault: |^Kernel panic - not syncing: Machine halted/,
  },
  {
    kind: 'bug',
    needle: 'kernel BUG at mm/usercopy.c',
    header: /^kernel BUG at mm\/usercopy\.c/,
    title: 'BUG: bad usercopy in {guilty}',
    guilty: [ip, trace],
    skip: ['usercopy'],
    absorbs: ownOops,
  },
  {
    kind: 'bug',
    needle: 'kernel BUG at lib/list_debug.c',
    header: /^kernel BUG at lib\/list_debug\.c/,
    title: 'BUG: corrupted list in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'bug',
    needle: 'kernel BUG at ',
    header: /^kernel BUG at (?<file>[^\s:!]+)(?::\d+)?/,
    title: 'kernel BUG in {guilty}',
    guilty: [ip, trace],
    absorbs: ownOops,
  },
  {
    kind: 'bug',
    needle: 'Kernel BUG ',
    header: /^Kernel BUG (?:at|\[#)/,
    title: 'kernel BUG in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
    absorbs: ownOops,
  },
  {
    kind: 'bug',
    needle: ': panicked at ',
    header: /^rust_kernel: panicked at /,
    detail: /^(?<message>(?!-+\[ cut here|rust_kernel: |kernel BUG at ).*\S)/,
    title: '{message|rust panic} in {guilty}',
    guilty: [ip, trace],
    absorbs: /^(?:kernel BUG at rust\/helpers|Oops|invalid opcode|Internal error)/,
  },
];
