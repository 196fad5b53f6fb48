import { expect, it } from 'vitest';
import { readEntryImage } from '../../../src/binary/entry-image.ts';
import { bytesOf } from '../../../src/binary/read-bytes.ts';

function withMagic(magic: string): Buffer {
  const image = Buffer.alloc(128);
  image.write(magic, 56, 'latin1');
  return image;
}

function zboot({ machine = 0xaa64, pe = 64 } = {}): Buffer {
  const image = Buffer.alloc(256);
  image.write('MZ', 0, 'latin1');
  image.write('zimg', 4, 'latin1');
  image.writeUInt32LE(160, 8);
  image.writeUInt32LE(40, 12);
  image.writeUInt32LE(pe, 60);
  if (pe === 64) image.write('PE\0\0', pe, 'latin1');
  image.writeUInt16LE(machine, 68);
  return image;
}

const read = (file: Buffer): unknown => readEntryImage(bytesOf(file));

it('an Image says its architecture', () => {
  expect(read(withMagic('ARM\x64'))).toEqual({ machine: 183, payload: undefined });
  expect(read(withMagic('RSC\x05'))).toEqual({ machine: 243, payload: undefined });
});

it('an EFI program says its architecture, and where the kernel in it is', () => {
  expect(read(zboot())).toEqual({ machine: 183, payload: { offset: 160, bytes: 40 } });
  expect(read(zboot({ machine: 0x5064 }))).toEqual({ machine: 243, payload: { offset: 160, bytes: 40 } });
});

it('another file is none, nor a short one, nor an EFI program of another architecture or without a PE header', () => {
  expect(read(withMagic('HdrS'))).toBeUndefined();
  expect(read(Buffer.from('ARM\x64'))).toBeUndefined();
  expect(read(zboot({ machine: 0x8664 }))).toBeUndefined();
  expect(read(zboot({ pe: 0xfffffff0 }))).toBeUndefined();
});
