import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressionOf } from '../../../src/provision/kernel/decompress.ts';
import { splitPayload } from '../../../src/provision/kernel/unpack-kernel.ts';

describe('a payload', () => {
  const size = Buffer.from([0x39, 0x30, 0, 0]);
  it.each([
    ['xz', 'fd377a585a00'],
    ['zstd', '28b52ffd'],
    ['lz4', '02214c18'],
  ])('of %s ends with the unpacked size, which is not part of the stream', (compression, magic) => {
    const stream = Buffer.concat([Buffer.from(magic, 'hex'), Buffer.from('stream')]);
    expect(splitPayload(Buffer.concat([stream, size]))).toEqual({ compression, packed: stream, unpackedBytes: 12345 });
  });

  it('of gzip ends with its own record of the size', () => {
    const stream = gzipSync(Buffer.alloc(777));
    expect(splitPayload(stream)).toEqual({ compression: 'gzip', packed: stream, unpackedBytes: 777 });
  });

  it('of an unknown kind is left alone', () => {
    expect(splitPayload(Buffer.from('BZh91AY&SY'))).toBeUndefined();
  });
});

it('LZ4 is known by both of its formats', () => {
  expect(compressionOf(Buffer.from('04224d18', 'hex'))).toBe('lz4');
  expect(compressionOf(Buffer.from('02214c18', 'hex'))).toBe('lz4');
  expect(compressionOf(Buffer.from('7f454c46', 'hex'))).toBe('none');
});
