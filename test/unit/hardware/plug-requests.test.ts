import { describe, expect, it } from 'vitest';
import { HwRefusal, HwUsage } from '../../../src/hardware/answerers.ts';
import { parseDiskSize } from '../../../src/hardware/disk/disk-registry.ts';
import { parsePlug } from '../../../src/hardware/plug.ts';
import { excessiveGrowth } from '../../hostile/growth.ts';

describe('parsePlug', () => {
  it('takes a request apart', () => {
    expect(parsePlug('nvme,id=disk0,disk=64M,bus=port0,serial=A-1,cmb_size_mb=0x10,use-intel-id=on')).toMatchObject({
      driver: 'nvme',
      id: 'disk0',
      disk: '64M',
      bus: 'port0',
      properties: { serial: 'A-1', cmb_size_mb: 16n, 'use-intel-id': true },
    });
    expect(parsePlug('edu')).toMatchObject({
      driver: 'edu',
      id: undefined,
      disk: undefined,
      bus: undefined,
      properties: {},
    });
  });

  it('gives every value its type', () => {
    expect(parsePlug('edu,dma_mask=0xffffffffffffffff').properties).toEqual({ dma_mask: 18446744073709551615n });
    expect(parsePlug('e1000e,mac=52:54:00:00:00:01,addr=1f.7,multifunction=off').properties).toEqual({
      mac: '52:54:00:00:00:01',
      addr: '1f.7',
      multifunction: false,
    });
    expect(parsePlug('pci-testdev,membar=16M,membar-backed=yes').properties).toEqual({
      membar: 16777216n,
      'membar-backed': true,
    });
    expect(parsePlug('virtio-net-pci,speed=-1,hash-udp4=auto,duplex=full').properties).toEqual({
      speed: -1n,
      'hash-udp4': 'auto',
      duplex: 'full',
    });
  });

  it.each([
    'vfio-pci,host=01:00.0',
    'vhost-user-blk-pci,chardev=c',
    'ivshmem-doorbell',
    'pcie-root-port',
    'virtio-9p-pci',
    'loader,file=/etc/passwd',
    'virtserialport',
    '',
    'EDU',
    'edu -device x',
  ])('knows only what touches nothing of the host, not %j', (text) => {
    expect(() => parsePlug(text)).toThrow(HwRefusal);
  });

  it.each([
    'ivshmem-plain,memdev=qdt.ram',
    'AC97,audiodev=a',
    'kvaser_pci,canbus=c',
    'usb-kbd,driver=usb-host',
    'edu,driver=vhost-vsock-pci,guest-cid=77',
    'virtio-scsi-pci,driver=vhost-scsi-pci',
    'usb-kbd,driver=u2f-passthru',
    'e1000e,romfile=/etc/passwd',
    'e1000e,netdev=n0',
    'virtio-blk-pci,disk=4M,drive=qdt.disk',
    'virtio-blk-pci,disk=4M,iothread=t',
    'virtio-blk-pci,disk=4M,werror=stop',
    'nvme,disk=4M,pmrdev=qdt.ram',
    'nvme,disk=4M,subsys=x',
    'virtio-rng-pci,rng=r',
    'usb-kbd,pcap=escaped',
    'usb-storage,disk=4M,commandlog=on',
    'intel-hda,debug=9',
    'edu,failover_pair_id=x',
    'edu,realized=off',
    'edu,hotplugged=off',
    'qemu-xhci,host=x',
    'virtio-net-pci,ebpf-rss-fds=1',
    'edu,constructor=1',
    'edu,toString=1',
    'edu,x-pcie-ext-tag=on',
  ])('sets no property that is not in the list of its driver, and says which are: %s', (text) => {
    expect(() => parsePlug(text)).toThrow(
      /^[\w-]+ has no property "[\w-]+" that can be set; the choices are id, bus, /,
    );
  });

  it('names the allowed values', () => {
    expect(() => parsePlug('usb-kbd,driver=usb-host,id=uh')).toThrow(
      'usb-kbd has no property "driver" that can be set; the choices are id, bus, msos-desc, port, serial, usb_version',
    );
  });

  it.each([
    ['pci-testdev,membar=4G,membar-backed=on', 'pci-testdev,membar: expected a size from 0 to 32M, found "4G"'],
    [
      'pci-testdev,membar=99999999999999999999T',
      'pci-testdev,membar: expected a size from 0 to 32M, found "99999999999999999999T"',
    ],
    ['nvme,disk=4M,cmb_size_mb=16384', 'nvme,cmb_size_mb: expected a number from 0 to 32, found "16384"'],
    ['bochs-display,vgamem=1G', 'bochs-display,vgamem: expected a size from 2M to 32M, found "1G"'],
    ['virtio-net-pci,vectors=4294967295', 'virtio-net-pci,vectors: expected a number from 0 to 64, found "4294967295"'],
    ['edu,multifunction=2', 'edu,multifunction: expected on or off, found "2"'],
    ['edu,dma_mask=-1', 'edu,dma_mask: expected a number from 0 to 18446744073709551615, found "-1"'],
    ['edu,addr=1 2', 'edu,addr: expected a value such as 06.0, found "1 2"'],
    ['usb-kbd,serial=a/b', 'usb-kbd,serial: expected at most 64 letters, digits and ". : _ + -", found "a/b"'],
    ['virtio-net-pci,duplex=both', 'virtio-net-pci,duplex: expected half or full, found "both"'],
    ['edu,bus=/machine/x', 'bus: expected the name of a bus, such as port0 or usb.0, found "/machine/x"'],
    ['edu,bus=qdt.slot1', 'bus qdt.slot1 belongs to the runner; leave out bus= to get a free slot'],
  ])('takes no value beyond its bounds, and says what they are: %j', (text, message) => {
    expect(() => parsePlug(text)).toThrow(message);
    expect(() => parsePlug(text)).toThrow(HwRefusal);
  });

  it.each([
    'addr',
    'addr=',
    'x y=1',
    '1x=2',
    '',
    '=1',
    '__proto__=1',
    'dma_mask=1,dma_mask=2',
    'id=a,id=b',
    'addr=1\nquit',
  ])('takes nothing that is not property=value, each once: %j', (setting) => {
    expect(() => parsePlug(`edu,${setting}`)).toThrow(HwUsage);
  });

  it.each([
    ['of many settings', (chars: number) => `edu,${Array.from({ length: chars / 8 }, (_, n) => `a${n}=1`).join(',')}`],
    ['of one long setting', (chars: number) => `e1000e,mac=${'00:'.repeat(chars / 3)}`],
  ])('reads a request %s in time that grows with its length', (_, textOf) => {
    expect(() => parsePlug(textOf(32_000))).toThrow(HwRefusal);
    const read = (text: string): void => {
      expect(() => parsePlug(text)).toThrow();
    };
    expect(excessiveGrowth(read, textOf, 16_000)).toBeUndefined();
  });

  it.each(['qdt.x', '1x', 'a b', '-x', 'x'.repeat(65)])('refuses the id %j', (id) => {
    expect(() => parsePlug(`edu,id=${id}`)).toThrow(/^expected an id/);
  });

  it('asks for a disk where there has to be one, and only there', () => {
    expect(() => parsePlug('nvme')).toThrow('nvme needs a disk: nvme,disk=64M');
    expect(() => parsePlug('edu,disk=64M')).toThrow('edu has no disk');
  });
});

describe('parseDiskSize', () => {
  it.each([
    ['4K', 4096],
    ['64M', 64 * 1024 ** 2],
    ['1G', 1024 ** 3],
  ] as const)('reads %s', (text, bytes) => {
    expect(parseDiskSize(text)).toBe(bytes);
  });

  it.each(['', '64', '64m', '0M', '2G', '5K', '99999999K', '-1M', '1.5G', '1e3M'])('refuses %j', (text) => {
    expect(() => parseDiskSize(text)).toThrow(
      `disk: expected a size from 4K to 1G in steps of 4K, such as 64M, found ${JSON.stringify(text)}`,
    );
  });
});
