import { describe, expect, it } from 'vitest';
import { parseDiskSize } from '../../../src/hardware/disk/disk-shelf.ts';
import { parsePlug } from '../../../src/hardware/plug.ts';
import { HwRefusal, HwUsage } from '../../../src/hardware/refusal.ts';

describe('parsePlug', () => {
  it('takes a request apart', () => {
    expect(parsePlug('nvme,id=disk0,disk=64M,bus=port0,serial=A-1')).toMatchObject({ driver: 'nvme', id: 'disk0', disk: '64M', bus: 'port0', properties: [['serial', 'A-1']] });
    expect(parsePlug('edu')).toMatchObject({ driver: 'edu', id: undefined, disk: undefined, bus: undefined, properties: [] });
  });

  it.each(['vfio-pci,host=01:00.0', 'vhost-user-blk-pci,chardev=c', 'ivshmem-doorbell', 'pcie-root-port', 'virtio-9p-pci', 'loader,file=/etc/passwd', 'virtserialport', '', 'EDU', 'edu -device x'])(
    'knows only what touches nothing of the host, not %j',
    (text) => {
      expect(() => parsePlug(text)).toThrow(HwRefusal);
    },
  );

  it.each(['romfile=/etc/passwd', 'romfile=', 'drive=qdt.disk', 'netdev=n0', 'chardev=qdt.control', 'iothread=t', 'audiodev=a', 'failover_pair_id=x'])('refuses the way out of the machine that %s is', (setting) => {
    expect(() => parsePlug(`e1000e,${setting}`)).toThrow(/^\w+ cannot be set: it leads out of the machine$/);
  });

  it.each(['addr', 'addr=', 'addr=1 2', 'serial=a/b', "serial='x'", 'x y=1', 'mac=1\nquit', ''])('takes no property that QEMU would read in another way: %j', (setting) => {
    expect(() => parsePlug(`e1000e,${setting}`)).toThrow(HwUsage);
  });

  it.each(['qdt.x', '1x', 'a b', '-x', 'x'.repeat(65)])('gives nobody the id %j', (id) => {
    expect(() => parsePlug(`edu,id=${id}`)).toThrow(/^expected (an id|property=value)/);
  });

  it('asks for a disk where there has to be one, and only there', () => {
    expect(() => parsePlug('nvme')).toThrow('nvme needs a disk: nvme,disk=64M');
    expect(() => parsePlug('edu,disk=64M')).toThrow('edu has no disk');
  });
});

describe('parseDiskSize', () => {
  it.each([['4K', 4096], ['64M', 64 * 1024 ** 2], ['1G', 1024 ** 3]] as const)('reads %s', (text, bytes) => {
    expect(parseDiskSize(text)).toBe(bytes);
  });

  it.each(['', '64', '64m', '0M', '2G', '5K', '99999999K', '-1M', '1.5G', '1e3M'])('refuses %j', (text) => {
    expect(() => parseDiskSize(text)).toThrow(`disk: expected a size from 4K to 1G in steps of 4K, such as 64M, found ${JSON.stringify(text)}`);
  });
});
