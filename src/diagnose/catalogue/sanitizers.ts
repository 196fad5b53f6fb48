import type { ReportKind } from './report-kind.ts';

const header = { from: 'header' } as const;
const trace = { from: 'trace' } as const;

/** What the check itself causes. */
const trapOfCheck = /^(?:invalid (?:opcode|op)\b|Oops|Internal error|WARNING: |Kernel BUG|kernel BUG|Kernel panic)/;

/** KASAN, KMSAN, KCSAN, KFENCE, UBSAN, CFI, kmemleak. */
export const sanitizers: readonly ReportKind[] = [
  {
    kind: 'kasan',
    needle: 'BUG: KASAN: ',
    header: /^BUG: KASAN: (?:double-free or invalid-free|invalid-free|double-free) in (?<func>[\w.$]+)/,
    title: 'KASAN: invalid-free in {guilty}',
    guilty: [header, trace],
    skip: ['free', 'allocator'],
  },
  {
    kind: 'kasan',
    needle: 'BUG: KASAN: ',
    header: /^BUG: KASAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+)| on address)?/,
    detail: /^(?<access>Read|Write) (?:of size|at addr)/,
    title: 'KASAN: {type} {access} in {guilty}',
    guilty: [header, trace],
  },
  {
    kind: 'kmsan',
    needle: 'BUG: KMSAN: ',
    header: /^BUG: KMSAN: (?<type>kernel-usb-infoleak[a-z-]*) in (?<func>[\w.$]+)/,
    title: 'KMSAN: {type} in {guilty}',
    guilty: [header, trace],
    skip: ['usbSubmit'],
  },
  {
    kind: 'kmsan',
    needle: 'BUG: KMSAN: ',
    header: /^BUG: KMSAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+))?/,
    title: 'KMSAN: {type} in {guilty}',
    guilty: [header, trace],
    skip: ['crypto'],
  },
  {
    kind: 'kcsan',
    needle: 'BUG: KCSAN: ',
    header: new RegExp(
      String.raw`^BUG: KCSAN: (?<race>[a-z: -]+) in (?<func>[\w.$]+)(?:\+0x[\da-f]+\/0x[\da-f]+)?(?: ` +
        String.raw`\[\w+\])? \/ (?<other>[\w.$]+)`,
    ),
    title: 'KCSAN: {race} in {func} / {other}',
    stackless: true,
  },
  {
    kind: 'kcsan',
    needle: 'BUG: KCSAN: ',
    header: /^BUG: KCSAN: (?<race>[a-z: -]+?)(?: in (?<func>[\w.$]+))?(?:\+0x|$)/,
    title: 'KCSAN: {race} in {func}',
    stackless: true,
  },
  {
    kind: 'kfence',
    needle: 'BUG: KFENCE: ',
    header: /^BUG: KFENCE: (?<type>[a-z -]+?) in (?<func>[\w.$]+)/,
    title: 'KFENCE: {type} in {guilty}',
    guilty: [header, trace],
    skip: ['free', 'allocator'],
  },
  {
    kind: 'ubsan',
    needle: 'UBSAN: ',
    header: /^UBSAN: Undefined behaviour in /,
    title: 'UBSAN: undefined-behaviour in {guilty}',
    guilty: [trace],
    skip: ['overflow'],
  },
  {
    kind: 'ubsan',
    needle: 'UBSAN: ',
    header: /^UBSAN: (?<type>[a-z][a-z -]*[a-z]) in /,
    title: 'UBSAN: {type} in {guilty}',
    guilty: [trace],
    skip: ['overflow'],
  },
  // With CONFIG_UBSAN_TRAP a check is a trap.
  {
    kind: 'ubsan',
    needle: 'Internal error: UBSAN: ',
    header: /^Internal error: UBSAN: (?<type>[a-z][a-z -]*[a-z])/,
    title: 'UBSAN: {type} in {guilty}',
    guilty: [{ from: 'instruction-pointer' }, trace],
  },
  // A call through a pointer of another type; the report names the target.
  {
    kind: 'cfi',
    needle: 'CFI failure at ',
    header: /^CFI failure at (?:\[?<?[\da-f]+>?\]? )?(?<func>[A-Za-z_][\w.$]*)?/,
    title: 'CFI failure in {guilty}',
    guilty: [header, { from: 'instruction-pointer' }, trace],
    absorbs: trapOfCheck,
  },
  {
    kind: 'cfi',
    needle: 'CFI failure',
    header: /^(?:Kernel panic - not syncing: )?CFI failure(?: \(target: |:|$)/,
    title: 'CFI failure in {guilty}',
    guilty: [trace, { from: 'instruction-pointer' }],
    absorbs: trapOfCheck,
  },
  {
    kind: 'cfi',
    needle: 'Oops - CFI',
    header: /^Internal error: Oops - CFI/,
    title: 'CFI failure in {guilty}',
    guilty: [{ from: 'instruction-pointer' }, trace],
  },
  {
    kind: 'memory-leak',
    needle: 'BUG: memory leak',
    header: /^BUG: memory leak/,
    title: 'memory leak in {guilty}',
    guilty: [trace],
    skip: ['allocation'],
    absorbs: /^unreferenced object/,
  },
  {
    kind: 'memory-leak',
    needle: 'unreferenced object ',
    header: /^unreferenced object 0x[\da-f]+ \(size \d+\):/,
    title: 'memory leak in {guilty}',
    guilty: [trace],
    skip: ['allocation'],
  },
  {
    kind: 'memory-leak',
    needle: 'new suspected memory leak',
    header: /^kmemleak: \d+ new suspected memory leaks? \(see /,
    // The agent writes the objects behind it. The first one gives the name.
    title: 'memory leak in {guilty|}',
    guilty: [trace],
    skip: ['allocation'],
    absorbs: /^unreferenced object/,
    stackless: true,
  },
];
