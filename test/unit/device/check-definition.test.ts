import { expect, it } from 'vitest';
import { defineDevice, type Bars } from 'qemu-driver-test/device';

const pci = { vendor: 1, device: 2, class: 3 };

/** A model in JavaScript has no compiler to tell it; hence bars as unknown. */
function problemsOf(bars: unknown, rest: object = {}): string {
  try {
    defineDevice({ name: 'd', pci, bars: bars as Bars, ...rest });
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message.replace('device d:\n  ', '') : String(error);
  }
}

it.each([
  [{ 0: { size: 100 } }, {}, 'bar 0: expected a size that is a power of two from 16 to 2 GiB, found 100'],
  [
    { 0: { size: 16, is64Bit: true }, 1: { size: 16 } },
    {},
    'bar 0: a 64-bit bar takes the next number, too, which is not free',
  ],
  [{ 0: { size: 16, registers: { A: { at: 16 } } } }, {}, 'A: bytes 0x10 to 0x13 are not in bar 0 of 0x10 bytes'],
  [{ 0: { size: 16, registers: { A: { at: 0 }, B: { at: 2, width: 2 } } } }, {}, 'B: at 0x2, it overlaps A'],
  [{ 0: { size: 16, registers: { A: { at: 2 } } } }, {}, 'A: at 0x2, expected a multiple of its width 4'],
  [
    { 0: { size: 16, registers: { A: { at: 0, width: 1, reset: 256 } } } },
    {},
    'A: its reset value 0x100 has more than 8 bits',
  ],
  [
    { 0: { size: 16, registers: { A: { at: 0, access: 'W' } } } },
    {},
    'A: expected an access of RO, RW, WO, W1C, W1S, RC, found W',
  ],
  [
    { 0: { size: 16, registers: { A: { at: 0, fields: { F: { bits: [0, 3] } } } } } },
    {},
    'A.F: expected bits from 0 to 31, the highest first, found [0,3]',
  ],
  [
    { 0: { size: 16, registers: { A: { at: 0, fields: { F: { bits: [3, 0] }, G: { bits: 3 } } } } } },
    {},
    'A.G: it overlaps another field',
  ],
  [
    { 0: { size: 16, registers: { A: { at: 0, lockedBy: 'A.F' } } } },
    {},
    'A: lockedBy: expected REGISTER.FIELD of this device, found A.F',
  ],
  [
    { 0: { size: 16, registers: { A: { at: 0 } } }, 1: { size: 16, registers: { A: { at: 0 } } } },
    {},
    'A: two registers have this name',
  ],
  [{ 0: { size: 16 } }, { write: { A: () => undefined } }, 'a handler for A: no such register'],
  [{ 0: { size: 16 } }, { interrupts: { msi: 3 } }, 'interrupts.msi: expected 1, 2, 4, 8, 16 or 32 vectors, found 3'],
  [
    { 0: { size: 4096 } },
    { interrupts: { msix: { vectors: 4, bar: 0 } } },
    'interrupts.msix: its table and pending bits end at 0x1008, but bar 0 has 0x1000 bytes',
  ],
  [
    { 0: { size: 16 } },
    { controls: { c: { type: 'number', initial: 5, max: 4 } } },
    'control c: expected a number up to 4, found 5, as its initial value',
  ],
  [
    { 0: { size: 16 } },
    { pci: { ...pci, vendor: 0x1ffff } },
    'pci.vendor: expected a whole number up to 0xfffe, found 131071',
  ],
])('%j %j: %s', (bars, rest, problem) => {
  expect(problemsOf(bars, rest)).toBe(problem);
});

it('reports all problems together', () => {
  expect(problemsOf({ 0: { size: 3 }, 1: { size: 5 } }).split('\n')).toHaveLength(2);
});
