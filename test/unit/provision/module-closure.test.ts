import { describe, expect, it } from 'vitest';
import { dependsOf, loadOrder, moduleName, parseModulesDep } from '../../../src/provision/modules/module-closure.ts';

const text = `kernel/fs/9p/9p.ko.xz: kernel/net/9p/9pnet.ko.xz kernel/fs/netfs/netfs.ko.xz
kernel/net/9p/9pnet_virtio.ko.xz: kernel/net/9p/9pnet.ko.xz kernel/drivers/virtio/virtio.ko.xz \
kernel/drivers/virtio/virtio_ring.ko.xz
kernel/net/9p/9pnet.ko.xz:
kernel/fs/netfs/netfs.ko.xz:
kernel/drivers/virtio/virtio.ko.xz: kernel/drivers/virtio/virtio_ring.ko.xz
kernel/drivers/virtio/virtio_ring.ko.xz:
extra/odd-name.ko:

not a line of it
`;

describe('loadOrder', () => {
  const index = parseModulesDep(text);

  it('loads dependencies first, each module once', () => {
    expect(loadOrder(index, ['9pnet_virtio', '9p'])).toEqual([
      'kernel/drivers/virtio/virtio_ring.ko.xz',
      'kernel/drivers/virtio/virtio.ko.xz',
      'kernel/net/9p/9pnet.ko.xz',
      'kernel/net/9p/9pnet_virtio.ko.xz',
      'kernel/fs/netfs/netfs.ko.xz',
      'kernel/fs/9p/9p.ko.xz',
    ]);
  });

  it('takes - and _ alike, and names with their paths', () => {
    expect(loadOrder(index, ['odd_name', 'odd-name', 'kernel/drivers/virtio/virtio-ring.ko'])).toEqual([
      'extra/odd-name.ko',
      'kernel/drivers/virtio/virtio_ring.ko.xz',
    ]);
  });

  it('leaves out built-in and unknown modules', () => {
    expect(loadOrder(index, ['virtio_pci', 'virtio_ring'])).toEqual(['kernel/drivers/virtio/virtio_ring.ko.xz']);
    expect(loadOrder(parseModulesDep(''), ['9p'])).toEqual([]);
  });
});

describe('moduleName', () => {
  it.each([
    ['kernel/fs/9p/9p.ko.xz', '9p'],
    ['edu.ko', 'edu'],
    ['a/b-c.ko.zst', 'b_c'],
    ['a/b.ko.gz', 'b'],
    ['plain', 'plain'],
  ])('of %s is %s', (path, name) => {
    expect(moduleName(path)).toBe(name);
  });
});

describe('dependsOf', () => {
  it.each([
    ['license=GPL\0depends=\0name=edu\0', []],
    ['license=GPL\0depends=9pnet\0name=x\0', ['9pnet']],
    ['license=GPL\0depends=virtio,virtio_ring\0', ['virtio', 'virtio_ring']],
    ['license=GPL\0name=x\0', []],
    ['', []],
    ['license=GPL\0softdepends=no\0', []],
    ['license=GPL\0depends=cut-short', []],
  ])('reads %j', (modinfo, names) => {
    expect(dependsOf(Buffer.from(`ELF\0${modinfo}`))).toEqual(names);
  });

  it('reads a module that is a part of a larger buffer', () => {
    const whole = Buffer.from('xx\0depends=wrong\0yy\0depends=right\0');
    expect(dependsOf(whole.subarray(18))).toEqual(['right']);
  });
});
