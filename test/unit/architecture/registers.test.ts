import { describe, expect, it } from 'vitest';
import { readProcessorState } from '../../../src/architecture/registers.ts';

describe('a processor as QEMU shows it', () => {
  it.each([
    [
      'x86-64 in the kernel, interrupts off',
      'CPU#0\nRAX=0000000000000000\nRIP=ffffffff81000010 RFL=00000046 [-------] CPL=0 II=0 A20=1 SMM=0 HLT=0\n',
      {
        name: 'RIP',
        pointer: 'ffffffff81000010',
        interruptsOff: true,
        isHalted: false,
        isUser: false,
        waitBytes: 0,
        callers: undefined,
      },
    ],
    [
      'x86-64, waiting',
      'CPU#1\nRIP=ffffffff81000010 RFL=00000246 [---Z-P-] CPL=0 II=0 A20=1 SMM=0 HLT=1\n',
      {
        name: 'RIP',
        pointer: 'ffffffff81000010',
        interruptsOff: false,
        isHalted: true,
        isUser: false,
        waitBytes: 0,
        callers: undefined,
      },
    ],
    [
      'arm64 in the kernel, interrupts off',
      'CPU#0\n PC=ffffd67efa31103c X00=0000000000000000 X01=ffffd67efa315060\n' +
        'PSTATE=00000000004000c5 ---- EL1h     FPCR=00000000 FPSR=00000000\n',
      {
        name: 'PC',
        pointer: 'ffffd67efa31103c',
        interruptsOff: true,
        isHalted: false,
        isUser: false,
        waitBytes: 4,
        callers: undefined,
      },
    ],
    [
      'arm64 in a program, with a processor that has branch targets',
      'CPU#0\n PC=0000000000401000 X00=0000000000000000\nPSTATE=0000000060001000 -ZC- EL0t  BTYPE=0\n',
      {
        name: 'PC',
        pointer: '0000000000401000',
        interruptsOff: false,
        isHalted: false,
        isUser: true,
        waitBytes: 4,
        callers: undefined,
      },
    ],
    [
      'riscv64 in the kernel, interrupts on',
      'CPU#0\n V      =   0\n pc       ffffffff80a01234\n mhartid  0000000000000000\n mstatus  0000000a000000a2\n',
      {
        name: 'pc',
        pointer: 'ffffffff80a01234',
        interruptsOff: false,
        isHalted: false,
        isUser: false,
        waitBytes: 4,
        callers: undefined,
      },
    ],
    [
      'riscv64 in a program, where nothing turns interrupts off',
      'CPU#0\n V      =   0\n pc       0000000000010124\n mhartid  0000000000000000\n mstatus  0000000a00000080\n',
      {
        name: 'pc',
        pointer: '0000000000010124',
        interruptsOff: false,
        isHalted: false,
        isUser: true,
        waitBytes: 4,
        callers: undefined,
      },
    ],
  ])('%s', (_, text, state) => {
    expect(readProcessorState(text)).toEqual(state);
  });

  it.each([
    [
      'arm64',
      ' PC=ffffaecc51320084 X00=0\nX29=ffff800080003ef0 X30=ffffaecc715baec4  SP=ffff800080003ef0\n' +
        'PSTATE=00000000804000c5 N--- EL1h     FPCR=00000000\n',
      { link: 'ffffaecc715baec4', frame: 'ffff800080003ef0', pairAt: 0 },
    ],
    [
      'riscv64',
      ' pc       ffffffff80a01234\n mstatus  0000000a000000a0\n' +
        ' x0/zero  0000000000000000 x1/ra    ffffffff80002912 x2/sp    ff200000003cb880\n' +
        ' x8/s0    ff200000003cb890 x9/s1    0000000000000070\n',
      { link: 'ffffffff80002912', frame: 'ff200000003cb890', pairAt: -16 },
    ],
  ])('has callers on %s', (_, registers, callers) => {
    expect(readProcessorState(`CPU#0\n${registers}`)?.callers).toEqual(callers);
  });

  it('is where it was interrupted if it has just entered the handler of riscv64', () => {
    const registers = (status: string, before: string): string =>
      ` pc            ffffffff80a81240\n stvec         ffffffff80a81240\n sepc          ${before}\n` +
      ` mstatus       ${status}\n`;
    expect(readProcessorState(registers('0000000a00004120', 'ffffffff0211b066'))).toMatchObject({
      pointer: 'ffffffff0211b066',
      interruptsOff: false,
    });
    expect(readProcessorState(registers('0000000a00004100', 'ffffffff0211b066'))).toMatchObject({
      interruptsOff: true,
    });
    expect(readProcessorState(registers('0000000a000040a0', '0000000000054520'))).toMatchObject({ isUser: true });
  });

  it.each([
    ['arm64', ' PC=ffffd67efa31103c X00=0\nPSTATE=00000000600000c5 -ZC- EL1h\n', 'd503207f  wfi'],
    ['riscv64', ' pc       ffffffff80a73f30\n mstatus  0000000a000000a0\n', '10500073          wfi'],
  ])('waits on %s if the instruction before says so', (_, registers, wait) => {
    const lines = ['code from the instruction before:', `0xfff8:  ${wait}`, '0xfffc:  d65f03c0  ret', ''];
    const code = lines.join('\n');
    expect(readProcessorState(`CPU#0\n${registers}${code}`)?.isHalted).toBe(true);
    const other = code.replace('wfi', 'nop').replace('ret', 'wfi');
    expect(readProcessorState(`CPU#0\n${registers}${other}`)?.isHalted).toBe(false);
  });

  it('is nothing where a register is missing, or of another architecture', () => {
    expect(readProcessorState('CPU#0\n PC=ffffd67efa31103c X00=0\n')).toBeUndefined();
    expect(readProcessorState('CPU#0\n pc       ffffffff80a01234\n')).toBeUndefined();
    expect(readProcessorState('NIP c000000000000100   LR c000000000000200\n')).toBeUndefined();
  });
});
