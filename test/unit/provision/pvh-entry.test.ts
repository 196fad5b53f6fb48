import { describe, expect, it } from 'vitest';
import { hasPvhEntry } from '../../../src/provision/kernel/boot-image.ts';
import { elfWithNotes } from './kernel-images.ts';

describe('a kernel can be entered directly', () => {
  it.each([32, 64] as const)('when a %i-bit ELF file has Xen’s note of type 18, wherever it stands', (bits) => {
    const others = [
      { owner: 'GNU', type: 3, content: 'odd length' },
      { owner: 'Xen', type: 6, content: 'linux' },
    ];
    expect(hasPvhEntry(elfWithNotes([...others, { owner: 'Xen', type: 18 }], bits))).toBe(true);
    expect(hasPvhEntry(elfWithNotes([...others, { owner: 'Linux', type: 18 }], bits))).toBe(false);
  });

  it('not when the file is no ELF', () => {
    expect(hasPvhEntry(Buffer.alloc(1000, 'Xen'))).toBe(false);
  });
});
