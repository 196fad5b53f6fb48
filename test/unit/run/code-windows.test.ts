import { describe, expect, it } from 'vitest';
import type { ProcessorState } from '../../../src/architecture/registers.ts';
import { describeCode, readCode } from '../../../src/run/evidence/code-windows.ts';

const stuck: ProcessorState = {
  pointer: 'ffff800000001004',
  name: 'PC',
  interruptsOff: true,
  isHalted: false,
  isUser: false,
  waitBytes: 4,
  callers: { link: 'ffff800000002000', frame: 'ffff900000000100', pairAt: 0 },
};

/** A monitor that has these words of memory; everything else cannot be read. */
function monitor(answers: Readonly<Record<string, string>>): (command: string) => Promise<string> {
  return (command) => Promise.resolve(answers[command] ?? 'Cannot access memory\r\n');
}

const line = (address: string): string => `${address}: 0x00000001 0x00000002 0x00000003 0x00000004\r\n`;

describe('what a stuck processor runs', () => {
  it('is read around its position and its callers, as far as there is memory', async () => {
    const ask = monitor({
      // The page before that of the position is none.
      'x/40xw 0xffff800000001000': line('ffff800000001000'),
      'x/40xw 0xffff800000001fa0': line('ffff800000001fa0') + line('ffff800000001fb0'),
      'x/2xg 0xffff900000000100': 'ffff900000000100: 0xffff900000000180 0xffff800000003010\r\n',
      'x/2xg 0xffff900000000180': 'ffff900000000180: 0x0000000000000000 0xffff800000004000\r\n',
      'x/40xw 0xffff800000003000': line('ffff800000003000') + line('ffff800000003010'),
    });
    const places = await readCode(stuck, ask);
    expect(places.map(({ role, address, bytes, at }) => [role, address.toString(16), bytes.length, at])).toEqual([
      ['position', 'ffff800000001004', 16, 4],
      ['return', 'ffff800000003010', 32, 16],
    ]);
    expect(places[0]?.bytes.readUInt32LE(4)).toBe(2);
  });

  it('ends with a chain of frames that leads back, and with what is no answer', async () => {
    const ask = monitor({ 'x/2xg 0xffff900000000100': 'ffff900000000100: 0xffff900000000100 0xffff800000003010\r\n' });
    expect(await readCode(stuck, ask)).toEqual([]);
    expect(await readCode(stuck, monitor({ 'x/2xg 0xffff900000000100': 'unknown command: x\r\n' }))).toEqual([]);
    expect(await readCode({ ...stuck, callers: undefined }, ask)).toEqual([]);
  });

  it('is written as the kernel would, if a module has any of it', () => {
    const code = { bytes: Buffer.alloc(8), at: 4 };
    const places = [
      { ...code, role: 'position', address: 0xffff800000001004n },
      { ...code, role: 'link', address: 0xffff800000002000n },
      { ...code, role: 'return', address: 0xffff800000003010n },
    ] as const;
    const nameCode = (): readonly (string | undefined)[] => ['edu_stuck+0x4/0x10 [edu]', undefined, undefined];
    expect(describeCode(places, { nameCode, isAgain: true })).toEqual([
      'where it is, by the code of the modules under test:',
      'interrupts are off, as before',
      'pc : edu_stuck+0x4/0x10 [edu]',
      'lr : 0xffff800000002000',
      'Call trace:',
      ' edu_stuck+0x4/0x10 [edu]',
      ' 0xffff800000003010',
    ]);
    expect(describeCode(places, { nameCode: () => places.map(() => undefined), isAgain: false })).toEqual([]);
  });
});
