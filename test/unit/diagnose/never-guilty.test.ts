import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { isKernelsOwn, roleOfFunction } from '../../../src/diagnose/stack/kernel-function.ts';
import { kernelLog } from './kernel-log.ts';

function title(messages: readonly string[]): string | undefined {
  return findBugs(kernelLog(messages))[0]?.title;
}

/** A WARN() whose stack these functions are, the innermost first. */
function warning(first: string, ...callers: readonly string[]): readonly string[] {
  return [
    '------------[ cut here ]------------',
    `WARNING: CPU: 0 PID: 77 at somewhere/file.c:12 ${first}`,
    'CPU: 0 UID: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
    `RIP: 0010:${first}`,
    'Call Trace:',
    ' <TASK>',
    ...callers.map((caller) => ` ${caller}`),
    ' </TASK>',
    '---[ end trace 0000000000000000 ]---',
  ];
}

function pageFault(first: string, ...callers: readonly string[]): readonly string[] {
  return [
    'BUG: unable to handle page fault for address: ffffc90000abcd00',
    'Oops: Oops: 0000 [#1] PREEMPT SMP NOPTI',
    'CPU: 0 UID: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
    `RIP: 0010:${first}`,
    'Call Trace:',
    ' <TASK>',
    ...callers.map((caller) => ` ${caller}`),
    ' </TASK>',
    '---[ end trace 0000000000000000 ]---',
  ];
}

const programs = ['do_syscall_64+0x60/0x90', 'entry_SYSCALL_64_after_hwframe+0x6e/0xd8'];

describe('the roles of functions', () => {
  test.each([
    ['memcpy', 'helper'],
    ['__mutex_lock', 'helper'],
    ['__list_add_valid_or_report', 'helper'],
    ['queue_work_on', 'helper'],
    ['asm_exc_page_fault', 'entry'],
    ['arch_stack_walk', 'service'],
    ['__copy_overflow', 'service'],
    ['device_create_groups_vargs', 'service'],
    ['sysfs_create_dir_ns', 'service'],
    ['kmem_cache_alloc_noprof', 'service'],
    ['vfs_read', 'core'],
    ['misc_register', 'core'],
    ['usb_submit_urb', 'core'],
    ['probe', 'other'],
    ['init', 'other'],
    ['ext4_iget', 'other'],
    ['toy_probe', 'other'],
  ])('%s: %s', (name, role) => expect(roleOfFunction(name)).toBe(role));

  test('a family covers names that the two releases do not have', () => {
    expect(roleOfFunction('mutex_lock_of_another_release')).toBe('helper');
    expect(roleOfFunction('kernfs_of_another_release')).toBe('service');
  });

  test('modules of the core, however their names are written', () => {
    expect(['usbcore', 'i2c-core', 'mmc_core', 'usb-storage', 'toy'].filter(isKernelsOwn)).toEqual([
      'usbcore',
      'i2c-core',
      'mmc_core',
    ]);
  });
});

describe("a module's own functions", () => {
  test('are to blame even if the kernel has one of that name', () => {
    const first = 'device_add+0x12/0x40 [toy]';
    expect(title(warning(first, 'toy_probe+0x22/0x50 [toy]', ...programs))).toBe('WARNING in device_add');
    expect(title(pageFault('vfs_read+0x12/0x40 [toy]', 'toy_read+0x2/0x5 [toy]', ...programs))).toMatch(/ vfs_read$/);
  });

  test('are to blame even if the name looks like an allocator', () => {
    const leak = [
      'unreferenced object 0xffff888003e5c000 (size 64):',
      '  comm "insmod", pid 77, jiffies 4294894912',
      '  backtrace:',
      '    kmem_cache_alloc_trace+0x12/0x40',
      '    toy_alloc_ring+0x12/0x40 [toy]',
      '    toy_probe+0x22/0x50 [toy]',
    ];
    expect(title(leak)).toBe('memory leak in toy_alloc_ring');
  });

  test('are to blame even if only the header names them', () => {
    const kasan = [
      'BUG: KASAN: slab-out-of-bounds in proc_register+0x12/0x40 [toy]',
      'Write of size 8 at addr ffff888003e5c040 by task insmod/77',
      'CPU: 0 UID: 0 PID: 77 Comm: insmod Not tainted 6.12.0-1 #1',
      'Call Trace:',
      ' dump_stack_lvl+0x5d/0x80',
      ' kasan_report+0xda/0x110',
      ' toy_probe+0x22/0x50 [toy]',
    ];
    expect(title(kasan)).toBe('KASAN: slab-out-of-bounds Write in proc_register');
  });

  test('are not those that a header put there', () => {
    expect(roleOfFunction('kref_put')).toBe('inline');
    expect(title(warning('kref_put+0x12/0x40 [toy]', 'toy_close+0x22/0x50 [toy]'))).toBe('WARNING in toy_close');
    const memcpy = pageFault('memcpy+0x12/0x40 [toy]', 'toy_copy+0x22/0x50 [toy]');
    expect(title(memcpy)).toMatch(/ toy_copy$/);
  });

  test('win over every function of the kernel above them', () => {
    const above = ['dev_hard_start_xmit+0x12/0x40', 'usb_hcd_submit_urb+0x1/0x2 [usbcore]', 'vfs_fsync+0x1/0x2'];
    expect(title(warning('skb_checksum_help+0x12/0x40', ...above, 'toy_send+0x22/0x50 [toy]', ...programs))).toBe(
      'WARNING in toy_send',
    );
    expect(title(pageFault('rb_first+0x12/0x40', 'enqueue_hrtimer+0x1/0x2', 'toy_arm+0x22/0x50 [toy]'))).toMatch(
      / toy_arm$/,
    );
  });
});

describe('without a module in the trace', () => {
  test('a check that fails in a service names the driver that called it', () => {
    const callers = ['device_create_groups_vargs+0x1/0x2', 'toy_probe+0x22/0x50', 'really_probe+0x1/0x2'];
    expect(title(warning('kernfs_new_node+0x12/0x40', 'sysfs_create_dir_ns+0x1/0x2', ...callers))).toBe(
      'WARNING in toy_probe',
    );
    expect(title(warning('dma_map_page_attrs+0x12/0x40', 'toy_map+0x22/0x50', ...programs))).toBe('WARNING in toy_map');
  });

  test('a bad access in a service is its own', () => {
    expect(title(pageFault('enqueue_timer+0x12/0x40', 'toy_arm+0x22/0x50', ...programs))).toMatch(/ enqueue_timer$/);
  });

  test('a bad access in a helper is its caller’s', () => {
    expect(title(pageFault('strscpy+0x12/0x40', 'toy_name+0x22/0x50', ...programs))).toMatch(/ toy_name$/);
  });

  test('a stack of the kernel’s own functions is named by one of them', () => {
    expect(title(warning('inc_nlink+0x12/0x40', 'vfs_link+0x1/0x2', ...programs))).toBe('WARNING in inc_nlink');
    expect(title(warning('__alloc_pages_slowpath+0x12/0x40', ...programs))).toBe('WARNING in __alloc_pages_slowpath');
  });
});
