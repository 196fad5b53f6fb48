import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { kernelLog } from './kernel-log.ts';

const paging = 'BUG: unable to handle kernel paging request in toy_fill';
const nullPointer = 'BUG: unable to handle kernel NULL pointer dereference in toy_fill';

/** Exceptions as each architecture prints them; the stack is the same: `toy_fill` was called by `toy_write`. */
const reports: Readonly<Record<string, readonly [title: string, ...messages: string[]]>> = {
  mips: [
    paging,
    'CPU 3 Unable to handle kernel paging request at virtual address 00000024, epc == c0a1e2b4, ra == c0a1e51c',
    'Oops[#2]:',
    'CPU: 3 PID: 812 Comm: sh Tainted: G           O       5.15.71 #0',
    '$ 0   : 00000000 00000001 00000000 00000000',
    'epc   : c0a1e2b4 toy_fill+0x54/0x90 [toy]',
    'ra    : c0a1e51c toy_write+0x3c/0x70 [toy]',
    'Status: 1100fc03\tKERNEL EXL IE',
    'Call Trace:',
    '[<c0a1e2b4>] toy_fill+0x54/0x90 [toy]',
    '[<c0a1e51c>] toy_write+0x3c/0x70 [toy]',
  ],
  'mips, BUG()': [
    'kernel BUG in toy_fill',
    'Kernel bug detected[#1]:',
    'CPU: 0 PID: 812 Comm: sh Tainted: G           O       5.15.71 #0',
    'epc   : c0a1e2b4 toy_fill+0x54/0x90 [toy]',
    'Call Trace:',
    '[<c0a1e2b4>] toy_fill+0x54/0x90 [toy]',
  ],
  'mips, unaligned': [
    'Unhandled kernel unaligned access in toy_fill',
    'Unhandled kernel unaligned access[#1]:',
    'CPU: 0 PID: 812 Comm: sh Tainted: G           O       5.15.71 #0',
    'epc   : 8ed80668 toy_fill+0x54/0x90 [toy]',
  ],
  loongarch: [
    paging,
    'CPU 2 Unable to handle kernel paging request at virtual address ffff800002bc1000, era == ffff800002a10124',
    'Oops[#1]:',
    'CPU: 2 UID: 0 PID: 812 Comm: sh Not tainted 6.10.3 #1',
    'pc ffff800002a10124 ra ffff800002a10200 tp 9000000106a3c000 sp 9000000106a3fc40',
    '   ra: ffff800002a10200 toy_write+0x40/0x80 [toy]',
    '  ERA: ffff800002a10124 toy_fill+0x24/0x60 [toy]',
    'Call Trace:',
    '[<ffff800002a10124>] toy_fill+0x24/0x60 [toy]',
    '[<ffff800002a10200>] toy_write+0x40/0x80 [toy]',
  ],
  powerpc: [
    nullPointer,
    'BUG: Kernel NULL pointer dereference on write at 0x00000010',
    'Faulting instruction address: 0xc008000000f10084',
    'Oops: Kernel access of bad area, sig: 11 [#1]',
    'LE PAGE_SIZE=64K MMU=Radix SMP NR_CPUS=2048 NUMA pSeries',
    'CPU: 5 PID: 812 Comm: sh Tainted: G           O       6.6.30 #1',
    'NIP:  c008000000f10084 LR: c008000000f10200 CTR: c000000000512e40',
    'NIP [c008000000f10084] toy_fill+0x24/0x60 [toy]',
    'LR [c008000000f10200] toy_write+0x40/0x80 [toy]',
    'Call Trace:',
    '[c00000000b2e7b50] [c008000000f10200] toy_write+0x40/0x80 [toy] (unreliable)',
  ],
  'powerpc, first line lost': [
    'Oops in toy_fill',
    'Oops: Kernel access of bad area, sig: 11 [#1]',
    'CPU: 5 PID: 812 Comm: sh Tainted: G           O       6.6.30 #1',
    'NIP [c008000000f10084] toy_fill+0x24/0x60 [toy]',
  ],
  s390: [
    paging,
    'Unable to handle kernel pointer dereference in virtual kernel address space',
    'Failing address: 0000000000000000 TEID: 0000000000000483',
    'Oops: 0004 ilc:2 [#1] SMP',
    'CPU: 0 PID: 812 Comm: sh Tainted: G           O       6.4.0 #1',
    'Krnl PSW : 0704c00180000000 000003ff801c20aa (toy_fill+0x2a/0x58 [toy])',
    '           R:0 T:1 IO:1 EX:1 Key:0 M:1 W:0 P:0 AS:3 CC:0 PM:0 RI:0 EA:3',
    'Call Trace:',
    ' [<000003ff801c20aa>] toy_fill+0x2a/0x58 [toy]',
    '([<000003ff801c2180>] toy_write+0x40/0x80 [toy])',
    'Last Breaking-Event-Address:',
    ' [<000003ff801c217c>] toy_write+0x3c/0x80 [toy]',
  ],
  's390, trap': [
    'addressing exception in toy_fill',
    'addressing exception: 0005 ilc:3 [#1] SMP',
    'Krnl PSW : 0704c00180000000 000003ff801c20aa (toy_fill+0x2a/0x58 [toy])',
  ],
  'x86, 32 bit': [
    nullPointer,
    'BUG: unable to handle kernel NULL pointer dereference at 0000000c',
    'IP: [<f8a1c2f5>] toy_fill+0x15/0x40 [toy]',
    '*pde = 00000000',
    'Oops: 0002 [#1] SMP',
    'Pid: 812, comm: sh Not tainted 3.2.0-4-686-pae #1',
    'EIP: 0060:[<f8a1c2f5>] EFLAGS: 00010286 CPU: 0',
    'EIP is at toy_fill+0x15/0x40 [toy]',
    'EAX: 00000000 EBX: f5a8c000 ECX: 00000000 EDX: 00000001',
    'Call Trace:',
    ' [<f8a1c340>] ? toy_write+0x20/0x60 [toy]',
  ],
  'x86, 32 bit, newer': [
    nullPointer,
    'BUG: kernel NULL pointer dereference, address: 0000000c',
    'Oops: 0002 [#1] PREEMPT SMP',
    'EIP: toy_fill+0x15/0x40 [toy]',
    'EAX: 00000000 EBX: f5a8c000 ECX: 00000000 EDX: 00000001',
    'Call Trace:',
    ' toy_write+0x20/0x60 [toy]',
  ],
  'x86, older names of traps': [
    'divide error in toy_fill',
    'divide_error: 0000 [#1] SMP',
    'RIP: 0010:[<ffffffffa00312f5>]  [<ffffffffa00312f5>] toy_fill+0x15/0x40 [toy]',
    'Call Trace:',
    ' [<ffffffffa0031340>] toy_write+0x20/0x60 [toy]',
  ],
  'x86, a segment': [
    'general protection fault in toy_fill',
    'segment-related general protection fault: e030 [#1] PREEMPT SMP PTI',
    'RIP: e030:toy_fill+0x15/0x40 [toy]',
    'Call Trace:',
    ' toy_write+0x20/0x60 [toy]',
  ],
  'x86, a segment in an Oops': [
    'general protection fault in toy_fill',
    'Oops: segment-related general protection fault: 0008 [#1] PREEMPT SMP PTI',
    'RIP: 0010:toy_fill+0x15/0x40 [toy]',
  ],
  'arm, old': [
    nullPointer,
    'Unable to handle kernel NULL pointer dereference at virtual address 00000008',
    'pgd = c1234000',
    '[00000008] *pgd=00000000',
    'Internal error: Oops: 817 [#1] PREEMPT ARM',
    'CPU: 0    Tainted: G           O  (3.4.113 #2)',
    'PC is at toy_fill+0x1c/0x30 [toy]',
    'LR is at toy_write+0x40/0x80 [toy]',
    'pc : [<bf00011c>]    lr : [<bf000240>]    psr: 60000013',
    'Backtrace: ',
    '[<bf000100>] (toy_fill+0x0/0x30 [toy]) from [<bf000240>] (toy_write+0x40/0x80 [toy])',
  ],
  'arm, frames alone': [
    'BUG: spinlock lockup suspected in toy_fill',
    'BUG: spinlock lockup suspected on CPU#1, sh/812',
    '[<c04dc5a0>] (_raw_spin_lock_irqsave+0x5c/0x68) from [<bf000120>] (toy_fill+0x20/0x30 [toy])',
    '[<bf000120>] (toy_fill+0x20/0x30 [toy]) from [<bf000240>] (toy_write+0x40/0x80 [toy])',
  ],
  riscv: [
    nullPointer,
    'Unable to handle kernel NULL pointer dereference at virtual address 0000000000000010',
    'Oops [#1]',
    'CPU: 1 PID: 812 Comm: sh Tainted: G           O       6.8.0 #1',
    'epc : toy_fill+0x1c/0x30 [toy]',
    ' ra : toy_write+0x40/0x80 [toy]',
    '[<ffffffff01a2c01c>] toy_fill+0x1c/0x30 [toy]',
  ],
  'kCFI on x86': [
    'CFI failure in toy_fill',
    'CFI failure at toy_fill+0x15/0x40 [toy] (target: other_hook+0x0/0x10 [other]; expected type: 0x7e0c52a1)',
    'invalid opcode: 0000 [#1] PREEMPT SMP NOPTI',
    'RIP: 0010:toy_fill+0x15/0x40 [toy]',
    'Call Trace:',
    ' toy_write+0x20/0x60 [toy]',
  ],
  'kCFI on arm64': [
    'CFI failure in toy_fill',
    'CFI failure at toy_fill+0x15/0x40 [toy] (target: other_hook+0x0/0x10 [other]; expected type: 0x7e0c52a1)',
    'Internal error: Oops - CFI: 00000000f2008228 [#1] PREEMPT SMP',
    'pc : toy_fill+0x15/0x40 [toy]',
  ],
  'CFI that only warns': [
    'CFI failure in toy_fill',
    'CFI failure (target: other_hook+0x0/0x10 [other]):',
    'WARNING: CPU: 2 PID: 812 at kernel/cfi.c:29 __cfi_check_fail+0x54/0x60',
    'pc : __cfi_check_fail+0x54/0x60',
    'Call trace:',
    ' __cfi_check_fail+0x54/0x60',
    ' __cfi_slowpath_diag+0x1c/0x30',
    ' toy_fill+0x15/0x40 [toy]',
  ],
  'a stack that is corrupted': [
    'kernel panic: stack is corrupted in toy_fill',
    'Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: ffffffffa0031340',
    'Call Trace:',
    ' dump_stack_lvl+0x5d/0x80',
    ' panic+0x118/0x2f0',
    ' __stack_chk_fail+0x14/0x20',
    ' toy_fill+0x15/0x40 [toy]',
  ],
  'a warning without a file': [
    'WARNING in toy_fill',
    'WARNING: CPU: 2 PID: 812 at toy_fill+0x15/0x40 [toy]',
    'Modules linked in: toy(O)',
  ],
  'a warning without a function': [
    'WARNING in toy_fill',
    'WARNING: CPU: 2 PID: 812 at drivers/misc/toy.c:77',
    'Call Trace:',
    ' toy_fill+0x15/0x40 [toy]',
  ],
};

describe('reports of other architectures and kernels', () => {
  test.each(Object.entries(reports))('%s', (_, [title, ...messages]) => {
    expect(findBugs(kernelLog(messages)).map((bug) => bug.title)).toEqual([title]);
    expect(findBugs(`${messages.join('\n')}\n`).map((bug) => bug.title)).toEqual([title]);
  });

  test('the target of a call that CFI refused is in the report', () => {
    const [, ...messages] = reports['kCFI on x86'] ?? [''];
    expect(findBugs(kernelLog(messages))[0]?.report).toContain('target: other_hook+0x0/0x10 [other]');
  });
});
