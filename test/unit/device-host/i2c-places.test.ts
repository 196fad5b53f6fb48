import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { i2cPlaces } from '../../../src/device-host/i2c-places.ts';
import type { CloseReason, ServedDevice } from '../../../src/device-host/served-device.ts';
import { defineI2cDevice } from '../../../src/device/i2c/define-i2c-device.ts';
import type { I2cModel } from '../../../src/device/i2c/i2c-definition.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { I2cUnit } from '../../../src/device/unit/i2c-unit.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { cells, sensor } from '../device/i2c-models.ts';
import { eventually } from '../eventually.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { QemuClient } from './qemu-client.ts';

const nothing = (): void => undefined;

/** The buses of a machine, with a joined device and what it was told. */
function places() {
  const directory = temporaryDirectory();
  const buses = i2cPlaces();
  const joins = async (model: I2cModel, id: string, name?: string) => {
    const told: (CloseReason['kind'] | 'connected')[] = [];
    const unit = new I2cUnit(model, { time: hostTime }, id);
    const served = await buses.join(
      unit,
      { name, socket: join(directory, `${id}.sock`) },
      { onConnected: () => told.push('connected'), onClosed: ({ kind }) => told.push(kind) },
    );
    return { unit, served, told };
  };
  return { joins };
}

async function machineAt({ path }: ServedDevice): Promise<QemuClient> {
  const client = new QemuClient(await connectLocal(path), new GuestMemory(nothing, nothing));
  await client.handshake();
  return client;
}

describe('the I2C buses of a machine', () => {
  it('have one function each, at the socket of its first device', async () => {
    const { joins } = places();
    const first = await joins(sensor, 'temp0');
    const second = await joins(cells, 'rom0', 'i2c0');
    const other = await joins(sensor, 'temp1', 'i2c1');
    expect(second.served.path).toBe(first.served.path);
    expect(other.served.path).not.toBe(first.served.path);
    const client = await machineAt(first.served);
    expect(await client.readConfig(0, 4)).toEqual(Buffer.from([0x86, 0x80, 0x61, 0x9c]));
    expect([first.told, second.told, other.told]).toEqual([['connected'], ['connected'], []]);
    const late = await joins(
      defineI2cDevice({ name: 'late', i2c: { address: 0x20 }, registers: { A: { at: 0 } } }),
      'x',
    );
    expect(late.told).toEqual(['connected']);
    client.stream.destroy();
    await eventually(() => expect(late.told).toEqual(['connected', 'peer-closed']));
    for (const { served } of [first, second, other, late]) served[Symbol.dispose]();
  });

  it('refuse a second device at an address', async () => {
    const { joins } = places();
    const first = await joins(sensor, 'temp0');
    await expect(joins(sensor, 'temp1')).rejects.toThrow(
      'device temp1: expected an address of its own on this bus, found 0x48, which is that of temp0',
    );
    first.served[Symbol.dispose]();
  });

  it('refuse what the controller cannot give to a driver', async () => {
    const { joins } = places();
    const i2c = { address: 0x20, interrupt: {} };
    const registers = { A: { at: 0 } };
    await expect(joins(defineI2cDevice({ name: 'line', i2c, registers }), 'a')).rejects.toThrow(
      'device line has an interrupt, which an I2C bus behind a PCI controller cannot give to its driver',
    );
    const properties = { 'hid-descr-addr': 1 };
    await expect(
      joins(defineI2cDevice({ name: 'hid', i2c: { address: 0x20 }, properties, registers }), 'b'),
    ).rejects.toThrow('device hid has properties (hid-descr-addr), which an I2C bus behind a PCI controller');
  });

  it('end with their last device, and begin anew', async () => {
    const { joins } = places();
    const first = await joins(sensor, 'temp0');
    const second = await joins(cells, 'rom0');
    first.served[Symbol.dispose]();
    (await machineAt(second.served)).stream.destroy();
    second.served[Symbol.dispose]();
    await expect(connectLocal(first.served.path)).rejects.toThrow();
    const again = await joins(sensor, 'temp2');
    expect(again.served.path).not.toBe(first.served.path);
    again.served[Symbol.dispose]();
  });
});
