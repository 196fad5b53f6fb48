import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressionOf, readBzImage } from '../../../src/provision/kernel/bzimage.ts';
import { splitPayload } from '../../../src/provision/kernel/unpack-kernel.ts';
import { bzImage } from './kernel-images.ts';

describe('a bzImage', () => {
  it('says its release and where its payload is', () => {
    const payload = Buffer.from('packed kernel');
    expect(readBzImage(bzImage(payload, '6.1.0-56-amd64'))).toEqual({ release: '6.1.0-56-amd64', payload });
  });

  it('is distinguished from other files, truncated images and images without a payload offset', () => {
    expect(readBzImage(Buffer.alloc(4096))).toBeUndefined();
    expect(readBzImage(Buffer.from('short'))).toBeUndefined();
    const whole = bzImage(Buffer.alloc(5000, 1));
    expect(readBzImage(whole.subarray(0, 4000))).toBeUndefined();
    expect(readBzImage(bzImage(Buffer.alloc(10), 'old', 0x0207))).toBeUndefined();
  });

  it('without a version text has no release', () => {
    const image = bzImage(Buffer.from('packed'));
    image.writeUInt16LE(0, 0x20e);
    expect(readBzImage(image)?.release).toBeUndefined();
  });
});

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
