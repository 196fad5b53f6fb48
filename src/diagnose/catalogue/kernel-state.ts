import type { ReportKind } from './report-kind.ts';

const trace = { from: 'trace' } as const;

/** Subsystems that detect broken state of their own. */
export const kernelState: readonly ReportKind[] = [
  {
    kind: 'bug',
    needle: 'BUG: Dentry ',
    header: /^BUG: Dentry .* still in use \(-?\d+\) +\[unmount of /,
    title: 'BUG: Dentry still in use in unmount',
    absorbs: /^WARNING: .*fs\/dcache\.c|^VFS: Busy inodes/,
  },
  {
    kind: 'bug',
    needle: 'Bad page state',
    header: /^BUG: Bad page state in process/,
    title: 'BUG: Bad page state in {guilty}',
    guilty: [{ from: 'trace-after', heading: /page last allocated/ }, trace],
    skip: ['free', 'allocator', 'pages', 'pageCheck'],
  },
  {
    kind: 'bug',
    needle: 'Bad page map',
    header: /^BUG: Bad page map in process/,
    title: 'BUG: Bad page map in {guilty}',
    guilty: [trace],
    skip: ['pageCheck'],
  },
  {
    kind: 'bug',
    needle: 'Bad page cache',
    header: /^BUG: Bad page cache in process/,
    title: 'BUG: Bad page cache in {guilty}',
    guilty: [trace],
    skip: ['pageCheck'],
  },
  {
    kind: 'bug',
    needle: 'Bad rss-counter state',
    header: /^BUG: Bad rss-counter state/,
    title: 'BUG: Bad rss-counter state',
    stackless: true,
  },
  {
    kind: 'bug',
    needle: ' on freeing mm',
    header: /^BUG: non-zero (?<what>\w+) on freeing mm/,
    title: 'BUG: non-zero {what} on freeing mm',
    stackless: true,
  },
  // SLUB: `BUG cache (taint): what`.
  {
    kind: 'bug',
    needle: 'BUG ',
    header: /^BUG [\w.:-]+(?: \((?:Not t|T)ainted[^)]*\))?\s*: (?<what>[A-Z][\w ]*\w)/,
    title: 'BUG: {what}',
  },
  {
    kind: 'bug',
    needle: 'VFS: Close: ',
    header: /^VFS: Close: file count is (?:0|zero)/,
    title: 'VFS: Close: file count is zero (use-after-free)',
    stackless: true,
  },
  {
    kind: 'bug',
    needle: 'VFS: Busy inodes',
    header: /^VFS: Busy inodes after unmount/,
    title: 'VFS: Busy inodes after unmount (use-after-free)',
    stackless: true,
  },
  {
    kind: 'general',
    needle: 'unregister_netdevice: waiting for ',
    header: /^unregister_netdevice: waiting for \S+ to become free/,
    title: 'unregister_netdevice: waiting for DEV to become free',
    stackless: true,
  },
  { kind: 'irq', needle: 'nobody cared', header: /^irq (?:event )?\d+: nobody cared/, title: 'irq: nobody cared' },
  {
    kind: 'irq',
    needle: 'bogus return value',
    header: /^irq event \d+: bogus return value [\da-f]+/,
    title: 'irq: bogus return value',
  },
  // Anything else that calls itself a bug.
  {
    kind: 'bug',
    needle: 'BUG: ',
    header: /^(?:\[ )?BUG: (?!MAX_|no syscalls |DEBUG)(?<what>[A-Za-z](?:(?! \]$)[^\n])*)/,
    title: 'BUG: {what}',
    proof: 'stack-or-stamp',
  },
];
