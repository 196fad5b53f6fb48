import { describe, expect, it } from 'vitest';
import { keepsFileOfClones, memoryObstacle, wouldTakeFromOthers } from '../../../src/machine/private-memory.ts';

describe('the memory file of clones', () => {
  it('is kept as it is by QEMU from 8.2 on', () => {
    const versions = ['7.2.19', '8.1.5', '8.2.2', '9.0', '10.0.2', '11.1.3'];
    expect(versions.map((version) => keepsFileOfClones(version))).toEqual([false, false, true, true, true, true]);
  });

  it('is out of reach of a device that gives memory back, or there are no clones with it', () => {
    expect(wouldTakeFromOthers('virtio-balloon-pci', '7.2.19')).toBe(true);
    expect(wouldTakeFromOthers('virtio-balloon-pci', '11.1.3')).toBe(false);
    expect(wouldTakeFromOthers('virtio-blk-pci', '7.2.19')).toBe(false);
    const args = [
      ['-m', '512'],
      ['-device', 'virtio-balloon-pci,id=b'],
    ];
    expect(memoryObstacle(args, '7.2.19')).toBe(
      'with virtio-balloon-pci,id=b, QEMU 7.2.19 would take memory from other clones, too (QEMU 8.2 or later does not)',
    );
    expect(memoryObstacle(args, '11.1.3')).toBeUndefined();
    expect(memoryObstacle([['-device', 'edu']], '7.2.19')).toBeUndefined();
  });
});
