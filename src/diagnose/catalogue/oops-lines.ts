import type { ReportKind } from './report-kind.ts';

const ip = { from: 'instruction-pointer' } as const;
const trace = { from: 'trace' } as const;

/**
 * The line that names and numbers an exception. Most kinds have another one before it (`faults.ts`), so it is the first
 * of a report only where there is none, or where that was lost.
 */
export const oopsLines: readonly ReportKind[] = [
  {
    kind: 'oops',
    needle: 'invalid opcode: ',
    header: /^(?:Oops: )?invalid opcode: /,
    title: 'invalid opcode in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'Internal error: ',
    header: /^Internal error: (?<what>Oops - BUG|BUG)/,
    title: 'kernel BUG in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    // As 6.12 says it, and as earlier kernels do.
    kind: 'oops',
    needle: 'BRK',
    header: /^Internal error: (?:Oops - BRK|(?:ptrace )?BRK handler): /,
    title: 'unexpected BRK exception in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'Internal error: Oops - ',
    header: /^Internal error: (?<what>Oops - [\w -]{2,40}): [\da-f]{1,16} \[#\d+\]/,
    title: '{what} in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    // A register or a vector that an exception of this kind has no handler for.
    kind: 'oops',
    needle: ' on CPU',
    header: /^(?:Bad mode in .{1,40} handler detected|Unhandled .{1,40} exception) on CPU ?\d+, /,
    title: 'unhandled exception in {guilty}',
    guilty: [ip, trace],
    absorbs: /^(?:Internal error|Kernel panic - not syncing: (?:bad mode|Unhandled exception))/,
  },
  {
    kind: 'oops',
    needle: 'Internal error: ',
    header: /^Internal error: /,
    title: 'Internal error in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    // riscv
    kind: 'oops',
    needle: 'Oops - ',
    header: /^(?<what>Oops - [A-Za-z][\w ()]{2,50}) \[#\d+\]/,
    title: '{what} in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'Oops',
    header: new RegExp(
      String.raw`^Oops(?: ?\[#\d+\]|: (?:Oops: )?[\da-f]{4} (?:ilc:\d )?\[#\d+\]|` +
        String.raw`: (?:Exception in kernel mode|[A-Z][\w ]{3,40}, sig: \d+ \[#\d+\]))`,
    ),
    title: 'Oops in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'Oops: ',
    header: /^Oops: (?<what>[a-z][\w -]+?): [\da-f]{4} \[#\d+\]/,
    title: '{what} in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  // How other traps and other architectures number an exception: x86, s390, then mips and loongarch.
  {
    kind: 'oops',
    needle: '[#',
    header: /^(?<what>[a-z]\w{1,20}(?: \w{1,20}){0,4}): [\da-f]{4} (?:ilc:\d )?\[#\d+\]/,
    title: '{what} in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'bug',
    needle: 'ernel bug detected[#',
    header: /^[Kk]ernel bug detected\[#\d+\]/,
    title: 'kernel BUG in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: '[#',
    header: /^(?<what>[A-Z][\w ,!-]{3,60}?) ?\[#\d+\]:?$/,
    title: '{what} in {guilty}',
    guilty: [ip, trace],
    follows: 'open-report',
  },
  {
    kind: 'oops',
    needle: 'SError Interrupt on CPU',
    header: /^SError Interrupt on CPU\d+/,
    title: 'SError Interrupt in {guilty}',
    guilty: [ip, trace],
    absorbs: /^(?:Internal error|Kernel panic - not syncing: Asynchronous SError)/,
  },
];
