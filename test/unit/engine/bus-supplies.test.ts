import { describe, expect, it } from 'vitest';
import { busModulesOf, missingBus } from '../../../src/engine/bus-supplies.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import { suite, suiteTest } from '../plan/plan-request.ts';

const scale = { id: 'scale0', path: '/s/scale.ts', parameters: new Map(), file: '/s/info/devices', line: 3 };
const test = suiteTest('/s', 'a', { devices: [scale] });
const cell = { arch: 'x86_64' } as Cell;
const planned = { cell, suite: suite('/s', [], { tests: [test] }), test };
const kernel = { spec: 'debian:6.12-cloud', release: '6.12.1-cloud' };
const buses = new Map([['/s/scale.ts', 'usb' as const]]);

describe('a device on a kernel without the driver of its bus', () => {
  it('is named, with what is missing and what to do', () => {
    const supplies = { kernel, buses, archive: { lacking: ['xhci_pci'] } };
    expect(missingBus(planned, supplies)).toBe(
      'debian:6.12-cloud (6.12.1-cloud) has no xhci_pci, which the device scale0 (info/devices:3, a model for usb) ' +
        'needs. Choose a kernel that has it with --kernel or info/kernel: the small kernels for clouds leave such ' +
        'drivers out, the ordinary ones have them.',
    );
    expect(busModulesOf(planned, supplies)).toEqual([]);
  });

  it('is no problem where the kernel has it, or no bus is known', () => {
    expect(missingBus(planned, { kernel, buses, archive: { lacking: [] } })).toBeUndefined();
    expect(missingBus(planned, { kernel, archive: {} })).toBeUndefined();
    expect(busModulesOf(planned, { buses, archive: { lacking: [] } })).toEqual(['xhci_pci']);
  });
});
