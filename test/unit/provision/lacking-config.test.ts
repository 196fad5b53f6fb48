import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lackingConfig, mergedWishes } from '../../../src/provision/kernel/lacking-config.ts';
import type { KernelImage } from '../../../src/provision/provisioned.ts';
import type { ConfigWish } from '../../../src/suite/config-line.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

function wish(symbol: string, value: string, line = 1, file = '/s/info/kernel-config'): ConfigWish {
  return { symbol, value, file, line };
}

const kernel: KernelImage = {
  spec: 'debian:6.12',
  release: '6.12.0-fake',
  sha256: '',
  bootImage: '/k',
  arch: 'x86_64',
  bootFormat: 'vmlinux',
  modulesDirectory: undefined,
};

function kernelWith(config: string): KernelImage {
  const root = temporaryDirectory();
  writeTree(root, { config });
  return { ...kernel, config: join(root, 'config') };
}

describe('a kernel of others', () => {
  const own = kernelWith.bind(undefined, 'CONFIG_PCI=y\nCONFIG_I2C=m\n# CONFIG_SPI is not set\nCONFIG_HZ=250\n');

  it('may have as a module what is wished built in, and the reverse', () => {
    const wishes = [wish('PCI', 'm'), wish('I2C', 'y'), wish('SPI', 'n'), wish('UIO', 'n'), wish('HZ', '250')];
    expect(lackingConfig(own(), wishes)).toEqual({ kind: 'known', words: undefined });
  });

  it('lacks what it has otherwise, and the reason names the line', () => {
    expect(lackingConfig(own(), [wish('SPI', 'y', 3), wish('PCI', 'n', 4), wish('HZ', '100', 5)])).toEqual({
      kind: 'known',
      words:
        'info/kernel-config:3: expected CONFIG_SPI=y, found n; info/kernel-config:4: expected CONFIG_PCI=n, found y; ' +
        'info/kernel-config:5: expected CONFIG_HZ=100, found 250 in 6.12.0-fake',
    });
  });

  it('is not compared when its configuration is not known, unless nothing is wished', () => {
    expect(lackingConfig(kernel, [])).toEqual({ kind: 'known', words: undefined });
    expect(lackingConfig(kernel, [wish('PCI', 'y')])).toMatchObject({ kind: 'unknown' });
  });
});

describe('the wishes of several suites', () => {
  it('become one fragment', () => {
    expect(mergedWishes([[wish('A', 'y')], [wish('A', 'y', 7), wish('B', 'm')]])).toEqual([
      wish('A', 'y'),
      wish('B', 'm'),
    ]);
  });

  it('must not contradict each other', () => {
    expect(() => mergedWishes([[wish('A', 'y', 2, '/one')], [wish('A', 'n', 3, '/two')]])).toThrow(
      'Two suites contradict each other in CONFIG_A: /one:2 wants y, /two:3 wants n.',
    );
  });
});
