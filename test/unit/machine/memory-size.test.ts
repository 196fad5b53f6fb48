import { describe, expect, it } from 'vitest';
import { memoryBytes, memoryMiB, templateObstacle } from '../../../src/machine/memory-size.ts';

const mebibyte = 1024 * 1024;

it.each([
  [undefined, 128 * mebibyte],
  ['256', 256 * mebibyte],
  ['256M', 256 * mebibyte],
  ['size=1g', 1024 * mebibyte],
  ['524288K', 512 * mebibyte],
  ['1G,slots=2,maxmem=4G', undefined],
  ['1.5G', 1536 * mebibyte],
  ['1.5G,maxmem=4G', undefined],
  ['1001K', 1008 * 1024],
  ['lots', undefined],
])('-m %s', (text, bytes) => expect(memoryBytes(text)).toBe(bytes));

it.each([
  [[['-m', '256']], undefined],
  [
    [
      ['-m', '256'],
      ['-m', '1G,slots=2,maxmem=4G'],
    ],
    'its memory option is more than a size: -m 1G,slots=2,maxmem=4G',
  ],
  [[['-object', 'memory-backend-ram,id=m,size=1G']], 'it has its own memory backend'],
  [[['-machine', 'q35,memory-backend=m']], 'it has its own memory backend'],
  [[['-numa', 'node']], 'it has its own memory backend'],
])('a machine with %j', (places, obstacle) => expect(templateObstacle(places)).toBe(obstacle));

describe('memoryMiB', () => {
  it.each([
    [[], 128],
    [['-m', '256'], 256],
    [['-m', '256M'], 256],
    [['-m', '1G'], 1024],
    [['-m', '1.5g'], 1536],
    [['-m', '0.5G'], 512],
    [['-m', '524288K'], 512],
    [['-m', '1T'], 1024 * 1024],
    [['-m', '536870912B'], 512],
    [['-m', 'size=512M,slots=2,maxmem=4G'], 512],
    [['-m', 'slots=2,maxmem=4G,size=1G'], 1024],
    [['-m', '512,slots=2'], 512],
    [['-m', 'maxmem=4G'], 128],
    [['-m', 'much'], 128],
    [['-m', ''], 128],
  ])('of %j is %d', (args, mebibytes) => {
    expect(memoryMiB([args])).toBe(mebibytes);
  });

  it('is that of the most specific place', () => {
    expect(memoryMiB([['-m', '256'], ['-m', '1G'], []])).toBe(1024);
  });
});
