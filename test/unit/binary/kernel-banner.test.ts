import { describe, expect, it } from 'vitest';
import { bannerRelease } from '../../../src/binary/kernel-banner.ts';

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
