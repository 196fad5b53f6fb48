import { describe, expect, it } from 'vitest';
import { nearestName, nearestNames } from '../../../src/text/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['timeuot', ['timeout', 'kernel'], 'timeout'],
    ['kernal', ['kernel', 'qemu'], 'kernel'],
    ['Setup', ['setup', 'info'], 'setup'],
    ['disk_image', ['disk-image'], 'disk-image'],
    ['qem', ['qemu', 'qemu-args'], 'qemu'],
    ['colour', ['kernel', 'qemu'], undefined],
    ['x', [], undefined],
  ])('takes %s for the nearest of %j', (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });
});

describe('nearestNames', () => {
  it('gives the nearest first, and no more than asked for', () => {
    expect(nearestNames('dma-read', ['dma-reed2', 'dma-write', 'dma-reed', 'irq'], 2)).toEqual([
      'dma-reed',
      'dma-reed2',
    ]);
  });
});
