import { describe, expect, it } from 'vitest';
import { emptyLayout } from '../../../src/hardware/attach/attached-device.ts';
import { dispatcherRig, someDevices } from './dispatcher-rig.ts';

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
