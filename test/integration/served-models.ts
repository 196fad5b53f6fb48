import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceModel } from '../../src/device/definition/define-device.ts';
import { DeviceUnit } from '../../src/device/device-unit.ts';
import { hostTime } from '../../src/device/instance/host-time.ts';
import { DeviceConnection, type CloseReason } from '../../src/device-host/vfio-user/connection.ts';
import { listenLocal } from '../../src/host/local-socket.ts';

/** A model at a socket, with a device of its own for every machine that connects. */
export interface ServedModels extends AsyncDisposable {
  /** For `-device`: what QEMU 11 is told to connect. */
  readonly deviceArgument: string;
  readonly units: readonly DeviceUnit[];
  readonly closed: readonly CloseReason[];
}

export async function serveModels(model: DeviceModel, faults: (unit: DeviceUnit) => void = () => undefined): Promise<ServedModels> {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-model-'));
  const units: DeviceUnit[] = [];
  const closed: CloseReason[] = [];
  const path = join(directory, 'device.sock');
  const server = await listenLocal(path, (stream) => {
    const unit = new DeviceUnit(model, { time: hostTime });
    faults(unit);
    units.push(unit);
    new DeviceConnection(stream, unit, { onClosed: (reason) => closed.push(reason) });
  });
  return {
    deviceArgument: JSON.stringify({ driver: 'vfio-user-pci', socket: { type: 'unix', path }, 'x-msg-timeout': 60_000, 'x-no-posted-writes': true }),
    units,
    closed,
    [Symbol.asyncDispose]: () => {
      server[Symbol.dispose]();
      rmSync(directory, { recursive: true });
      return Promise.resolve();
    },
  };
}
