import { describe, expect, it } from 'vitest';
import { emptyLayout } from '../../../src/hardware/attach/attached-device.ts';
import { dispatcherRig, recordingHardware, someDevices } from './dispatcher-rig.ts';

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
