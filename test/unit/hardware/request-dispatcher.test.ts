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
