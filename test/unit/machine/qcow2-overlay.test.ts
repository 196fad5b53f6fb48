import { describe, expect, it } from 'vitest';
import { emptyOverlay, sizeInQcow2 } from '../../../src/machine/qcow2-overlay.ts';

const mebibyte = 1024 * 1024;

describe('an overlay', () => {
  it('names the file below it, its format and its size', () => {
    const overlay = emptyOverlay({ path: '/images/root.img', format: 'raw', sizeBytes: 512 * mebibyte });
    expect(sizeInQcow2(overlay)).toBe(512 * mebibyte);
    const nameAt = Number(overlay.readBigUInt64BE(8));
    expect(overlay.toString('utf8', nameAt, nameAt + overlay.readUInt32BE(16))).toBe('/images/root.img');
    expect(overlay.toString('latin1', 112, 115)).toBe('raw');
  });

  it('has a first table for each 512 MiB, and nothing in it', () => {
    const overlay = emptyOverlay({ path: '/i', format: 'qcow2', sizeBytes: 1025 * mebibyte });
    expect(overlay.readUInt32BE(36)).toBe(3);
    expect(overlay.subarray(Number(overlay.readBigUInt64BE(40))).every((byte) => byte === 0)).toBe(true);
  });

  it('is not made for what the format cannot hold', () => {
    expect(() => emptyOverlay({ path: '/i', format: 'raw', sizeBytes: 2 ** 42 + 512 })).toThrow(RangeError);
    expect(() => emptyOverlay({ path: `/${'i'.repeat(1023)}`, format: 'raw', sizeBytes: 512 })).toThrow(RangeError);
  });
});

it('reads no size from another file', () => {
  expect(sizeInQcow2(Buffer.alloc(512))).toBeUndefined();
});
