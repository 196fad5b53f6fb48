import { describe, expect, it } from 'vitest';
import { dispatcherRig, recordingHardware, someDevices } from './dispatcher-rig.ts';

describe('plug', () => {
  const pci = (...taken: readonly boolean[]): { readonly return: unknown } => ({
    return: [
      {
        bus: 0,
        devices: taken.map((isTaken, slot) => ({
          bus: 0,
          slot,
          function: 0,
          qdev_id: `qdt.slot${slot}`,
          pci_bridge: isTaken ? { devices: [{ bus: slot + 1, slot: 0, function: 0, qdev_id: 'new' }] } : {},
        })),
      },
    ],
  });

  it('says where the guest finds the device, and has it wait until it has', async () => {
    using dispatcher = dispatcherRig({
      monitor: { 'qom-list': someDevices, 'query-pci': pci(true, false), device_add: {} },
    });
    expect(await dispatcher.ask('plug', 'edu,id=new')).toEqual({
      outcome: 'done',
      text: '0000:01:00.0',
      guestPath: '/proc/bus/pci/01/00.0',
    });
  });

  it('finds a name, and takes none twice', async () => {
    using dispatcher = dispatcherRig({
      monitor: { 'qom-list': someDevices, 'query-pci': pci(false), device_add: {} },
    });
    expect(await dispatcher.ask('plug', 'edu')).toEqual({ outcome: 'done', text: 'edu1' });
    expect(await dispatcher.ask('plug', 'edu,id=edu0')).toEqual({
      outcome: 'refused',
      text: 'there is already a device edu0',
    });
  });

  it('uses no more slots than the machine was to have, however many a saved one has', async () => {
    const monitor = { 'qom-list': someDevices, 'query-pci': pci(true, false), device_add: {} };
    using dispatcher = dispatcherRig({ monitor }, { usableSlots: 1 });
    expect((await dispatcher.ask('plug', 'edu,id=new')).text).toMatch(/^no slot is free/);
    using other = dispatcherRig({ monitor }, { usableSlots: 2 });
    expect((await other.ask('plug', 'edu,id=new')).outcome).toBe('done');
  });

  it('needs a slot, and none of ours by name', async () => {
    using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices, 'query-pci': pci(true, true) } });
    expect((await dispatcher.ask('plug', 'edu,id=x')).text).toMatch(
      /^no slot is free; unplug a device, or add one with -device pcie-root-port/,
    );
    expect(await dispatcher.ask('plug', 'edu,id=x,bus=qdt.slot1')).toEqual({
      outcome: 'refused',
      text: 'bus qdt.slot1 belongs to the runner; leave out bus= to get a free slot',
    });
  });

  it('leaves no disk behind when QEMU refuses the device', async () => {
    using dispatcher = dispatcherRig({
      monitor: { 'qom-list': someDevices, 'query-pci': pci(false), 'blockdev-add': {}, 'blockdev-del': {} },
      refusedCommands: { device_add: { class: 'GenericError', desc: 'no' } },
    });
    expect(await dispatcher.ask('plug', 'nvme,id=d,disk=4M')).toEqual({
      outcome: 'refused',
      text: 'QEMU refused device_add: no',
    });
    expect((await dispatcher.hardware).plugged.disks.ids).toEqual([]);
  });
});

describe('what QEMU is told of a device', () => {
  const told = async (text: string): Promise<unknown> => {
    const { ask, commands } = recordingHardware({ 'qom-list': someDevices.return, 'query-pci': [] });
    expect(await ask('plug', text)).toMatchObject({ outcome: 'done' });
    return commands.find(({ name }) => name === 'device_add')?.args;
  };

  it('has its types, and is no text that is read again', async () => {
    expect(await told('edu,id=a,dma_mask=0xfff,multifunction=on,bus=port0')).toEqual({
      driver: 'edu',
      id: 'a',
      dma_mask: 4095n,
      multifunction: true,
      bus: 'port0',
    });
  });

  it("has our own words last: its disk, and that errors are the guest's", async () => {
    expect(await told('virtio-blk-pci,id=d,disk=4M')).toEqual({
      driver: 'virtio-blk-pci',
      id: 'd',
      serial: 'd',
      drive: 'qdt.block0',
      werror: 'report',
      rerror: 'report',
    });
    expect(await told('nvme,id=d,disk=4M,serial=mine')).toEqual({
      driver: 'nvme',
      id: 'd',
      serial: 'mine',
      drive: 'qdt.block0',
    });
  });

  it('never comes from a guest that asks for another driver', async () => {
    const { ask, commands } = recordingHardware({ 'qom-list': someDevices.return, 'query-pci': [] });
    for (const text of [
      'usb-kbd,driver=usb-host,id=uh',
      'edu,driver=vhost-vsock-pci,guest-cid=77',
      'vhost-vsock-pci,guest-cid=77',
      'pci-testdev,membar=4G,membar-backed=on',
    ]) {
      expect(await ask('plug', text)).toMatchObject({ outcome: 'refused' });
    }
    expect(commands).toEqual([]);
  });

  it('ends when sixteen are plugged in', async () => {
    const { ask } = recordingHardware({ 'query-pci': [] });
    for (let number = 0; number < 16; number++)
      expect(await ask('plug', `edu,id=e${number}`)).toMatchObject({ outcome: 'done' });
    expect(await ask('plug', 'edu,id=e16')).toEqual({
      outcome: 'refused',
      text: 'at most 16 devices can be plugged in at a time; unplug one',
    });
  });
});

describe('unplug', () => {
  const unplug = (event: string, data: object): Parameters<typeof dispatcherRig>[0] => ({
    monitor: { 'qom-list': someDevices, device_del: { then: [{ event, data: { ...data } }] } },
  });

  it('is done when QEMU says that the device is gone, and not before', async () => {
    using dispatcher = dispatcherRig({
      monitor: {
        'qom-list': someDevices,
        device_del: {
          then: [
            { event: 'DEVICE_DELETED', data: { device: 'other' } },
            { sleepMs: 50 },
            { event: 'DEVICE_DELETED', data: { device: 'edu0' } },
          ],
        },
      },
    });
    expect(await dispatcher.ask('unplug', 'edu0')).toEqual({ outcome: 'done', text: '' });
  });

  it('is refused when the guest keeps the device, or says nothing', async () => {
    using keeping = dispatcherRig(unplug('DEVICE_UNPLUG_GUEST_ERROR', { device: 'edu0' }));
    expect(await keeping.ask('unplug', 'edu0')).toEqual({
      outcome: 'refused',
      text: 'the guest refuses to release edu0',
    });
    using silent = dispatcherRig(unplug('DEVICE_DELETED', { device: 'other' }), { guestMs: 50 });
    expect(await silent.ask('unplug', 'edu0')).toEqual({
      outcome: 'refused',
      text: 'the guest has not released edu0 within 0.05 s',
    });
  });

  it('is refused for our own devices', async () => {
    using dispatcher = dispatcherRig(unplug('DEVICE_DELETED', {}));
    expect(await dispatcher.ask('unplug', 'qdt.serial')).toEqual({
      outcome: 'refused',
      text: 'no device "qdt.serial"; the devices are edu0, edu0.5, port0',
    });
  });
});
