import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { kernelLog } from './kernel-log.ts';

function titles(text: string): readonly string[] {
  return findBugs(text).map(({ title }) => title);
}

describe('architectures', () => {
  test('arm64', () => {
    const text = kernelLog([
      'Unable to handle kernel paging request at virtual address dead000000000108',
      'Mem abort info:',
      '  ESR = 0x0000000096000044',
      'Internal error: Oops: 0000000096000044 [#1] PREEMPT SMP',
      'CPU: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
      'pc : __list_del_entry_valid+0x10/0x40',
      'lr : toy_unlink+0x2c/0x60 [toy]',
      'Call trace:',
      ' __list_del_entry_valid+0x10/0x40',
      ' toy_unlink+0x2c/0x60 [toy]',
      ' el0_svc+0x28/0x88',
      '---[ end trace 0000000000000000 ]---',
    ]);
    expect(titles(text)).toEqual(['BUG: unable to handle kernel paging request in toy_unlink']);
  });

  test('riscv64', () => {
    const text = kernelLog([
      'Unable to handle kernel NULL pointer dereference at virtual address 0000000000000000',
      'Oops [#1]',
      'CPU: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
      'epc : toy_start+0x12/0x22 [toy]',
      ' ra : toy_probe+0x40/0x70 [toy]',
      'status: 0000000200000120 badaddr: 0000000000000000 cause: 000000000000000d',
      'Call Trace:',
      '[<ffffffff01a0c012>] toy_start+0x12/0x22 [toy]',
      '---[ end trace 0000000000000000 ]---',
    ]);
    expect(findBugs(text)[0]).toMatchObject({
      title: 'BUG: unable to handle kernel NULL pointer dereference in toy_start',
      registers: { epc: 'toy_start+0x12/0x22 [toy]', badaddr: '0000000000000000' },
    });
  });

  test('arm, whose lines name callee and caller', () => {
    const text = kernelLog([
      '------------[ cut here ]------------',
      'WARNING: CPU: 0 PID: 77 at lib/refcount.c:28 refcount_warn_saturate+0x13c/0x174',
      'Modules linked in: toy(O)',
      'CPU: 0 PID: 77 Comm: rmmod Not tainted 6.12.0-1 #1',
      'Call trace: ',
      '[<c0100000>] (dump_backtrace) from [<c0100100>] (show_stack+0x18/0x1c)',
      '[<c0100100>] (show_stack) from [<c0200100>] (__warn+0x7c/0x180)',
      '[<c0200100>] (__warn) from [<c0300100>] (refcount_warn_saturate+0x13c/0x174)',
      '[<c0300100>] (refcount_warn_saturate) from [<bf000100>] (toy_release+0x98/0x9c [toy])',
      '---[ end trace 0000000000000000 ]---',
    ]);
    expect(titles(text)).toEqual(['WARNING: refcount bug in toy_release']);
  });

  test('arm since 6.0, without addresses', () => {
    const text = kernelLog([
      'BUG: scheduling while atomic: insmod/77/0x00000002',
      'CPU: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
      'Call trace: ',
      ' unwind_backtrace from show_stack+0x18/0x1c',
      ' show_stack from dump_stack_lvl+0x54/0x7c',
      ' dump_stack_lvl from __schedule_bug+0x60/0x70',
      ' __schedule_bug from __schedule+0x700/0x900',
      ' __schedule from schedule+0x5c/0xc0',
      ' schedule from toy_wait+0x30/0x50 [toy]',
    ]);
    expect(titles(text)).toEqual(['BUG: scheduling while atomic in toy_wait']);
  });
});

describe('locks, stalls and waits', () => {
  test('a deadlock is named by the function that takes the lock', () => {
    const text = kernelLog([
      '======================================================',
      'WARNING: possible circular locking dependency detected',
      '6.12.0-1 #1 Tainted: G           O',
      '------------------------------------------------------',
      'insmod/77 is trying to acquire lock:',
      'ffffffffc0400000 (toy_b){+.+.}-{4:4}, at: toy_swap+0x20/0x60 [toy]',
      '',
      'but task is already holding lock:',
      'ffffffffc0400100 (toy_a){+.+.}-{4:4}, at: toy_first+0x20/0x60 [toy]',
    ]);
    expect(titles(text)).toEqual(['possible deadlock in toy_swap']);
  });

  test('a soft lockup is named after the dispatched function, not after the place in the loop', () => {
    const text = kernelLog([
      'watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [kworker/0:1:12]',
      'CPU: 0 PID: 12 Comm: kworker/0:1 Tainted: G           O       6.12.0-1 #1',
      'RIP: 0010:delay_tsc+0x20/0x60',
      'Call Trace:',
      ' <TASK>',
      ' toy_poll+0x11/0x40 [toy]',
      ' toy_work+0x60/0xa0 [toy]',
      ' process_one_work+0x1a0/0x3a0',
      ' worker_thread+0x30/0x390',
    ]);
    expect(titles(text)).toEqual(['BUG: soft lockup in toy_work']);
  });

  test('an RCU stall is named by what the timer interrupted', () => {
    const text = kernelLog([
      'rcu: INFO: rcu_preempt self-detected stall on CPU',
      'rcu: \t0-....: (5249 ticks this GP) idle=0a3c/1/0x4000000000000000 softirq=1/1 fqs=2625',
      'CPU: 0 UID: 0 PID: 77 Comm: cat Tainted: G           O       6.12.0-1 #1',
      'RIP: 0010:toy_spin+0x5/0x10 [toy]',
      'Call Trace:',
      ' <IRQ>',
      ' dump_stack_lvl+0x5d/0x80',
      ' rcu_sched_clock_irq+0x3b0/0x1100',
      ' sysvec_apic_timer_interrupt+0x6c/0x90',
      ' </IRQ>',
      ' asm_sysvec_apic_timer_interrupt+0x1a/0x20',
      'RIP: 0010:toy_spin+0x5/0x10 [toy]',
      ' toy_read+0x22/0x40 [toy]',
      ' vfs_read+0xa0/0x330',
      ' ksys_read+0x6f/0xf0',
    ]);
    expect(titles(text)).toEqual(['INFO: rcu detected stall in toy_read']);
  });

  test('a hung task is named by who waits, not by how', () => {
    const text = kernelLog([
      'INFO: task cat:77 blocked for more than 120 seconds.',
      '      Tainted: G           O       6.12.0-1 #1',
      '"echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.',
      'task:cat             state:D stack:0     pid:77    tgid:77    ppid:1      flags:0x00000002',
      'Call Trace:',
      ' <TASK>',
      ' __schedule+0x3f0/0xb00',
      ' schedule+0x27/0xf0',
      ' schedule_timeout+0x12f/0x160',
      ' wait_for_completion+0x86/0x170',
      ' toy_flush+0x33/0x50 [toy]',
    ]);
    expect(titles(text)).toEqual(['INFO: task hung in toy_flush']);
  });
});
