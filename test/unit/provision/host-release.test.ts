import { describe, expect, it } from 'vitest';
import { defaultKernelFor, parseOsRelease, releaseFor } from '../../../src/provision/apt/releases.ts';

const noble =
  'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\n';

describe('a host', () => {
  it('identifies itself', () => {
    expect(parseOsRelease(noble)).toEqual({ id: 'ubuntu', like: ['debian'], version: '24.04' });
    expect(parseOsRelease('ID=\'linuxmint\'\nID_LIKE="ubuntu debian"')).toEqual({
      id: 'linuxmint',
      like: ['ubuntu', 'debian'],
      version: '',
    });
    expect(parseOsRelease('')).toEqual({ id: '', like: [], version: '' });
  });

  it.each([
    [noble, 'ubuntu', 'ubuntu:24.04'],
    ['ID=ubuntu\nVERSION_ID="26.04"', 'ubuntu', 'ubuntu:26.04'],
    ['ID=ubuntu\nVERSION_ID="22.04"', 'ubuntu', 'ubuntu:24.04'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="26.04"', 'ubuntu', 'ubuntu:24.04'],
    ['ID=debian\nVERSION_ID="12"', 'debian', 'debian:6.12'],
    ['ID=raspbian\nID_LIKE=debian', 'debian', 'debian:6.12'],
    ['ID=fedora', 'debian', 'debian:6.12'],
    ['', 'debian', 'debian:6.12'],
  ])('gets its own packages where we know them: %j', (text, distribution, kernel) => {
    const system = parseOsRelease(text);
    expect([releaseFor(system).distribution, defaultKernelFor(system)]).toEqual([distribution, kernel]);
  });
});
