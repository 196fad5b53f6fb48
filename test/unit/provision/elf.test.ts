import { describe, expect, it } from 'vitest';
import { bannerRelease, elfNotes, hasPvhEntry } from '../../../src/provision/kernel/elf.ts';
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

  it('not when the file is no ELF, or cut off before its notes', () => {
    expect(hasPvhEntry(Buffer.alloc(1000, 'Xen'))).toBe(false);
    expect(elfNotes(elfWithNotes([{ owner: 'Xen', type: 18 }]).subarray(0, 130))).toEqual([]);
  });
});

describe('the release in a kernel’s banner', () => {
  it('is found past format strings of the same words', () => {
    const file = Buffer.from(
      '\0Linux version %s\0Linux version 6.12.117+deb12-rt-amd64 (debian-kernel@lists) (gcc-12)\0',
    );
    expect(bannerRelease(file)).toBe('6.12.117+deb12-rt-amd64');
  });

  it('is not found where there is none', () => {
    expect(bannerRelease(Buffer.from('Linux version %s (%s)\0'))).toBeUndefined();
  });
});
