import { beforeEach, describe, expect, it } from 'vitest';
import { Pl061 } from '../../../../src/device/tree/pl061.ts';

const register = { direction: 0x400, isLevel: 0x404, isBoth: 0x408, isHigh: 0x40c, enabled: 0x410 } as const;
const raw = 0x414;
const masked = 0x418;
const clear = 0x41c;

describe('a chip with eight lines', () => {
  let messages: number;
  let driven: string[];
  let chip: Pl061;

  beforeEach(() => {
    messages = 0;
    driven = [];
    chip = new Pl061(
      () => messages++,
      (line, isHigh) => driven.push(`${line} ${isHigh ? 'high' : 'low'}`),
    );
  });

  function configure(values: Partial<Record<keyof typeof register, number>>): void {
    for (const [name, value] of Object.entries(values)) chip.write(register[name as keyof typeof register], value);
  }

  it('tells of a level once, and again when it is let through and still there', () => {
    configure({ isLevel: 4, isHigh: 4, enabled: 4 });
    chip.drive(2, true);
    expect([messages, chip.read(masked)]).toEqual([1, 4]);
    configure({ enabled: 0 });
    expect([messages, chip.read(raw), chip.read(masked)]).toEqual([1, 4, 0]);
    configure({ enabled: 4 });
    expect(messages).toBe(2);
    configure({ enabled: 0 });
    chip.drive(2, false);
    configure({ enabled: 4 });
    expect([messages, chip.read(raw)]).toEqual([2, 0]);
  });

  it('tells of a low level, which is there before anybody drives the line', () => {
    configure({ isLevel: 1 });
    expect(chip.read(raw)).toBe(1);
    configure({ enabled: 1 });
    expect(messages).toBe(1);
    chip.drive(0, true);
    expect([messages, chip.read(masked)]).toEqual([1, 0]);
  });

  it.each([
    ['a rising edge', { isHigh: 1 }, [true, false, true], 2],
    ['a falling edge', {}, [true, false, true], 1],
    ['both', { isBoth: 1 }, [true, false, true], 3],
  ])('tells of %s', (_, kind, levels, count) => {
    configure({ ...kind, enabled: 1 });
    for (const level of levels) {
      chip.drive(0, level);
      chip.write(clear, 1);
    }
    expect(messages).toBe(count);
  });

  it('keeps an edge that comes while its line is masked', () => {
    configure({ isHigh: 2 });
    chip.drive(1, true);
    chip.drive(1, false);
    expect([messages, chip.read(raw)]).toEqual([0, 2]);
    configure({ enabled: 2 });
    expect([messages, chip.read(masked)]).toEqual([1, 2]);
    chip.write(clear, 2);
    expect(chip.read(raw)).toBe(0);
  });

  it('has an event without a cause until the kernel masks the level', () => {
    configure({ isLevel: 1, isHigh: 1, enabled: 1 });
    chip.pulse(0);
    expect([messages, chip.read(masked)]).toEqual([1, 1]);
    configure({ enabled: 0 });
    configure({ enabled: 1 });
    expect([messages, chip.read(masked)]).toEqual([1, 0]);
  });

  it('has the lines that the guest drives by a mask in the address', () => {
    configure({ direction: 0b11 });
    chip.write(0b01 << 2, 0xff);
    expect(driven).toEqual(['0 high']);
    chip.drive(3, true);
    expect([chip.read(0xff << 2), chip.read(0b1000 << 2)]).toEqual([0b1001, 0b1000]);
    chip.write(0b11 << 2, 0b10);
    expect(driven).toEqual(['0 high', '0 low', '1 high']);
    chip.reset();
    expect(driven.at(-1)).toBe('1 low');
    expect(chip.read(0xff << 2)).toBe(0b1000);
  });

  it('says what it is', () => {
    const identity = Array.from({ length: 8 }, (_, index) => chip.read(0xfe0 + 4 * index));
    expect(identity).toEqual([0x61, 0x10, 0x04, 0x00, 0x0d, 0xf0, 0x05, 0xb1]);
  });
});
