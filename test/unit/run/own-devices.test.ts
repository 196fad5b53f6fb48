import { expect, it } from 'vitest';
import type { ArchitectureName } from '../../../src/architecture/architecture.ts';
import { architectureOf } from '../../../src/architecture/architectures.ts';
import { LayoutBuilder } from '../../../src/hardware/attach/layout.ts';
import { attachedTo, ownDevices } from '../../../src/run/devices/own-devices.ts';

function layout(): LayoutBuilder {
  const builder = new LayoutBuilder();
  for (const [bus, id] of [
    ['serial', 'gps0'],
    ['link', 'net0'],
    ['usb', 'scale0'],
  ] as const)
    builder.add(bus, { id, socket: `/s/${id}` });
  return builder;
}

/** The devices that a machine boots with, in their slots, and those that it gets later. */
function machineOf(name: ArchitectureName, hasSlots = true): object {
  const attached = attachedTo({ arch: architectureOf(name) }, layout().devices);
  const { slots, args } = ownDevices(attached, hasSlots);
  const devices = args.flatMap((arg, index) => {
    if (args[index - 1] !== '-device') return [];
    const { id, bus } = JSON.parse(arg) as { readonly id: string; readonly bus?: string };
    return [bus === undefined ? id : `${id} at ${bus}`];
  });
  return { slots, devices, later: attached.later.map(({ id }) => id) };
}

it('a machine boots with the devices of its models, each PCI function in a slot', () => {
  const devices = ['gps0 at qdt.slot0', 'net0 at qdt.slot1', 'qdt.usb at qdt.slot2', 'scale0 at qdt.usb.0'];
  for (const name of ['x86_64', 'aarch64'] as const) expect(machineOf(name)).toEqual({ slots: 3, devices, later: [] });
});

it('gets a serial port later where that would take the name of the console, and keeps a slot for it', () => {
  const devices = ['net0 at qdt.slot0', 'qdt.usb at qdt.slot1', 'scale0 at qdt.usb.0'];
  expect(machineOf('riscv64')).toEqual({ slots: 3, devices, later: ['gps0'] });
  expect(machineOf('riscv64', false)).toMatchObject({ slots: 0, later: ['gps0'] });
});
