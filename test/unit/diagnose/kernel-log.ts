/** Messages as a kernel console shows them: with their time, and who printed them where that is known. */
export function kernelLog(
  messages: readonly string[],
  { caller, from = 10 }: { readonly caller?: string; readonly from?: number } = {},
): string {
  const by = caller === undefined ? '' : `[${caller.padStart(6)}]`;
  return messages
    .map((message, index) => `[${(from + index / 1000).toFixed(6).padStart(12)}]${by} ${message}\n`)
    .join('');
}

/** A WARN() in a module, as x86-64 prints it. */
export function warningIn(
  func: string,
  { file = 'drivers/misc/toy.c', line = 42, pid = 77, cpu = 0 } = {},
): readonly string[] {
  return [
    '------------[ cut here ]------------',
    'toy: ring is full',
    `WARNING: CPU: ${cpu} PID: ${pid} at ${file}:${line} ${func}+0x12/0x40 [toy]`,
    'Modules linked in: toy(O)',
    `CPU: ${cpu} PID: ${pid} Comm: insmod Tainted: G           O       6.12.0-1 #1`,
    `RIP: 0010:${func}+0x12/0x40 [toy]`,
    'Call Trace:',
    ' <TASK>',
    ' ? report_bug+0x1a/0x1b0',
    ' toy_submit+0x22/0x50 [toy]',
    ' local_pci_probe+0x42/0xa0',
    ' do_syscall_64+0x60/0x90',
    ' </TASK>',
    '---[ end trace 0000000000000000 ]---',
  ];
}

/** An oops in a module, and the panic that follows from it. */
export const nullDereference: readonly string[] = [
  'BUG: kernel NULL pointer dereference, address: 0000000000000008',
  '#PF: supervisor read access in kernel mode',
  '#PF: error_code(0x0000) - not-present page',
  'PGD 0 P4D 0',
  'Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI',
  'CPU: 1 UID: 0 PID: 91 Comm: insmod Tainted: G           O       6.12.0-1 #1',
  'RIP: 0010:toy_reset+0x1c/0x30 [toy]',
  'RSP: 0018:ffffc90000abcd00 EFLAGS: 00010246',
  'RAX: 0000000000000000 RBX: ffff888003e5c000 RCX: 0000000000000000',
  'CR2: 0000000000000008 CR3: 0000000003a12000 CR4: 00000000000006f0',
  'Call Trace:',
  ' <TASK>',
  ' ? __die_body.cold+0x19/0x27',
  ' toy_probe+0x55/0x90 [toy]',
  ' </TASK>',
  '---[ end trace 0000000000000000 ]---',
  'RIP: 0010:toy_reset+0x1c/0x30 [toy]',
  'Kernel panic - not syncing: Fatal exception',
  'Kernel Offset: disabled',
  '---[ end Kernel panic - not syncing: Fatal exception ]---',
];
