import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import { kernelLog, nullDereference, warningIn } from './kernel-log.ts';
import { judgeInput } from './run-records.ts';

const context = { bootFingerprints: new Set<string>(), today: '2026-11-29' };
const mismatch = 'genirq: Flags mismatch irq 17. 00000000 (toy0) vs. 00000080 (other-irq)';
const title = 'genirq: Flags mismatch: toy0 vs. other-irq';

function titles(messages: readonly string[]): readonly string[] {
  return findBugs(kernelLog(messages)).map((bug) => bug.title);
}

describe('complaints of the kernel', () => {
  test('the stack says who gave a name twice', () => {
    expect(
      titles([
        "sysfs: cannot create duplicate filename '/devices/virtual/misc/toy0'",
        'CPU: 0 UID: 0 PID: 91 Comm: insmod Tainted: G           O       6.12.0-1 #1',
        'Call Trace:',
        ' dump_stack_lvl+0x5d/0x80',
        ' sysfs_warn_dup.cold+0x17/0x23',
        ' sysfs_create_dir_ns+0xc8/0xe0',
        ' kobject_add_internal+0xbd/0x270',
        ' kobject_add+0x7e/0xb0',
        ' device_add+0x12c/0x8a0',
        ' device_create_groups_vargs+0xda/0x110',
        ' device_create+0x4a/0x70',
        ' toy_add+0x5e/0xff0 [toy]',
        "kobject: kobject_add_internal failed for toy0 with -EEXIST, don't try to register things.",
      ]),
    ).toEqual(['sysfs: cannot create duplicate filename in toy_add']);
  });

  test('an error without its minus is taken for a success', () => {
    expect(
      titles([
        "do_init_module: 'toy'->init suspiciously returned 22, it should follow 0/-E convention",
        'do_init_module: loading module anyway...',
        'CPU: 0 UID: 0 PID: 91 Comm: insmod Tainted: G           O       6.12.0-1 #1',
        'Call Trace:',
        ' dump_stack_lvl+0x5d/0x80',
        ' do_init_module.cold+0x17/0x23',
        ' __do_sys_init_module+0xc8/0xe0',
      ]),
    ).toEqual(['init of toy returned an error without its minus']);
  });

  test('the message of a WARN() is a part of it', () => {
    const [cut = '', , ...rest] = warningIn('dev_watchdog', { file: 'net/sched/sch_generic.c' });
    expect(titles([cut, 'NETDEV WATCHDOG: eth3 (toynet): transmit queue 1 timed out', ...rest])).toHaveLength(1);
    expect(titles([cut, 'refcount_t: underflow; use-after-free.', ...rest])).toEqual(['WARNING in dev_watchdog']);
  });

  test('bugs are listed before them', () => {
    expect(titles([mismatch, ...nullDereference])).toEqual([
      'BUG: unable to handle kernel NULL pointer dereference in toy_reset',
      title,
    ]);
  });

  test.each([
    'toy 1-0050: i2c transfer timed out',
    'i2c i2c-3: controller timed out',
    'mmc0: Timeout waiting for hardware interrupt.',
    'DMA-API: preallocated 65536 debug entries',
    'DMA-API: debugging enabled by kernel config',
    'DMAR: DRHD base: 0x000000fed91000 flags: 0x1',
    'AMD-Vi: Interrupt remapping enabled',
    'pcieport 0000:00:1c.0: AER: Corrected error received: 0000:05:00.0',
    'pcieport 0000:00:1c.0: AER: enabled with IRQ 122',
    "kobject: 'toy' (00000000d00dfeed): does not have a release() function, it is broken and must be fixed.",
    'arm-smmu-v3 9050000.smmuv3: allocated 32768 entries for evtq',
    'toy: device already registered',
  ])('nothing is wrong with %s', (message) => {
    expect(titles([message])).toEqual([]);
  });

  test('a test that passes fails', () => {
    const verdict = judge(judgeInput({ consoleText: kernelLog([mismatch]) }), context);
    expect(verdict).toMatchObject({ outcome: 'fail', ok: false, reason: title });
    expect(verdict.findings[0]).toMatchObject({ kind: 'complaint', title });
  });

  test('a test that failed keeps its own reason, a crash remains one', () => {
    const failed = judge(judgeInput({ consoleText: kernelLog([mismatch]), statuses: { run: 3 } }), context);
    expect(failed).toMatchObject({ outcome: 'fail', reason: 'run ended with exit status 3' });
    const crashed = judge(judgeInput({ consoleText: kernelLog([mismatch, ...nullDereference]) }), context);
    expect(crashed.outcome).toBe('crash');
  });
});
