import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CloseReason } from '../../src/device-host/served-device.ts';
import { DeviceConnection } from '../../src/device-host/vfio-user/connection.ts';
import { streamWire } from '../../src/device-host/vfio-user/wire.ts';
import type { PciModel } from '../../src/device/definition/definition.ts';
import type { UnitOptions } from '../../src/device/unit/device-unit.ts';
import { PciUnit } from '../../src/device/unit/pci-unit.ts';
import { hostTime } from '../../src/device/instance/model-clock.ts';
import { listenLocal } from '../../src/host/local-socket.ts';

/** A model at a socket, with a new device for every machine that connects. */
export interface ServedModels extends AsyncDisposable {
  /** The value of `-device` for QEMU 11. */
  readonly deviceArgument: string;
  readonly units: readonly PciUnit[];
  readonly closed: readonly CloseReason[];
}

export interface ServedModelOptions extends Omit<UnitOptions, 'time' | 'onRemoved'> {
  /** Called before its machine finds it. */
  readonly prepare?: (unit: PciUnit) => void;
}

export async function serveModels(
  model: PciModel,
  { prepare = () => undefined, ...options }: ServedModelOptions = {},
): Promise<ServedModels> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-model-'));
  const units: PciUnit[] = [];
  const closed: CloseReason[] = [];
  const path = join(directory, 'device.sock');
  const server = await listenLocal(path, (stream) => {
    // The access that removes it is answered first, as in the process of the models.
    const unit = new PciUnit(model, {
      time: hostTime,
      ...options,
      onRemoved: () => setImmediate(() => connection.pullOut()),
    });
    prepare(unit);
    units.push(unit);
    const connection = new DeviceConnection(streamWire(stream), unit, { onClosed: (reason) => closed.push(reason) });
  });
  return {
    deviceArgument: vfioUserDevice(path),
    units,
    closed,
    [Symbol.asyncDispose]: () => {
      server[Symbol.dispose]();
      rmSync(directory, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** The value of `-device` for a device at a socket. */
export function vfioUserDevice(path: string): string {
  return JSON.stringify({
    driver: 'vfio-user-pci',
    socket: { type: 'unix', path },
    'x-msg-timeout': 60_000,
    'x-no-posted-writes': true,
  });
}
