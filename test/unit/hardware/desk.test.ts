import { describe, expect, it } from 'vitest';
import { hwCommands } from '../../../src/hardware/commands.ts';
import { deskRig, someDevices } from './desk-rig.ts';

const human = (text: string): { readonly return: string } => ({ return: `${text}\r\n` });

describe('the desk', () => {
  it('helps with everything, and with one request', async () => {
    using desk = deskRig({});
    const { outcome, text } = await desk.ask('help');
    expect([outcome, text.split('\n').filter((line) => !line.startsWith(' ')).map((line) => line.split(' ')[1])]).toEqual(['done', [...hwCommands.keys()]]);
    expect(await desk.ask('help', 'unplug')).toEqual({ outcome: 'done', text: 'hw unplug ID\n    pulls a device out after the guest has let go of it' });
  });

  it('knows no request that is not in its list', async () => {
    using desk = deskRig({});
    for (const name of ['quit', 'device_add', '__proto__', 'constructor', '']) {
      expect(await desk.ask(name, 'x')).toEqual({ outcome: 'usage', text: `there is no request ${JSON.stringify(name)}\nusage: hw ${[...hwCommands.keys(), 'help'].join('|')} …` });
    }
  });

  it('says that the machine has ended, whatever was asked', async () => {
    using desk = deskRig({ atMonitor: { 'qom-list': [{ exit: 0 }] } });
    expect(await desk.ask('list')).toEqual({ outcome: 'refused', text: 'the machine has ended' });
    expect(await desk.ask('nmi')).toEqual({ outcome: 'refused', text: 'the machine has ended' });
  });

  it('calls a mistake of ours by its name, and goes on', async () => {
    using desk = deskRig({ monitor: { 'qom-list': { return: [] } } }, { models: { ids: ['m'], ask: () => Promise.reject(new TypeError('x is undefined')) } });
    expect(await desk.ask('get', 'm.x')).toEqual({ outcome: 'refused', text: 'Internal error: x is undefined' });
    expect(await desk.ask('unplug', 'nobody')).toMatchObject({ outcome: 'refused' });
  });

  describe('properties', () => {
    it('are read and written as QEMU and people write them', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'human-monitor-command': human('18446744073709551615') } });
      expect(await desk.ask('get', 'edu0.dma_mask')).toEqual({ outcome: 'done', text: '18446744073709551615' });
      expect(await desk.ask('set', 'edu0.dma_mask', '0xfff')).toEqual({ outcome: 'done', text: '' });
    });

    it('are those of the device with the longest id that fits', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices } });
      expect(await desk.ask('get', 'edu0.5.x')).toMatchObject({ text: 'edu0.5 has no property "x" that can be reached; it has dma_mask, is_on' });
    });

    it('show text without its quotes, and a switch as on or off', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'human-monitor-command': human('true') } });
      expect(await desk.ask('get', 'edu0.is_on')).toEqual({ outcome: 'done', text: 'on' });
    });

    it.each([
      ['edu0.romfile', 'edu0.romfile cannot be reached: it leads out of the device'],
      ['edu0.parent', 'edu0 has no property "parent" that can be reached; it has dma_mask, is_on'],
      ['edu0.bus master[0]', 'edu0 has no property "bus master[0]" that can be reached; it has dma_mask, is_on'],
      ['edu0.type', 'edu0.type cannot be reached: it leads out of the device'],
      ['qdt.serial.max_ports', 'there is no device for "qdt.serial.max_ports"; there are edu0, edu0.5, port0'],
      ['edu0', 'there is no device for "edu0"; there are edu0, edu0.5, port0'],
      ['/machine.x', 'there is no device for "/machine.x"; there are edu0, edu0.5, port0'],
    ])('out of reach stay there: %s', async (target, text) => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices } });
      expect(await desk.ask('get', target)).toEqual({ outcome: 'refused', text });
      expect(await desk.ask('set', target, '1')).toEqual({ outcome: 'refused', text });
    });

    it.each([
      ['dma_mask', 'much', 'edu0.dma_mask: expected a number (uint64), found "much"'],
      ['dma_mask', '', 'edu0.dma_mask: expected a number (uint64), found ""'],
      ['is_on', '2', 'edu0.is_on: expected on or off, found "2"'],
    ])('take no value of another type: %s = %j', async (name, value, text) => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices } });
      expect(await desk.ask('set', `edu0.${name}`, value)).toEqual({ outcome: 'refused', text });
    });

    it("pass on QEMU's complaint", async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'human-monitor-command': human('Error: it is fixed') } });
      expect(await desk.ask('set', 'edu0.dma_mask', '1')).toEqual({ outcome: 'refused', text: 'QEMU says: it is fixed' });
    });
  });

  describe('unplug', () => {
    const unplug = (event: string, data: object): Parameters<typeof deskRig>[0] => ({ monitor: { 'qom-list': someDevices, device_del: { then: [{ event, data: { ...data } }] } } });

    it('is done when QEMU says that the device is gone, and not before', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, device_del: { then: [{ event: 'DEVICE_DELETED', data: { device: 'other' } }, { sleepMs: 50 }, { event: 'DEVICE_DELETED', data: { device: 'edu0' } }] } } });
      expect(await desk.ask('unplug', 'edu0')).toEqual({ outcome: 'done', text: '' });
    });

    it('is refused when the guest keeps the device, or says nothing', async () => {
      using keeping = deskRig(unplug('DEVICE_UNPLUG_GUEST_ERROR', { device: 'edu0' }));
      expect(await keeping.ask('unplug', 'edu0')).toEqual({ outcome: 'refused', text: 'the guest does not let go of edu0' });
      using silent = deskRig(unplug('DEVICE_DELETED', { device: 'other' }), { guestMs: 50 });
      expect(await silent.ask('unplug', 'edu0')).toEqual({ outcome: 'refused', text: 'the guest has not let go of edu0 within 0.05 s' });
    });

    it('is not for what is ours', async () => {
      using desk = deskRig(unplug('DEVICE_DELETED', {}));
      expect(await desk.ask('unplug', 'qdt.serial')).toEqual({ outcome: 'refused', text: 'there is no device "qdt.serial"; there are edu0, edu0.5, port0' });
    });
  });

  describe('plug', () => {
    const pci = (...taken: readonly boolean[]): { readonly return: unknown } => ({
      return: [{ bus: 0, devices: taken.map((isTaken, slot) => ({ bus: 0, slot, function: 0, qdev_id: `qdt.slot${slot}`, pci_bridge: isTaken ? { devices: [{ bus: slot + 1, slot: 0, function: 0, qdev_id: 'new' }] } : {} })) }],
    });

    it('says where the guest finds the device, and has it wait until it has', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'query-pci': pci(true, false) } });
      expect(await desk.ask('plug', 'edu,id=new')).toEqual({ outcome: 'done', text: '0000:01:00.0', guestPath: '/sys/bus/pci/devices/0000:01:00.0' });
    });

    it('finds a name, and takes none twice', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'query-pci': pci(false) } });
      expect(await desk.ask('plug', 'edu')).toEqual({ outcome: 'done', text: 'edu1' });
      expect(await desk.ask('plug', 'edu,id=edu0')).toEqual({ outcome: 'refused', text: 'there is a device edu0 already' });
    });

    it('needs a slot, and none of ours by name', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'query-pci': pci(true, true) } });
      expect((await desk.ask('plug', 'edu,id=x')).text).toMatch(/^no slot is free; unplug something, or bring more with -device pcie-root-port/);
      expect(await desk.ask('plug', 'edu,id=x,bus=qdt.slot1')).toEqual({ outcome: 'refused', text: 'bus qdt.slot1 belongs to the runner; without a bus, a free slot is found' });
    });

    it('leaves no disk behind when QEMU refuses the device', async () => {
      using desk = deskRig({ monitor: { 'qom-list': someDevices, 'query-pci': pci(false), 'blockdev-add': {}, 'blockdev-del': {}, 'human-monitor-command': human('Error: no') } });
      expect(await desk.ask('plug', 'nvme,id=d,disk=4M')).toEqual({ outcome: 'refused', text: 'QEMU says: no' });
      expect((await desk.hardware).disks.ids).toEqual([]);
    });
  });

  it('removes what QEMU can let vanish, once', async () => {
    using desk = deskRig({ monitor: { 'qom-list': someDevices, 'qom-get': { return: true }, 'qom-set': {} } });
    expect(await desk.ask('remove', 'edu0')).toEqual({ outcome: 'done', text: '' });
    expect((await desk.ask('remove', 'port0')).text).toMatch(/^QEMU cannot let a pcie-root-port vanish; it can unplug one, and these can vanish: edu, /);
    using gone = deskRig({ monitor: { 'qom-list': someDevices, 'qom-get': { return: false } } });
    expect(await gone.ask('remove', 'edu0')).toEqual({ outcome: 'refused', text: 'edu0 is gone already' });
  });

  it('waits until the balloon has its size, and says when it does not come to it', async () => {
    using desk = deskRig({ monitor: { balloon: {}, 'query-balloon': { return: { actual: 100 * 1024 ** 2 } } } }, { guestMs: 50 });
    expect(await desk.ask('balloon', '100')).toEqual({ outcome: 'done', text: '' });
    expect(await desk.ask('balloon', '64')).toEqual({ outcome: 'refused', text: 'the guest has 100 MiB after 0.05 s, not 64 MiB' });
    expect(await desk.ask('balloon', '-1')).toMatchObject({ outcome: 'usage' });
  });

  it('takes links and errors by name only', async () => {
    using desk = deskRig({ monitor: { 'qom-list': someDevices, set_link: {} } });
    expect(await desk.ask('link', 'nic', 'down')).toEqual({ outcome: 'done', text: '' });
    expect(await desk.ask('link', 'qdt.net', 'down')).toEqual({ outcome: 'refused', text: 'qdt.net belongs to the runner' });
    expect(await desk.ask('link', 'nic', 'sideways')).toMatchObject({ outcome: 'usage' });
    expect(await desk.ask('aer', 'edu0', 'BAD_TLP')).toEqual({ outcome: 'done', text: '' });
    expect(await desk.ask('aer', 'edu0', '0xffff\nquit')).toMatchObject({ outcome: 'usage' });
  });
});
