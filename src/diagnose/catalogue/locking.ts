import { alwaysExempt } from './blame-exemptions.ts';
import type { GuiltySource, ReportKind } from './report-kind.ts';

const trace = { from: 'trace' } as const;

/** lockdep prints `LOCK, at: FUNC+…` several lines after the problem. */
function lockLine(after: RegExp): GuiltySource {
  return { from: 'line', after, skip: [...alwaysExempt, 'threads', 'perfEvents', 'allocator'] };
}

const acquiring = [lockLine(/is trying to acquire/), trace, { from: 'any-trace' }] as const;

/**
 * lockdep and the checks of the locks themselves. Older kernels print `[ INFO: … ]` or `[ BUG: … ]` instead of
 * `WARNING: …`.
 */
export const locking: readonly ReportKind[] = [
  deadlock('possible circular locking dependency detected'),
  deadlock('possible recursive locking detected'),
  // The unsafe order was created where the lock became safe, which is printed first.
  deadlock(
    '(?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?safe -> (?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?unsafe lock ' +
      'order detected',
    [{ from: 'any-trace' }],
  ),
  deadlock('possible deadlock'),
  {
    kind: 'lockdep',
    needle: 'possible irq lock inversion',
    header: /^(?:\[ INFO|WARNING): possible irq lock inversion dependency detected/,
    title: 'possible deadlock in {guilty}',
    guilty: [lockLine(/just changed the state of lock/), trace],
  },
  {
    kind: 'lockdep',
    needle: 'inconsistent lock state',
    header: /^(?:\[ INFO|WARNING): inconsistent lock state/,
    title: 'inconsistent lock state in {guilty}',
    guilty: [lockLine(/ takes:$/), trace],
    skip: ['threads'],
  },
  {
    kind: 'lockdep',
    needle: 'Invalid wait context',
    header: /^\[ BUG: Invalid wait context \]/,
    title: 'WARNING: locking bug in {guilty}',
    guilty: [trace],
    skip: ['lockApi'],
  },
  {
    kind: 'lockdep',
    needle: 'suspicious RCU usage',
    header: /^(?:\[ )?(?<level>INFO|WARNING): suspicious RCU usage/,
    title: '{level}: suspicious RCU usage in {guilty}',
    guilty: [trace],
    skip: ['rcu', 'allocator'],
  },
  {
    kind: 'lockdep',
    needle: 'bad unlock balance detected',
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad unlock balance detected!/,
    title: '{level}: bad unlock balance in {guilty}',
    guilty: [lockLine(/is trying to release lock/), trace],
  },
  {
    kind: 'lockdep',
    needle: 'bad contention detected',
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad contention detected!/,
    title: '{level}: bad contention in {guilty}',
    guilty: [lockLine(/is trying to contend lock/), trace],
  },
  {
    kind: 'lockdep',
    needle: 'held lock freed',
    header: /^(?:\[ )?(?<level>BUG|WARNING): held lock freed!/,
    title: '{level}: held lock freed in {guilty}',
    guilty: [lockLine(/is freeing memory/), trace],
  },
  {
    kind: 'lockdep',
    needle: 'lock held when returning to user space',
    header: /^(?:\[ )?(?<level>BUG|WARNING): lock held when returning to user space!/,
    title: '{level}: lock held when returning to user space in {guilty}',
    guilty: [lockLine(/leaving the kernel with locks still held/)],
    stackless: true,
  },
  {
    kind: 'lockdep',
    needle: 'still has locks held',
    header: /^(?:\[ )?(?<level>BUG|WARNING): .{1,60} still has locks held!/,
    title: '{level}: still has locks held in {guilty}',
    guilty: [lockLine(/locks? held by /), trace],
  },
  {
    kind: 'lockdep',
    needle: 'lock held at task exit time',
    header: /^(?:\[ )?(?<level>BUG|WARNING): lock held at task exit time/,
    title: '{level}: lock held at task exit time in {guilty}',
    guilty: [lockLine(/locks? held by /), trace],
  },
  {
    kind: 'lockdep',
    needle: 'Nested lock was not taken',
    header: /^(?:\[ )?(?<level>BUG|WARNING): Nested lock was not taken/,
    title: '{level}: Nested lock was not taken in {guilty}',
    guilty: [lockLine(/is trying to lock/), trace],
  },
  {
    kind: 'lockdep',
    needle: 'trying to register non-static key',
    header: /^INFO: trying to register non-static key/,
    title: 'INFO: trying to register non-static key in {guilty}',
    guilty: [trace],
    skip: ['staticKey'],
  },
  {
    kind: 'lockdep',
    needle: 'BUG: key ',
    header: /^BUG: key [\da-f]+ (?:not in \.data|has not been registered)!/,
    title: 'BUG: key not registered in {guilty}',
    guilty: [trace],
  },
  {
    kind: 'lockdep',
    needle: ' on CPU#',
    header: new RegExp(
      '^BUG: (?<lock>spinlock|rwlock) (?<what>lockup suspected|already unlocked|recursion|' +
        'bad magic|wrong owner|wrong CPU|uninitialized|lockup|cpu recursion|trylock failure on UP) on CPU#',
    ),
    title: 'BUG: {lock} {what} in {guilty}',
    guilty: [trace],
  },
  {
    kind: 'lockdep',
    needle: 'BUG: workqueue leaked ',
    header: /^BUG: workqueue leaked (?<what>lock or atomic|atomic, lock or RCU)/,
    detail: /^\s+last function: (?<func>[\w.$]+)/,
    title: 'BUG: workqueue leaked {what} in {func}',
    stackless: true,
  },
  // Anything else that lockdep finds.
  {
    kind: 'lockdep',
    needle: 'WARNING: ',
    header: /^WARNING: (?<what>[a-z][\w /-]* (?:detected|usage|state|context|held|taken)!?)$/,
    title: 'WARNING: {what} in {guilty}',
    guilty: [lockLine(/is trying to/), trace],
    proof: 'stack',
  },
];

function deadlock(what: string, guilty: readonly GuiltySource[] = acquiring): ReportKind {
  const literal = /-> |lock order/.test(what) ? 'lock order detected' : what;
  return {
    kind: 'lockdep',
    needle: literal,
    header: new RegExp(`^(?:\\[ INFO|\\[ BUG|WARNING): ${what}`),
    title: 'possible deadlock in {guilty}',
    guilty,
    skip: ['threads', 'perfEvents'],
  };
}
