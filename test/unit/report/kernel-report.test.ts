import { describe, expect, test } from 'vitest';
import { excerptReport } from '../../../src/report/text/kernel-report.ts';
import { oopsReport } from './sample-results.ts';

describe('an excerpt of a kernel report', () => {
  test('has the frames in modules and the last sentence', () => {
    expect(excerptReport(oopsReport)).toEqual({
      frames: ['edu_dma_done+0x1a/0x40 [edu]', 'edu_irq+0x5c/0x90 [edu]'],
      lastWords: 'edu 0000:00:05.0: dma timeout, status 0x1',
    });
  });

  test('leaves out the ledger, through which calls of a driver go', () => {
    const report = [
      'BUG: kernel NULL pointer dereference, address: 0000000000000008',
      'Call Trace:',
      ' <TASK>',
      ' edu_probe+0x90/0x170 [edu]',
      ' qdt_enter+0x80/0xb0 [qdt_ledger]',
      ' edu_init+0x12/0x40 [edu]',
    ].join('\n');
    expect(excerptReport(report)).toEqual({
      frames: ['edu_probe+0x90/0x170 [edu]', 'edu_init+0x12/0x40 [edu]'],
      lastWords: undefined,
    });
  });

  test('knows registers and frames of arm64', () => {
    const report = [
      'Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008',
      'Mem abort info:',
      '  ESR = 0x0000000096000046',
      '  EC = 0x25: DABT (current EL), IL = 32 bits',
      '  FSC = 0x06: level 2 translation fault',
      'user pgtable: 4k pages, 48-bit VAs, pgdp=0000000044696000',
      '[0000000000000008] pgd=0800000044697003, p4d=0800000044697003, pud=08000000446a4003, pmd=0000000000000000',
      'pstate: 00400005 (nzcv daif +PAN -UAO -TCO -DIT -SSBS BTYPE=--)',
      'pc : live_null+0x10/0x20 [live]',
      'lr : live_init+0x84/0xff8 [live]',
      'sp : ffff80008063b900',
      'x11: 0000000000000050 x10: 0000aecc4ccc6568 x9 : ffffaecc5135908c',
      'Call trace:',
      ' live_null+0x10/0x20 [live]',
      ' do_one_initcall+0x64/0x280',
      'Code: aa1e03e9 d503201f d2800100 52800021 (b9000001) ',
    ].join('\n');
    expect(excerptReport(report)).toEqual({ frames: ['live_null+0x10/0x20 [live]'], lastWords: undefined });
  });

  test('knows registers and frames of riscv64, which have no heading', () => {
    const report = [
      'Oops - load access fault [#1]',
      'epc : trap_bus+0x38/0x98 [traps]',
      ' ra : trap_bus+0x38/0x98 [traps]',
      'epc : ffffffff0211b4ac ra : ffffffff0211b4ac sp : ff200000002b3950',
      ' s11: ff200000002b3c10 t3 : 00000000ffffffff t4 : ffffffffffffffff',
      'status: 0000000200000120 badaddr: ff20000000299000 cause: 0000000000000005',
      '[<ffffffff0211b4ac>] trap_bus+0x38/0x98 [traps]',
      '[<ffffffff0212705e>] traps_init+0x54/0x1000 [traps]',
      '[<ffffffff80002912>] do_one_initcall+0x62/0x256',
    ].join('\n');
    expect(excerptReport(report)).toEqual({
      frames: ['trap_bus+0x38/0x98 [traps]', 'traps_init+0x54/0x1000 [traps]'],
      lastWords: undefined,
    });
  });

  test('says where a kernel without modules stood', () => {
    const report = 'general protection fault\nRIP: 0010:foo_read+0x1/0x2\nCall Trace:\n bar+0x3/0x4\n';
    expect(excerptReport(report)).toEqual({ frames: ['foo_read+0x1/0x2'], lastWords: undefined });
  });

  test('does not take guesses, later traces and dumps for frames or words', () => {
    const report = [
      'BUG: KASAN: slab-use-after-free in edu_irq+0x5c/0x90 [edu]',
      'Read of size 8 at addr ffff888004a3c000 by task run/71',
      'Call Trace:',
      ' <TASK>',
      ' ? edu_guess+0x1/0x2 [edu]',
      ' edu_irq+0x5c/0x90 [edu]',
      ' </TASK>',
      'Freed by task 71:',
      ' edu_free+0x1/0x2 [edu]',
      'Memory state around the buggy address:',
      '>ffff888004a3c000: fa fb fb fb',
      '                   ^',
      '==================',
    ].join('\n');
    expect(excerptReport(report)).toEqual({
      frames: ['edu_irq+0x5c/0x90 [edu]'],
      lastWords: 'Memory state around the buggy address:',
    });
  });

  test('keeps the lines of source that frames have, and inlined functions with the frame that they are part of', () => {
    const report = [
      'BUG: kernel NULL pointer dereference, address: 0000000000000008',
      ' edu_reg (driver/regs.h:7) [inline]',
      'RIP: 0010:edu_read+0x12/0x30 [edu] (driver/edu.c:120)',
      'Call Trace:',
      ' <TASK>',
      ' ? edu_guess (driver/edu.c:9) [inline]',
      ' ? edu_guess+0x1/0x2 [edu] (driver/edu.c:10)',
      ' vfs_inline (fs/read_write.c:5) [inline]',
      ' vfs_read+0xa/0xb0 (fs/read_write.c:470)',
      ' edu_ioctl+0x20/0x60 [edu] (driver/edu.c:300)',
      ' </TASK>',
      ' edu_reg (driver/regs.h:7) [inline]',
      'RIP: 0010:edu_read+0x12/0x30 [edu] (driver/edu.c:120)',
    ].join('\n');
    expect(excerptReport(report)).toEqual({
      frames: [
        'edu_reg (driver/regs.h:7) [inline]',
        'edu_read+0x12/0x30 [edu] (driver/edu.c:120)',
        'edu_ioctl+0x20/0x60 [edu] (driver/edu.c:300)',
      ],
      lastWords: undefined,
    });
  });

  test('is empty for a report of one line', () => {
    expect(excerptReport('[    1.0] [ T123] watchdog: BUG: soft lockup')).toEqual({ frames: [], lastWords: undefined });
  });
});
