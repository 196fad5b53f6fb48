import { describe, expect, it } from 'vitest';
import { loadedEnd } from '../../../src/binary/loaded-end.ts';
import { readBzImage, readPayload, releaseOf } from '../../../src/binary/bzimage.ts';
import { bytesOf } from '../../../src/binary/read-bytes.ts';
import { bzImage, elfWithNotes } from '../provision/kernel-images.ts';

describe('a bzImage', () => {
  it('says its release and where its payload is', () => {
    const payload = Buffer.from('packed kernel');
    const read = bytesOf(bzImage(payload, '6.1.0-56-amd64'));
    const image = readBzImage(read);
    expect(image?.versionText).toBe('6.1.0-56-amd64 (someone@somewhere) #1 SMP');
    expect(image && releaseOf(image)).toBe('6.1.0-56-amd64');
    expect(image && readPayload(read, image)).toEqual(payload);
  });

  it('is told from other files, from images cut short and from those of before payloads were announced', () => {
    const readOf = (file: Buffer): unknown => readBzImage(bytesOf(file));
    expect(readOf(Buffer.alloc(4096))).toBeUndefined();
    expect(readOf(Buffer.from('short'))).toBeUndefined();
    const whole = bzImage(Buffer.alloc(5000, 1));
    expect(readOf(whole.subarray(0, 4000))).toBeUndefined();
    expect(readOf(bzImage(Buffer.alloc(10), 'old', 0x0207))).toBeUndefined();
  });

  it('without a version text, or with one that does not end, has no release', () => {
    const image = bzImage(Buffer.from('packed'));
    image.writeUInt16LE(0, 0x20e);
    const endless = bzImage(Buffer.alloc(5000, 'x'));
    endless.writeUInt16LE(0x1000 - 512, 0x20e);
    for (const file of [image, endless]) {
      const found = readBzImage(bytesOf(file));
      expect(found).toBeDefined();
      expect(found && releaseOf(found)).toBeUndefined();
    }
  });
});

describe('the memory that a kernel takes', () => {
  const mebibyte = 1024 ** 2;

  it('ends where the last loaded segment of a vmlinux ends', () => {
    const elf = elfWithNotes([]);
    elf.writeUInt32LE(1, 64);
    elf.writeBigUInt64LE(BigInt(16 * mebibyte), 64 + 24);
    elf.writeBigUInt64LE(BigInt(50 * mebibyte), 64 + 40);
    expect(loadedEnd(bytesOf(elf))).toBe(66 * mebibyte);
    const small = elfWithNotes([], 32);
    small.writeUInt32LE(1, 52);
    small.writeUInt32LE(mebibyte, 52 + 12);
    small.writeUInt32LE(2 * mebibyte, 52 + 20);
    expect(loadedEnd(bytesOf(small))).toBe(3 * mebibyte);
  });

  it('is what the header of a bzImage says', () => {
    const image = bzImage(Buffer.from('packed'));
    image.writeBigUInt64LE(BigInt(16 * mebibyte), 0x258);
    image.writeUInt32LE(60 * mebibyte, 0x260);
    expect(loadedEnd(bytesOf(image))).toBe(76 * mebibyte);
  });

  it('is not known of other files, of old images, and of those cut short', () => {
    const old = bzImage(Buffer.alloc(5000), 'old', 0x0209);
    for (const file of [Buffer.alloc(4096), Buffer.from('short'), old, old.subarray(0, 0x250), elfWithNotes([])])
      expect(loadedEnd(bytesOf(file))).toBeUndefined();
  });
});
