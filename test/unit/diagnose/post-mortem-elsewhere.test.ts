import { describe, expect, it } from 'vitest';
import { lockupFindings } from '../../../src/diagnose/lockup-finding.ts';
import { describePostMortem, readPostMortem } from '../../../src/diagnose/post-mortem.ts';

/** arm64 as QEMU shows it, in the kernel with interrupts off. */
function arm(pointer: string, ...code: readonly string[]): string {
  return [
    'CPU#0',
    ` PC=${pointer} X00=0000000000000000`,
    'X29=ffff800080003ef0 X30=ffffaecc715baec4  SP=ffff800080003ef0',
    'PSTATE=00000000804000c5 N--- EL1h     FPCR=00000000 FPSR=00000000',
    'code from the instruction before:',
    `0x${pointer}:  d503203f  yield`,
    ...code,
    '',
  ].join('\n');
}

const named = [
  'where it is, by the code of the modules under test:',
  'interrupts are off, as before',
  'pc : live_stuck+0xc/0x18 [live]',
  'lr : 0xffffaecc715baec4',
  'Call trace:',
  ' live_stuck+0xc/0x18 [live]',
  ' 0xffffaecc715baec4',
  ' live_all_stuck+0x30/0x38 [live]',
];

const asked = [
  '[   11.601280] sysrq: Show backtrace of all active CPUs',
  '[   11.603651] NMI backtrace for cpu 0',
  '[   11.604042] CPU: 0 UID: 0 PID: 166 Comm: run Not tainted 6.12.117+deb12-arm64 #1  Debian 6.12.117-1~deb12u1',
  '[   11.604151] Hardware name: linux,dummy-virt (DT)',
];

function words(registers: string, console: readonly string[]): readonly string[] {
  return describePostMortem(readPostMortem({ registers, console: `${console.join('\n')}\n` }));
}

describe('a machine of arm64', () => {
  it('is read from the code of its modules when its kernel cannot be asked, and is locked up', () => {
    const reading = readPostMortem({ registers: arm('ffffaecc51320084', ...named), console: '' });
    expect(describePostMortem(reading)).toEqual(['CPU 0 in live_stuck+0xc [live], interrupts off']);
    const ending = { kind: 'deadline', timeoutMs: 8000, answering: false } as const;
    expect(lockupFindings(ending, 'a line\n', reading)).toMatchObject([
      { kind: 'hard-lockup', title: 'BUG: hard lockup in live_stuck' },
    ]);
    const once = readPostMortem({ registers: arm('ffffaecc51320084', ...named.toSpliced(1, 1)), console: '' });
    expect(lockupFindings(ending, 'a line\n', once)).toEqual([]);
  });

  it('names who called what is in no module', () => {
    const lines = named.with(2, 'pc : 0xffffaecc7232b000').with(5, ' 0xffffaecc7232b000');
    expect(words(arm('ffffaecc7232b000', ...lines), [])).toEqual([
      'CPU 0 at 0xffffaecc7232b000, called from live_all_stuck+0x30 [live], interrupts off',
    ]);
  });

  it('was interrupted where its own trace goes on below the interrupt, so that interrupts are on', () => {
    const below = ['el1_interrupt+0x34/0x58', 'el1h_64_irq+0x64/0x68', 'live_soft_lockup+0x8/0x20 [live]'];
    const trace = ['Call trace:', ' dump_backtrace+0xa0/0x128', ...below.map((frame) => ` ${frame}`)];
    const lines = trace.map((line) => `[   11.604289] ${line}`);
    expect(words(arm('ffffaecc7201db64'), [...asked, ...lines])).toEqual(['CPU 0 in live_soft_lockup+0x8 [live]']);
  });

  it.each([
    ['by itself', ['Call trace:', ' dump_backtrace+0xa0/0x128', ' el0t_64_irq+0x190/0x198']],
    ['by another one', ['pstate: 80001000 (Nzcv daif -PAN -UAO)', 'pc : 000000000041ccbc', 'lr : 000000000041ccbc']],
  ])('runs a program if that is what was interrupted, asked %s', (_, said) => {
    const lines = said.map((line) => `[   11.604289] ${line}`);
    expect(words(arm('ffffffffff5f4480'), [...asked, ...lines])).toEqual(['CPU 0 runs run (pid 166)']);
  });
});
