import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyLayout } from '../../../src/hardware/attach/attached-device.ts';
import type { AttachedModels } from '../../../src/hardware/answerers.ts';
import { buildDeviceHost, startHostRig } from '../device-host/host-rig.ts';
import { dispatcherRig } from './dispatcher-rig.ts';

describe('device models', () => {
  let built: ReturnType<typeof buildDeviceHost>;
  beforeAll(() => {
    built = buildDeviceHost();
  });
  afterAll(() => built[Symbol.dispose]());

  it('have controls, faults and a clock that a test reaches', async () => {
    using host = startHostRig(built.program);
    await host.create('counter.ts', { device: 'counter0' });
    const models: AttachedModels = { ids: ['counter0'], layout: emptyLayout, ask: host.host.ask };
    using dispatcher = dispatcherRig(
      { monitor: { 'qom-list': { return: [{ name: 'counter0', type: 'child<vfio-user-pci>' }] } } },
      { models },
    );
    const controls = (await dispatcher.ask('list')).text.split('\n');
    expect(controls[0]).toBe('counter0 device model');
    expect(await dispatcher.ask('get', 'counter0.nonsense')).toMatchObject({
      outcome: 'refused',
      text: expect.stringMatching(/^counter0 has no control "nonsense"; its controls are /) as string,
    });
    expect(await dispatcher.ask('set', 'counter0.nonsense', '1')).toMatchObject({
      outcome: 'refused',
      text: expect.stringMatching(/^no control "nonsense"; its controls are /) as string,
    });

    expect(await dispatcher.ask('fault', 'counter0', 'read-ones', 'nth=1')).toEqual({
      outcome: 'done',
      text: 'read-ones',
    });
    expect(await dispatcher.ask('fault', 'counter0', 'burn')).toMatchObject({
      outcome: 'refused',
      text: expect.stringMatching(/^fault "burn": unknown fault "burn"; the faults are /) as string,
    });
    expect(await dispatcher.ask('fired', 'counter0', 'read-ones')).toEqual({
      outcome: 'refused',
      text: 'read-ones of counter0: expected at least 1 firings, found that it fired 0 times in 0 matching accesses',
    });
    expect(await dispatcher.ask('fired', 'counter0', 'other')).toEqual({
      outcome: 'refused',
      text: 'counter0 has no fault "other"; the faults are read-ones',
    });
    expect(await dispatcher.ask('clear', 'counter0')).toEqual({ outcome: 'done', text: '' });
    expect((await dispatcher.ask('list')).text).toContain('  fault read-ones: read-ones nth=1 (fired 0 of 0, cleared)');

    expect(await dispatcher.ask('clock', 'counter0', 'stop')).toMatchObject({
      outcome: 'done',
      text: expect.stringMatching(/^\d+(\.\d+)?us$/) as string,
    });
    const before = await dispatcher.ask('clock', 'counter0', 'stop');
    const after = await dispatcher.ask('clock', 'counter0', 'step', '5ms');
    expect(parseFloat(after.text) - parseFloat(before.text)).toBeCloseTo(5000);
    for (const change of [['step'], ['step', '5'], ['step', '9h'], ['stop', 'now'], ['start']])
      expect(await dispatcher.ask('clock', 'counter0', ...change)).toMatchObject({ outcome: 'usage' });

    expect(await dispatcher.ask('remove', 'counter0')).toEqual({ outcome: 'done', text: '' });
    host.host[Symbol.dispose]();
    expect(await dispatcher.ask('clear', 'counter0')).toMatchObject({
      outcome: 'refused',
      text: expect.stringMatching(/^its process was stopped/) as string,
    });
  });
});
