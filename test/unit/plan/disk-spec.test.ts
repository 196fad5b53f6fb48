import { describe, expect, it } from 'vitest';
import { parseDiskSpec } from '../../../src/plan/disk-spec.ts';

const digest = 'a'.repeat(64);

function specOf(text: string): unknown {
  const parsed = parseDiskSpec(text, '/work/suite');
  return parsed.kind === 'spec' ? parsed.spec : parsed.problem.message;
}

describe('a disk image', () => {
  it.each([
    ['../root.qcow2', { kind: 'path', path: '/work/root.qcow2' }],
    ['debian:bookworm', { kind: 'distribution', distribution: 'debian', suite: 'bookworm', packages: [] }],
    [
      'debian:bookworm+python3,i2c-tools,python3',
      { kind: 'distribution', distribution: 'debian', suite: 'bookworm', packages: ['i2c-tools', 'python3'] },
    ],
    ['ubuntu:24.04+g++', { kind: 'distribution', distribution: 'ubuntu', suite: '24.04', packages: ['g++'] }],
    [
      `url:https://example.org/disk.qcow2#sha256=${digest}`,
      { kind: 'file', file: { url: 'https://example.org/disk.qcow2', sha256: digest } },
    ],
  ])('can be %s', (text, spec) => {
    expect(specOf(text)).toEqual({ text, ...spec });
  });

  it.each([
    ['', 'expected a disk image, found nothing'],
    ['debian:', 'debian:: expected the name of a suite after debian:, found ""'],
    ['debian:12', 'debian:12: expected the name of a suite after debian:, found "12"'],
    ['debian:bookworm+', 'debian:bookworm+: expected names of packages after +, with commas between them, found ""'],
    [
      'debian:bookworm+--help',
      'debian:bookworm+--help: expected names of packages after +, with commas between them, found "--help"',
    ],
    ['url:disk.qcow2', 'url:disk.qcow2: expected an address, found "disk.qcow2"'],
    [
      'url:https://example.org/a,b#sha256=12',
      'url:https://example.org/a,b#sha256=12: expected #sha256= and 64 hexadecimal digits after ' +
        'https://example.org/a,b, found #sha256=12',
    ],
  ])('cannot be %j', (text, message) => {
    expect(specOf(text)).toBe(message);
  });
});
