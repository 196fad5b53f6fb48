import type { ReportKind } from './report-kind.ts';

const header = { from: 'header' } as const;
const ip = { from: 'instruction-pointer' } as const;
const trace = { from: 'trace' } as const;
const found = [header, ip, trace] as const;

/** `WARNING: CPU: 0 PID: 1 at FILE:LINE FUNC+…`, and since 6.19 `WARNING: FILE:LINE at FUNC+…, CPU#0: comm/1`. */
function at(file: string, func: string): RegExp {
  return new RegExp(
    `^WARNING: (?:\\[.{1,300}\\] )?(?:(?:CPU: \\d+ PID: \\d+ )?at ${file}:\\d+ ${func}|${file}:\\d+ at ${func})`,
  );
}

/** WARN() by source. The order matters: the first match is used. */
export const warnings: readonly ReportKind[] = [
  warning('refcount', at('\\S*lib/refcount\\.c', '\\S+'), 'WARNING: refcount bug in {guilty}', ['refcount']),
  warning('warning', at('\\S*lib/debugobjects\\.c', '\\S+'), 'WARNING: ODEBUG bug in {guilty}', ['objects', 'free']),
  warning('warning', at('\\S*mm/usercopy\\.c', '\\S+'), 'WARNING: bad usercopy in {guilty}', ['usercopy']),
  warning('warning', at('\\S*lib/kobject\\.c', '\\S+'), 'WARNING: kobject bug in {guilty}', ['kobject']),
  warning('warning', at('\\S*fs/proc/generic\\.c', 'proc_register\\S*'), 'WARNING: proc registration bug in {guilty}', [
    'procfs',
  ]),
  warning('lockdep', at('\\S*kernel/locking/lockdep\\.c', '\\S*lock_\\S*'), 'WARNING: locking bug in {guilty}', [
    'lockApi',
  ]),
  warning('warning', at('\\S*mm/vmalloc\\.c', '\\S*vmalloc\\S*'), 'WARNING: zero-size vmalloc in {guilty}', [
    'allocator',
  ]),
  warning('warning', at('(?=[^\\s:]*mm/)[^\\s:]+\\.c', '\\S*malloc'), 'WARNING: kmalloc bug in {guilty}', [
    'allocator',
    'pages',
  ]),
  warning('warning', at('\\S*', 'usb_submit_urb\\S*'), 'WARNING in {guilty}/usb_submit_urb', ['usbSubmit']),
  {
    // Of arm64, when a BUG() has ended a task in the middle of an exception.
    kind: 'warning',
    needle: 'kernel/context_tracking.c:',
    header: at('kernel/context_tracking\\.c', 'ct_kernel_(?:enter|exit)\\S*'),
    title: 'WARNING in {guilty}',
    guilty: found,
    follows: 'any-report',
  },
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: (?:CPU: \d+ PID: \d+ )?at \S+?:\d+ (?<func>[\w.$]+)/,
    title: 'WARNING in {guilty}',
    guilty: found,
    skip: ['allocator', 'pages'],
  },
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: (?:\[.{1,300}\] )?\S+?:\d+ at (?:(?<func>[A-Za-z_][\w.$]*)\+0x|0x[\da-f]+, CPU#|[\w.$]+, CPU#)/,
    title: 'WARNING in {guilty}',
    guilty: found,
    skip: ['allocator', 'pages'],
  },
  // A busy console has lost the end of the file's name.
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: \S{1,200} at (?<func>[A-Za-z_][\w.$]*)\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]{1,60}\])?, CPU#\d/,
    title: 'WARNING in {guilty}',
    guilty: found,
    skip: ['allocator', 'pages'],
  },
  // Without a file (no CONFIG_DEBUG_BUGVERBOSE), without a function, or without both.
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: CPU: \d+ PID: \d+ at (?<func>[A-Za-z_$][\w.$]*)\+0x/,
    title: 'WARNING in {guilty}',
    guilty: found,
    skip: ['allocator', 'pages'],
  },
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: (?:CPU: \d+ PID: \d+(?: at\b|$)|at (?:[^\s:]+\.[chSr]s?:\d+|0x[\da-f]+|[\da-f]{8,16})(?:\s|$))/,
    title: 'WARNING in {guilty|}',
    guilty: found,
    skip: ['allocator', 'pages'],
  },
  {
    kind: 'warning',
    needle: 'WARNING: ',
    header: /^WARNING: kernel stack (?:regs|frame pointer) (?:.*) has bad (?:'\w+' )?value/,
    title: 'WARNING: kernel stack regs has bad value',
    stackless: true,
  },
];

function warning(
  kind: ReportKind['kind'],
  pattern: RegExp,
  title: string,
  skip: NonNullable<ReportKind['skip']>,
): ReportKind {
  return { kind, needle: 'WARNING: ', header: pattern, title, guilty: [ip, trace], skip };
}
