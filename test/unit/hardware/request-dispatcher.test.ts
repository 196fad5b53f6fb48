import { describe, expect, it } from 'vitest';
import { emptyLayout } from '../../../src/hardware/attach/attached-device.ts';
import { hwCommands } from '../../../src/hardware/commands.ts';
import { dispatcherRig, recordingHardware, someDevices } from './dispatcher-rig.ts';

describe('the dispatcher', () => {
  it('helps with everything, and with one request', async () => {
    using dispatcher = dispatcherRig({});
    const { outcome, text } = await dispatcher.ask('help');
    expect([
      outcome,
      text
        .split('\n')
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split(' ')[1]),
    ]).toEqual(['done', [...hwCommands.keys()]]);
    expect(await dispatcher.ask('help', 'unplug')).toEqual({
      outcome: 'done',
      text: 'hw unplug ID\n    unplugs a device after the guest has released it',
    });
  });

  it('knows no request that is not in its list', async () => {
    using dispatcher = dispatcherRig({});
    for (const name of ['quit', 'device_add', '__proto__', 'constructor', '']) {
      expect(await dispatcher.ask(name, 'x')).toEqual({
        outcome: 'usage',
        text: `unknown request ${JSON.stringify(name)}\nusage: hw ${[...hwCommands.keys(), 'help'].join('|')} …`,
      });
    }
  });

  it('says that the machine has ended, whatever was asked', async () => {
    using dispatcher = dispatcherRig({ atMonitor: { 'qom-list': [{ exit: 0 }] } });
    expect(await dispatcher.ask('list')).toEqual({ outcome: 'refused', text: 'the machine has ended' });
    expect(await dispatcher.ask('nmi')).toEqual({ outcome: 'refused', text: 'the machine has ended' });
  });

  it('calls a mistake of ours by its name, and goes on', async () => {
    using dispatcher = dispatcherRig(
      { monitor: { 'qom-list': { return: [] } } },
      { models: { ids: ['m'], layout: emptyLayout, ask: () => Promise.reject(new TypeError('x is undefined')) } },
    );
    expect(await dispatcher.ask('get', 'm.x')).toEqual({ outcome: 'refused', text: 'Internal error: x is undefined' });
    expect(await dispatcher.ask('unplug', 'nobody')).toMatchObject({ outcome: 'refused' });
  });

  describe('properties', () => {
    it('are read and written as QEMU and people write them', async () => {
      using dispatcher = dispatcherRig({
        monitor: { 'qom-list': someDevices, 'qom-get': { return: 268435455 }, 'qom-set': {} },
      });
      expect(await dispatcher.ask('get', 'edu0.dma_mask')).toEqual({ outcome: 'done', text: '268435455' });
      expect(await dispatcher.ask('set', 'edu0.dma_mask', '0xfff')).toEqual({ outcome: 'done', text: '' });
    });

    it('have all their 64 bits, and go to QEMU with their types', async () => {
      const asked = recordingHardware({ 'qom-list': someDevices.return, 'qom-get': 18446744073709551615n });
      expect(await asked.ask('get', 'edu0.dma_mask')).toEqual({ outcome: 'done', text: '18446744073709551615' });
      await asked.ask('set', 'edu0.dma_mask', '0xffffffffffffffff');
      await asked.ask('set', 'edu0.is_on', 'yes');
      expect(asked.commands.filter(({ name }) => name === 'qom-set').map(({ args }) => args)).toEqual([
        { path: '/machine/peripheral/edu0', property: 'dma_mask', value: 18446744073709551615n },
        { path: '/machine/peripheral/edu0', property: 'is_on', value: true },
      ]);
    });

    it('take no value longer than a model keeps ten thousand of', async () => {
      const asked = recordingHardware(
        { 'qom-list': someDevices.return },
        { ids: ['m'], layout: emptyLayout, ask: () => Promise.reject(new Error('expected that no model is asked')) },
      );
      expect((await asked.ask('set', 'm.x', 'v'.repeat(257))).text).toMatch(
        /^m\.x: expected a value of at most 256 characters, found 257\n/,
      );
      expect((await asked.ask('set', `m.${'x'.repeat(9000)}`, 'v'.repeat(257))).text.length).toBeLessThan(500);
      expect((await asked.ask('get', 'x'.repeat(9000))).text.length).toBeLessThan(500);
    });

    it('are those of the device with the longest id that fits', async () => {
      using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
      expect(await dispatcher.ask('get', 'edu0.5.x')).toMatchObject({
        text: 'edu0.5 has no property "x" that can be read; the choices are dma_mask, is_on, mac',
      });
    });

    it('show text without its quotes, and a switch as on or off', async () => {
      using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices, 'qom-get': { return: true } } });
      expect(await dispatcher.ask('get', 'edu0.is_on')).toEqual({ outcome: 'done', text: 'on' });
    });

    it.each(['romfile', 'parent', 'bus master[0]', 'type', 'realized', '__proto__', 'constructor', 'a/b', ''])(
      'out of reach stay there: %j',
      async (name) => {
        using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
        expect(await dispatcher.ask('get', `edu0.${name}`)).toEqual({
          outcome: 'refused',
          text: `edu0 has no property ${JSON.stringify(name)} that can be read; the choices are dma_mask, is_on, mac`,
        });
        expect(await dispatcher.ask('set', `edu0.${name}`, '1')).toEqual({
          outcome: 'refused',
          text: `edu0 has no property ${JSON.stringify(name)} that can be set; the choices are dma_mask, is_on`,
        });
      },
    );

    it.each(['qdt.serial.max_ports', 'edu0', '/machine.x', '/machine/peripheral/edu0.dma_mask'])(
      'of what is no device are not there: %s',
      async (target) => {
        using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
        expect(await dispatcher.ask('get', target)).toEqual({
          outcome: 'refused',
          text: `no device for ${JSON.stringify(target)}; the devices are edu0, edu0.5, port0`,
        });
      },
    );

    it.each([
      ['dma_mask', 'much', 'edu0.dma_mask: expected a number from 0 to 18446744073709551615, found "much"'],
      ['dma_mask', '', 'edu0.dma_mask: expected a number from 0 to 18446744073709551615, found ""'],
      ['dma_mask', '-1', 'edu0.dma_mask: expected a number from 0 to 18446744073709551615, found "-1"'],
      [
        'dma_mask',
        '0x10000000000000000',
        'edu0.dma_mask: expected a number from 0 to 18446744073709551615, found "0x10000000000000000"',
      ],
      ['dma_mask', '1 -j', 'edu0.dma_mask: expected a number from 0 to 18446744073709551615, found "1 -j"'],
      ['is_on', '2', 'edu0.is_on: expected on or off, found "2"'],
    ])('take no value of another type: %s = %j', async (name, value, text) => {
      using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices } });
      expect(await dispatcher.ask('set', `edu0.${name}`, value)).toEqual({ outcome: 'refused', text });
    });

    it("pass on QEMU's complaint", async () => {
      using dispatcher = dispatcherRig({
        monitor: { 'qom-list': someDevices },
        refusedCommands: { 'qom-set': { class: 'GenericError', desc: 'it is fixed' } },
      });
      expect(await dispatcher.ask('set', 'edu0.dma_mask', '1')).toEqual({
        outcome: 'refused',
        text: 'QEMU refused qom-set: it is fixed',
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
        guestPath: '/sys/bus/pci/devices/0000:01:00.0',
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

  describe('an answer that does not come', () => {
    it('of QEMU is given up, and said so', async () => {
      using dispatcher = dispatcherRig({ atMonitor: { 'qom-list': [{ hang: true }] } }, { requestMs: 100 });
      await dispatcher.hardware;
      expect(await dispatcher.ask('list')).toEqual({
        outcome: 'refused',
        text: 'QEMU, asked for qom-list, has not answered within 0.1 s, so the request was given up',
      });
      expect(await dispatcher.ask('nmi')).toEqual({
        outcome: 'refused',
        text: 'QEMU, asked for inject-nmi, has not answered within 0.1 s, so the request was given up',
      });
    });

    it('of a monitor that never greets, too', async () => {
      using dispatcher = dispatcherRig({ greeting: 'none' }, { requestMs: 100 });
      expect(await dispatcher.ask('nmi')).toEqual({
        outcome: 'refused',
        text: "QEMU's monitor has not answered within 0.1 s, so the request was given up",
      });
    });

    it("of a model's process, too", async () => {
      using dispatcher = dispatcherRig(
        { monitor: { 'qom-list': { return: [] } } },
        { requestMs: 300, models: { ids: ['m'], layout: emptyLayout, ask: () => new Promise(() => undefined) } },
      );
      await dispatcher.hardware;
      for (const words of [
        ['get', 'm.x'],
        ['set', 'm.x', '1'],
        ['fault', 'm', 'read-ones'],
        ['clock', 'm', 'stop'],
        ['remove', 'm'],
        ['list'],
      ]) {
        expect(await dispatcher.ask(...words)).toEqual({
          outcome: 'refused',
          text: 'the process of the device models has not answered within 0.3 s, so the request was given up',
        });
      }
    });

    it('leaves no disk of ours behind', async () => {
      using dispatcher = dispatcherRig(
        {
          monitor: { 'qom-list': someDevices, 'query-pci': { return: [] }, 'blockdev-add': {} },
          atMonitor: { device_add: [{ hang: true }] },
        },
        { requestMs: 300, hasSlots: false },
      );
      const { plugged } = await dispatcher.hardware;
      expect(await dispatcher.ask('plug', 'virtio-blk-pci,id=d,disk=4M')).toMatchObject({
        outcome: 'refused',
        text: expect.stringMatching(/^QEMU, asked for device_add, has not answered/) as string,
      });
      expect(plugged.disks.ids).toEqual([]);
    });
  });

  it('sets no fault of a disk whose device is gone, also before QEMU reports that', async () => {
    const { hardware, ask } = recordingHardware({ 'qom-list': [{ name: 'e', type: 'child<edu>' }] });
    const { plugged, monitor } = await hardware;
    await plugged.disks.add('d', '1M', monitor);
    expect(await ask('block', 'd', 'read-fail')).toEqual({
      outcome: 'refused',
      text: 'no device "d"; the devices are e',
    });
  });

  it('plugs in nothing that would take memory from other machines', async () => {
    const { ask, commands } = recordingHardware({ 'qom-list': [] });
    expect(await ask('plug', 'virtio-balloon-pci')).toMatchObject({
      outcome: 'refused',
      text: expect.stringMatching(
        /^a virtio-balloon-pci of a cloned machine would take memory from other clones/,
      ) as string,
    });
    expect(commands).toEqual([]);
  });

  it('removes what QEMU can let vanish, once', async () => {
    using dispatcher = dispatcherRig({
      monitor: { 'qom-list': someDevices, 'qom-get': { return: true }, 'qom-set': {} },
    });
    expect(await dispatcher.ask('remove', 'edu0')).toEqual({ outcome: 'done', text: '' });
    expect((await dispatcher.ask('remove', 'port0')).text).toMatch(
      /^QEMU does not support removal of a pcie-root-port without notice: use hw unplug, or one of edu, /,
    );
    using gone = dispatcherRig({ monitor: { 'qom-list': someDevices, 'qom-get': { return: false } } });
    expect(await gone.ask('remove', 'edu0')).toEqual({ outcome: 'refused', text: 'edu0 is already gone' });
  });

  it('waits until the balloon has its size, and reports when it does not reach it', async () => {
    using dispatcher = dispatcherRig(
      { monitor: { balloon: {}, 'query-balloon': { return: { actual: 100 * 1024 ** 2 } } } },
      { guestMs: 50 },
    );
    expect(await dispatcher.ask('balloon', '100')).toEqual({ outcome: 'done', text: '' });
    expect(await dispatcher.ask('balloon', '64')).toEqual({
      outcome: 'refused',
      text: 'expected 64 MiB after 0.05 s, found 100 MiB',
    });
    expect(await dispatcher.ask('balloon', '-1')).toMatchObject({ outcome: 'usage' });
  });

  it('waits longer than that for a balloon that still moves', async () => {
    let sizeMiB = 128;
    const asked = recordingHardware({
      get 'query-balloon'() {
        return { actual: --sizeMiB * 1024 ** 2 };
      },
    });
    const begunMs = performance.now();
    expect(await asked.ask('balloon', '64')).toEqual({ outcome: 'done', text: '' });
    expect(performance.now() - begunMs).toBeGreaterThan((await asked.hardware).limits.guestMs);
  });

  it('takes links and errors by name only', async () => {
    using dispatcher = dispatcherRig({ monitor: { 'qom-list': someDevices, set_link: {} } });
    expect(await dispatcher.ask('link', 'nic', 'down')).toEqual({ outcome: 'done', text: '' });
    expect(await dispatcher.ask('link', 'qdt.net', 'down')).toEqual({
      outcome: 'refused',
      text: 'qdt.net belongs to the runner',
    });
    expect(await dispatcher.ask('link', '#net012', 'down')).toMatchObject({ outcome: 'done' });
    expect(await dispatcher.ask('link', 'nic"}\u202e', 'down')).toMatchObject({
      outcome: 'refused',
      text: expect.stringContaining('expected the id of a network card') as string,
    });
    expect(await dispatcher.ask('link', 'nic', 'sideways')).toMatchObject({ outcome: 'usage' });
    expect(await dispatcher.ask('aer', 'edu0', 'BAD_TLP')).toEqual({ outcome: 'done', text: '' });
    expect(await dispatcher.ask('aer', 'edu0', '0xffff\nquit')).toMatchObject({ outcome: 'usage' });
  });
});
