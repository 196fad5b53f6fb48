import { describe, expect, it } from 'vitest';
import { type CodeWindow, findCode } from '../../../src/binary/find-code.ts';
import type { CodeSection } from '../../../src/binary/module-code.ts';

const functionBytes = 128;

/** Two functions, each instruction unlike all others. */
function section(change: (bytes: Buffer) => void = () => undefined): CodeSection {
  const bytes = Buffer.alloc(2 * functionBytes);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(0xd5000000 + at * 7919, at);
  change(bytes);
  const symbol = { isCode: true, section: 1, sizeBytes: functionBytes };
  return {
    bytes,
    changed: new Uint8Array(bytes.length),
    symbols: [
      { ...symbol, name: 'edu_read', value: 0n },
      { ...symbol, name: 'edu_write', value: BigInt(functionBytes) },
    ],
  };
}

/** What a guest's memory has around a place in it. */
function memory(
  { bytes }: CodeSection,
  position: number,
  change: (bytes: Buffer) => void = () => undefined,
): CodeWindow {
  const copy = Buffer.from(bytes);
  change(copy);
  const from = Math.max(0, position - 96);
  return { bytes: copy.subarray(from, from + 160), at: position - from };
}

describe('a place in a module, by its instructions', () => {
  it.each([
    ['at the beginning', 0, { symbol: 'edu_read', offset: 0 }],
    ['in the middle', 100, { symbol: 'edu_read', offset: 100 }],
    ['in the last function', functionBytes + 60, { symbol: 'edu_write', offset: 60 }],
    ['at the end', 2 * functionBytes - 4, { symbol: 'edu_write', offset: functionBytes - 4 }],
  ])('is found %s', (_, position, place) => {
    expect(findCode([section()], memory(section(), position))).toEqual({ ...place, spanBytes: functionBytes });
  });

  it('is found where the loader has completed instructions, and only there', () => {
    const code = section();
    const loaded = memory(code, 100, (bytes) => bytes.fill(0x1f, 64, 88));
    expect(findCode([code], loaded)).toBeUndefined();
    code.changed.fill(1, 64, 88);
    expect(findCode([code], loaded)).toMatchObject({ symbol: 'edu_read', offset: 100 });
  });

  it('is found with a breakpoint in it', () => {
    const loaded = memory(section(), 100, (bytes) => bytes.writeUInt32LE(0xd4200000, 100));
    expect(findCode([section()], loaded)).toMatchObject({ offset: 100 });
  });

  it('is not found in other code, in too little of it, and where two places are alike', () => {
    const other = { bytes: Buffer.alloc(160, 0x5a), at: 96 };
    expect(findCode([section()], other)).toBeUndefined();
    const little = { bytes: section().bytes.subarray(0, 40), at: 20 };
    expect(findCode([section()], little)).toBeUndefined();
    const twice = section((bytes) => bytes.copy(bytes, functionBytes, 0, functionBytes));
    const inside = { bytes: twice.bytes.subarray(0, functionBytes), at: 64 };
    expect(findCode([twice], inside)).toBeUndefined();
    expect(findCode([], inside)).toBeUndefined();
  });
});
