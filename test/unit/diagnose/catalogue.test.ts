import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/diagnose/catalogue/catalogue.ts';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import type { FindingKind } from '../../../src/diagnose/finding.ts';
import { matchHeader } from '../../../src/diagnose/report-header.ts';
import { createTripwire } from '../../../src/diagnose/tripwire.ts';
import { kernelLog } from './kernel-log.ts';

/** A header of every kind of report, and the title of a report of which nothing else came. */
const headers: readonly (readonly [header: string, kind: FindingKind, title: string])[] = [
  ['BUG: KASAN: double-free in toy_free+0x10/0x20 [toy]', 'kasan', 'KASAN: invalid-free in toy_free'],
  ['BUG: KASAN: slab-use-after-free in toy_read+0x10/0x20', 'kasan', 'KASAN: slab-use-after-free in toy_read'],
  ['BUG: KMSAN: kernel-usb-infoleak in usb_submit_urb+0x5/0x9', 'kmsan', 'KMSAN: kernel-usb-infoleak in corrupted'],
  ['BUG: KMSAN: uninit-value in toy_parse+0x1/0x2', 'kmsan', 'KMSAN: uninit-value in toy_parse'],
  ['BUG: KCSAN: data-race in toy_get / toy_put', 'kcsan', 'KCSAN: data-race in toy_get / toy_put'],
  ['BUG: KCSAN: data-race in toy_get+0x5/0x60 [toy]', 'kcsan', 'KCSAN: data-race in toy_get'],
  ['BUG: KFENCE: out-of-bounds read in toy_scan+0x3/0x7', 'kfence', 'KFENCE: out-of-bounds read in toy_scan'],
  ['UBSAN: Undefined behaviour in drivers/misc/toy.c:7:3', 'ubsan', 'UBSAN: undefined-behaviour in corrupted'],
  [
    'UBSAN: array-index-out-of-bounds in drivers/misc/toy.c:7:3',
    'ubsan',
    'UBSAN: array-index-out-of-bounds in corrupted',
  ],
  [
    'Internal error: UBSAN: shift out of bounds: 00000000f2005515 [#1] SMP',
    'ubsan',
    'UBSAN: shift out of bounds in corrupted',
  ],
  [
    'CFI failure at toy_call+0x18/0x20 [toy] (target: toy_hook+0x0/0x10 [toy]; expected type: 0x7e0c52a1)',
    'cfi',
    'CFI failure in toy_call',
  ],
  ['CFI failure (target: toy_hook+0x0/0x10 [toy]):', 'cfi', 'CFI failure in corrupted'],
  ['Internal error: Oops - CFI: 00000000f2008228 [#1] SMP', 'cfi', 'CFI failure in corrupted'],
  [
    'qdt-ledger: leak of 64 bytes from kmalloc in toy_open [toy]: 1 times, 64 bytes in all',
    'leak',
    'leak of 64 bytes from kmalloc in toy_open',
  ],
  [
    'qdt-ledger: double free of 64 bytes from kmalloc in toy_remove [toy]',
    'double-free',
    'double free of 64 bytes from kmalloc in toy_remove',
  ],
  [
    'qdt-ledger: write after free of 64 bytes from kmalloc in toy_remove [toy]',
    'use-after-free',
    'write after free of 64 bytes from kmalloc in toy_remove',
  ],
  ['BUG: memory leak', 'memory-leak', 'memory leak in corrupted'],
  ['unreferenced object 0xffff888100000000 (size 64):', 'memory-leak', 'memory leak in corrupted'],
  ['kmemleak: 2 new suspected memory leaks (see /sys/kernel/debug/kmemleak)', 'memory-leak', 'memory leak'],
  [
    'BUG: kernel NULL pointer dereference, address: 0000000000000008',
    'null-deref',
    'BUG: unable to handle kernel NULL pointer dereference in corrupted',
  ],
  [
    'BUG: unable to handle page fault for address: ffffc90000abc000',
    'page-fault',
    'BUG: unable to handle kernel paging request in corrupted',
  ],
  [
    'Unable to handle kernel access to user memory without uaccess routines at virtual address 0000000000000008',
    'null-deref',
    'BUG: unable to handle kernel NULL pointer dereference in corrupted',
  ],
  [
    'Unable to handle kernel access to user memory outside uaccess routines at virtual address 0000000000000010',
    'page-fault',
    'BUG: unable to handle kernel access to user memory in corrupted',
  ],
  [
    'Unable to handle kernel access to user memory without uaccess routines at virtual address 0000000000000010',
    'null-deref',
    'BUG: unable to handle kernel NULL pointer dereference in corrupted',
  ],
  ['BUG: unable to handle kernel ', 'page-fault', 'BUG: unable to handle kernel'],
  [
    'Unhandled fault: external abort on non-linefetch (0x1028) at 0xc0800000',
    'page-fault',
    'Unhandled fault in corrupted',
  ],
  [
    'Oops: general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1] SMP NOPTI',
    'gpf',
    'general protection fault in corrupted',
  ],
  ['general protection fault, probably for non-canonical', 'gpf', 'general protection fault in corrupted'],
  ['stack segment: 0000 [#1] SMP', 'oops', 'stack segment fault in corrupted'],
  ['divide error: 0000 [#1] SMP', 'oops', 'divide error in corrupted'],
  [
    'BUG: TASK stack guard page was hit at ffffc9000000bff8 (stack is ffffc9000000c000..ffffc90000010000)',
    'stack-overflow',
    'BUG: stack guard page was hit in corrupted',
  ],
  ['Insufficient stack space to handle exception!', 'stack-overflow', 'kernel stack overflow in corrupted'],
  ['kernel stack overflow (page fault): 0000 [#1] SMP', 'stack-overflow', 'kernel stack overflow in corrupted'],
  ['traps: PANIC: double fault, error_code: 0x0', 'oops', 'PANIC: double fault in corrupted'],
  ['kernel BUG at mm/usercopy.c:102!', 'bug', 'BUG: bad usercopy in corrupted'],
  ['kernel BUG at lib/list_debug.c:62!', 'bug', 'BUG: corrupted list in corrupted'],
  ['kernel BUG at drivers/misc/toy.c:99!', 'bug', 'kernel BUG in corrupted'],
  ['Kernel BUG [#1]', 'bug', 'kernel BUG in corrupted'],
  ['rust_kernel: panicked at drivers/misc/toy.rs:5:9:', 'bug', 'rust panic in corrupted'],
  ['invalid opcode: 0000 [#1] SMP', 'oops', 'invalid opcode in corrupted'],
  ['Internal error: Oops - BUG: 00000000f2000800 [#1] PREEMPT SMP', 'oops', 'kernel BUG in corrupted'],
  ['Internal error: synchronous external abort: 0000000096000050 [#1] SMP', 'oops', 'Internal error in corrupted'],
  ['Oops [#1]', 'oops', 'Oops in corrupted'],
  ['Internal error: Oops - BRK: 00000000f2000123 [#1] SMP', 'oops', 'unexpected BRK exception in corrupted'],
  ['Internal error: BRK handler: 00000000f20003e8 [#1] SMP', 'oops', 'unexpected BRK exception in corrupted'],
  [
    'Internal error: Oops - Undefined instruction: 0000000002000000 [#1] SMP',
    'oops',
    'Oops - Undefined instruction in corrupted',
  ],
  ['Internal error: Oops - FPAC: 0000000072000000 [#1] PREEMPT SMP', 'oops', 'Oops - FPAC in corrupted'],
  ['Oops - load access fault [#1]', 'oops', 'Oops - load access fault in corrupted'],
  ['Oops - store (or AMO) address misaligned [#2]', 'oops', 'Oops - store (or AMO) address misaligned in corrupted'],
  [
    'Bad mode in Synchronous Abort handler detected on CPU0, code 0x86000004 -- IABT (current EL)',
    'oops',
    'unhandled exception in corrupted',
  ],
  [
    'Unhandled 64-bit el1h sync exception on CPU1, ESR 0x0000000002000000 -- Unknown/Uncategorized',
    'oops',
    'unhandled exception in corrupted',
  ],
  [
    'WARNING: CPU: 1 PID: 0 at kernel/context_tracking.c:128 ct_kernel_exit.constprop.0+0xa0/0xa8',
    'warning',
    'WARNING in corrupted',
  ],
  ['Oops: int3: 0000 [#1] SMP', 'oops', 'int3 in corrupted'],
  ['SError Interrupt on CPU1, code 0x00000000be000011 -- SError', 'oops', 'SError Interrupt in corrupted'],
  ['rcu: INFO: rcu_preempt self-detected stall on CPU', 'rcu-stall', 'INFO: rcu detected stall in corrupted'],
  ['watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [insmod:77]', 'soft-lockup', 'BUG: soft lockup in corrupted'],
  ['watchdog: CPU1: Watchdog detected hard LOCKUP on cpu 0', 'hard-lockup', 'BUG: hard lockup in corrupted'],
  [
    'BUG: workqueue lockup - pool cpus=0 node=0 flags=0x0 nice=0 stuck for 31s!',
    'soft-lockup',
    'BUG: workqueue lockup',
  ],
  ['INFO: task insmod:77 blocked for more than 122 seconds.', 'hung-task', 'INFO: task hung in corrupted'],
  ["INFO: task insmod:77 can't die for more than 143 seconds.", 'hung-task', "INFO: task can't die in corrupted"],
  [
    'BUG: sleeping function called from invalid context at drivers/misc/toy.c:12',
    'atomic-sleep',
    'BUG: sleeping function called from invalid context in corrupted',
  ],
  ['BUG: scheduling while atomic: insmod/77/0x00000002', 'atomic-sleep', 'BUG: scheduling while atomic in corrupted'],
  [
    'BUG: using smp_processor_id() in preemptible [00000000] code: insmod/77',
    'atomic-sleep',
    'BUG: using smp_processor_id() in preemptible code in corrupted',
  ],
  [
    'BUG: assuming atomic context at drivers/misc/toy.c:12',
    'atomic-sleep',
    'BUG: assuming atomic context in corrupted',
  ],
  ['WARNING: possible circular locking dependency detected', 'lockdep', 'possible deadlock in corrupted'],
  ['[ INFO: possible recursive locking detected ]', 'lockdep', 'possible deadlock in corrupted'],
  ['WARNING: HARDIRQ-safe -> HARDIRQ-unsafe lock order detected', 'lockdep', 'possible deadlock in corrupted'],
  ['[ BUG: possible deadlock detected! ]', 'lockdep', 'possible deadlock in corrupted'],
  ['WARNING: possible irq lock inversion dependency detected', 'lockdep', 'possible deadlock in corrupted'],
  ['WARNING: inconsistent lock state', 'lockdep', 'inconsistent lock state in corrupted'],
  ['[ BUG: Invalid wait context ]', 'lockdep', 'WARNING: locking bug in corrupted'],
  ['WARNING: suspicious RCU usage', 'lockdep', 'WARNING: suspicious RCU usage in corrupted'],
  ['WARNING: bad unlock balance detected!', 'lockdep', 'WARNING: bad unlock balance in corrupted'],
  ['WARNING: bad contention detected!', 'lockdep', 'WARNING: bad contention in corrupted'],
  ['WARNING: held lock freed!', 'lockdep', 'WARNING: held lock freed in corrupted'],
  [
    'WARNING: lock held when returning to user space!',
    'lockdep',
    'WARNING: lock held when returning to user space in corrupted',
  ],
  ['WARNING: insmod/77 still has locks held!', 'lockdep', 'WARNING: still has locks held in corrupted'],
  ['[ BUG: lock held at task exit time! ]', 'lockdep', 'BUG: lock held at task exit time in corrupted'],
  ['WARNING: Nested lock was not taken', 'lockdep', 'WARNING: Nested lock was not taken in corrupted'],
  ['INFO: trying to register non-static key.', 'lockdep', 'INFO: trying to register non-static key in corrupted'],
  ['BUG: key ffff888100000000 has not been registered!', 'lockdep', 'BUG: key not registered in corrupted'],
  ['BUG: spinlock bad magic on CPU#1, insmod/77', 'lockdep', 'BUG: spinlock bad magic in corrupted'],
  ['BUG: workqueue leaked lock or atomic: kworker/0:1/0x00000001/7', 'lockdep', 'BUG: workqueue leaked lock or atomic'],
  [
    'WARNING: CPU: 0 PID: 7 at lib/refcount.c:28 refcount_warn_saturate+0xba/0x110',
    'refcount',
    'WARNING: refcount bug in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at lib/debugobjects.c:514 debug_print_object+0x7d/0xb0',
    'warning',
    'WARNING: ODEBUG bug in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at mm/usercopy.c:75 usercopy_warn+0xee/0x110',
    'warning',
    'WARNING: bad usercopy in corrupted',
  ],
  ['WARNING: CPU: 0 PID: 7 at lib/kobject.c:734 kobject_put+0x7d/0xb0', 'warning', 'WARNING: kobject bug in corrupted'],
  [
    'WARNING: CPU: 0 PID: 7 at fs/proc/generic.c:381 proc_register+0x7d/0xb0',
    'warning',
    'WARNING: proc registration bug in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at kernel/locking/lockdep.c:5000 lock_release+0x7d/0xb0',
    'lockdep',
    'WARNING: locking bug in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at mm/vmalloc.c:3000 __vmalloc_node_range+0x7d/0xb0',
    'warning',
    'WARNING: zero-size vmalloc in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at mm/slab_common.c:1000 kmalloc_slab+0x7d/0xb0',
    'warning',
    'WARNING: kmalloc bug in corrupted',
  ],
  [
    'WARNING: CPU: 0 PID: 7 at drivers/usb/core/urb.c:500 usb_submit_urb+0x7d/0xb0',
    'warning',
    'WARNING in corrupted/usb_submit_urb',
  ],
  ['WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:5 toy_probe+0x7d/0xb0 [toy]', 'warning', 'WARNING in toy_probe'],
  ['WARNING: drivers/misc/toy.c:5 at toy_probe+0x7d/0xb0 [toy], CPU#0: insmod/77', 'warning', 'WARNING in toy_probe'],
  // Seen on a busy host: the console lost `c:1894`.
  ['WARNING: kernel/irq/manage. at toy_probe+0x7d/0xb0 [toy], CPU#0: insmod/77', 'warning', 'WARNING in toy_probe'],
  [
    "WARNING: kernel stack regs at ffffc90000000000 in insmod:77 has bad 'bp' value 0000000000000000",
    'warning',
    'WARNING: kernel stack regs has bad value',
  ],
  [
    'BUG: Dentry ffff888100000000{i=0,n=toy}  still in use (1) [unmount of ext4 vda]',
    'bug',
    'BUG: Dentry still in use in unmount',
  ],
  ['BUG: Bad page state in process insmod  pfn:12345', 'bug', 'BUG: Bad page state in corrupted'],
  ['BUG: Bad page map in process insmod  pte:8000000012345067 pmd:12345067', 'bug', 'BUG: Bad page map in corrupted'],
  ['BUG: Bad page cache in process insmod  pfn:12345', 'bug', 'BUG: Bad page cache in corrupted'],
  ['BUG: Bad rss-counter state mm:ffff888100000000 type:MM_ANONPAGES val:3', 'bug', 'BUG: Bad rss-counter state'],
  ['BUG: non-zero pgtables_bytes on freeing mm: 4096', 'bug', 'BUG: non-zero pgtables_bytes on freeing mm'],
  ['BUG kmalloc-64 (Tainted: G           O      ): Right Redzone overwritten', 'bug', 'BUG: Right Redzone overwritten'],
  ['VFS: Close: file count is 0', 'bug', 'VFS: Close: file count is zero (use-after-free)'],
  [
    'VFS: Busy inodes after unmount of vda. Self-destruct in 5 seconds.  Have a nice day...',
    'bug',
    'VFS: Busy inodes after unmount (use-after-free)',
  ],
  [
    'unregister_netdevice: waiting for eth0 to become free. Usage count = 2',
    'general',
    'unregister_netdevice: waiting for DEV to become free',
  ],
  ['irq 11: nobody cared (try booting with the "irqpoll" option)', 'irq', 'irq: nobody cared'],
  ['irq event 11: bogus return value fffffff4', 'irq', 'irq: bogus return value'],
  ['bounds: 0000 [#1] PREEMPT SMP', 'oops', 'bounds in corrupted'],
  ['illegal operation: 0001 ilc:1 [#1] SMP', 'oops', 'illegal operation in corrupted'],
  ['Kernel bug detected[#1]:', 'bug', 'kernel BUG in corrupted'],
  ['Reserved instruction in kernel code[#1]:', 'oops', 'Reserved instruction in kernel code in corrupted'],
  ['WARNING: CPU: 3 PID: 77 at toy_reset+0x54/0x75 [toy]', 'warning', 'WARNING in toy_reset'],
  ['WARNING: at drivers/misc/toy.c:307', 'warning', 'WARNING'],
  [
    "sysfs: cannot create duplicate filename '/class/misc/toy0'",
    'complaint',
    'sysfs: cannot create duplicate filename',
  ],
  [
    "kobject_add_internal failed for toy0 with -EEXIST, don't try to register things with the same name.",
    'complaint',
    'kobject_add_internal failed with -EEXIST',
  ],
  ["debugfs: Directory 'toy0' with parent 'toys' already present!", 'complaint', 'debugfs: Directory already present'],
  ["proc_dir_entry 'driver/toy0' already registered", 'complaint', 'proc_dir_entry already registered'],
  [
    'genirq: Flags mismatch irq 17. 00000000 (toy0) vs. 00000080 (other-irq)',
    'complaint',
    'genirq: Flags mismatch: toy0 vs. other-irq',
  ],
  [
    'NETDEV WATCHDOG: eth3 (toynet): transmit queue 1 timed out',
    'complaint',
    'NETDEV WATCHDOG: toynet: transmit queue timed out',
  ],
  [
    'toynet 0000:00:05.0 eth3: NETDEV WATCHDOG: CPU: 1: transmit queue 0 timed out 5123 ms',
    'complaint',
    'NETDEV WATCHDOG: toynet: transmit queue timed out',
  ],
  [
    'DMAR: [DMA Write NO_PASID] Request device [00:05.0] fault addr 0xfffe0000 [fault reason 0x05]',
    'complaint',
    'DMAR: DMA Write fault',
  ],
  [
    'toynet 0000:00:05.0: AMD-Vi: Event logged [IO_PAGE_FAULT domain=0x000c address=0xfffe0000 flags=0x0020]',
    'complaint',
    'AMD-Vi: IO_PAGE_FAULT',
  ],
  [
    'arm-smmu 12c00000.iommu: Unhandled context fault: fsr=0x402, iova=0xfffe0000, fsynr=0x1, cbfrsynra=0x14, cb=2',
    'complaint',
    'arm-smmu: unhandled context fault',
  ],
  [
    'arm-smmu-v3 9050000.smmuv3: event: F_TRANSLATION client: 0000:00:05.0',
    'complaint',
    'arm-smmu-v3: event F_TRANSLATION',
  ],
  [
    'pcieport 0000:00:1c.0: AER: Uncorrected (Fatal) error received: 0000:05:00.0',
    'complaint',
    'AER: uncorrectable fatal error of pcieport',
  ],
  [
    'unchecked MSR access error: WRMSR to 0x1f0 at rIP: 0xffffffffc0342011 (toy_msr+0x11/0x20 [toy])',
    'complaint',
    'unchecked MSR access error: WRMSR',
  ],
  ['iounmap: bad address 00000000d00dfeed', 'complaint', 'iounmap: bad address'],
  ['Trying to vfree() nonexistent vm area (00000000d00dfeed)', 'complaint', 'bad vfree'],
  [
    'toy 0000:01:00.0: Driver probe function unexpectedly returned 12',
    'complaint',
    'probe of toy returned an error without its minus',
  ],
  [
    "do_init_module: 'toy'->init suspiciously returned 22, it should follow 0/-E convention",
    'complaint',
    'init of toy returned an error without its minus',
  ],
  [
    'resource: Trying to free nonexistent resource <0x00000000e0000000-0x00000000e0000fff>',
    'complaint',
    'Trying to free nonexistent resource',
  ],
  [
    'kobject (00000000d00dfeed): tried to init an initialized object, something is seriously wrong.',
    'complaint',
    'kobject: tried to init an initialized object',
  ],
  ['refcount_t: underflow; use-after-free.', 'complaint', 'refcount_t: underflow; use-after-free'],
  [
    'toynet 0000:00:05.0: DMA-API: device driver frees DMA memory with wrong function [size=64 bytes]',
    'complaint',
    'DMA-API: device driver frees DMA memory with wrong function',
  ],
  ['BUG: toy lost 3 frames', 'bug', 'BUG: toy lost NUM frames'],
  [
    'Kernel panic - not syncing: stack-protector: Kernel stack is corrupted in: toy_ioctl+0x10/0x20',
    'stack-overflow',
    'kernel panic: stack is corrupted in toy_ioctl',
  ],
  [
    'Kernel panic - not syncing: corrupted stack end detected inside scheduler',
    'stack-overflow',
    'kernel panic: corrupted stack end in corrupted',
  ],
  [
    'Kernel panic - not syncing: kernel stack overflow',
    'stack-overflow',
    'kernel panic: kernel stack overflow in corrupted',
  ],
  ['Kernel panic - not syncing: System is deadlocked on memory', 'oom', 'kernel panic: System is deadlocked on memory'],
  ['Kernel panic - not syncing: Fatal exception in interrupt', 'panic', 'kernel panic: Fatal exception'],
  ['Kernel panic - not syncing: kernel: panic_on_warn set ...', 'panic', 'kernel panic: panic_on_warn set'],
  ['Kernel panic - not syncing: hung_task: blocked tasks', 'panic', 'kernel panic: hung_task: blocked tasks'],
  ['Kernel panic - not syncing: softlockup: hung tasks', 'panic', 'kernel panic: softlockup: hung tasks'],
  ['Kernel panic - not syncing: RCU Stall', 'panic', 'kernel panic: RCU Stall'],
  ['Kernel panic - not syncing: Hard LOCKUP', 'panic', 'kernel panic: Hard LOCKUP'],
  ['Kernel panic - not syncing: Oops - BUG: Fatal exception', 'panic', 'kernel panic: Fatal exception'],
  [
    'Kernel panic - not syncing: Aiee, killing interrupt handler!',
    'panic',
    'kernel panic: Aiee, killing interrupt handler!',
  ],
  [
    'Kernel panic - not syncing: Attempted to kill the idle task!',
    'panic',
    'kernel panic: Attempted to kill the idle task!',
  ],
  [
    'Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b',
    'panic',
    'kernel panic: Attempted to kill init!',
  ],
  [
    "Kernel panic - not syncing: Couldn't open N_TTY ldisc for ttyS0 --- error -12.",
    'panic',
    "kernel panic: Couldn't open N_TTY ldisc",
  ],
  [
    'Kernel panic - not syncing: toy: register 0xdeadbeef is stuck',
    'panic',
    'kernel panic: toy: register ADDR is stuck',
  ],
  ['Kernel panic - not syncing', 'panic', 'kernel panic'],
];

describe('the catalogue', () => {
  test.each(headers)('knows %s', (header, kind, title) => {
    const [bug, ...more] = findBugs(kernelLog([header]));
    expect({ kind: bug?.kind, title: bug?.title, line: bug?.line, more }).toEqual({ kind, title, line: 1, more: [] });
  });

  test.each(headers)('trips on %s', (header) => {
    expect(createTripwire()(kernelLog([header]).trimEnd())).toBe(true);
  });

  test('has an example here for every kind that needs no stack as proof', () => {
    const matched = new Set(headers.map(([header]) => matchHeader(header)?.kind));
    const missing = catalogue
      .filter((kind) => !matched.has(kind) && kind.proof !== 'stack')
      .map(({ header }) => header.source);
    expect(missing).toEqual([]);
  });
});

/** What looks like a report and is none. */
const quiet: readonly string[] = [
  'WARNING: the mand mount option is being deprecated and',
  'Spectre V2 : WARNING: Unprivileged eBPF is enabled with eIBRS on, data leaks possible',
  'INFO: lockdep is turned off.',
  'INFO: NMI handler (perf_event_nmi_handler) took too long to run: 2.277 msecs',
  'INFO: Stall ended before state dump start',
  'EXT4-fs (vda): INFO: recovery required on readonly filesystem',
  'XFS (vda): WARNING: Reset corrupted AGFL on AG 0.',
  'toy: BUG: this is what the driver calls its own log line',
  'toy_evtlog: enable:0, panic:1, dump:2',
  'logger: !@Boot_DEBUG: start networkManagement',
  'traps: prog[77] general protection fault ip:7f0000000000 sp:7f0000001000 error:0 in libc.so',
  'prog[77]: segfault at 8 ip 0000000000401136 sp 00007ffc00000000 error 4 in prog[401000+1000]',
  'FAULT_INJECTION: forcing a failure.',
  'sysrq: Show Blocked State',
  'Memory cgroup out of memory: Killed process 77 (prog) total-vm:1000kB',
  'Firmware panic handler registered',
  'toy 0000:00:04.0: DMA error: Oops counter reset',
  'qdt: agent ready',
  'qdt: stage run begins',
  'BUG: MAX_STACK_TRACE_ENTRIES too low!',
];

describe('text that is not a report', () => {
  test.each(quiet)('leaves alone %s', (message) => {
    expect(findBugs(kernelLog(['something before', message, 'something after']))).toEqual([]);
    expect(createTripwire()(kernelLog([message]).trimEnd())).toBe(false);
  });
});
