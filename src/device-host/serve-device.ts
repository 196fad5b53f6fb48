import type { Duplex } from 'node:stream';
import type { DeviceModel } from '../device/definition/define-device.ts';
import type { DeviceUnit } from '../device/device-unit.ts';
import { listenLocal } from '../host/local-socket.ts';
import { startLineRelay, type LineRelay } from './line-relay.ts';
import { DeviceConnection, type CloseReason } from './vfio-user/connection.ts';

/** A model that cannot be served to QEMU. */
export class UnservableModel extends Error {
  override readonly name = 'UnservableModel';
}

/** Told of the machines that come and go. */
export interface ServiceListener {
  readonly onConnected: () => void;
  readonly onClosed: (reason: CloseReason) => void;
}

/** One device at a socket, for one machine at a time. */
export interface ServedDevice extends Disposable {
  readonly path: string;
  /** Pulls it out of the machine that it is in: there it reads all ones. */
  readonly remove: () => void;
}

/**
 * Serves a device at a socket that QEMU connects to. A second machine that connects while the first is there is turned
 * away; one that comes later finds the device reset. A device with an interrupt line is reached through a relay;
 * without one it has its messages only.
 * @throws UnservableModel when it has nothing but a line, and there is no relay; LineRelayError, SystemError
 */
export async function serveDevice(
  unit: DeviceUnit,
  path: string,
  listener: ServiceListener,
  lineRelay?: LineRelay,
): Promise<ServedDevice> {
  const program = relayFor(unit.model, lineRelay);
  if (program === undefined) return await serveAt(unit, path, { hasLine: false, ...listener });
  const served = await serveAt(unit, `${path}~`, { hasLine: true, ...listener });
  try {
    const onLost = (how: string): void =>
      listener.onClosed({ kind: 'protocol-error', detail: `the relay of its interrupt line has ended: ${how}` });
    const relay = await startLineRelay({ program, path, modelPath: served.path, onLost });
    return {
      path,
      remove: served.remove,
      [Symbol.dispose]: () => {
        relay[Symbol.dispose]();
        served[Symbol.dispose]();
      },
    };
  } catch (error) {
    served[Symbol.dispose]();
    throw error;
  }
}

/** Undefined: the device is served without a relay. */
function relayFor(
  { name, interrupts: { msi, msix, intx } }: DeviceModel,
  lineRelay: LineRelay | undefined,
): string | undefined {
  if (intx !== true) return undefined;
  if (lineRelay?.kind === 'ready') return lineRelay.program;
  if (msi !== undefined || msix !== undefined) return undefined;
  throw new UnservableModel(
    `device ${name} has nothing but an interrupt line (interrupts.intx), and that cannot be served here: ` +
      `${lineRelay?.reason ?? 'its relay was not provided'}. msi and msix need nothing.`,
  );
}

interface Serving extends ServiceListener {
  readonly hasLine: boolean;
}

async function serveAt(
  unit: DeviceUnit,
  path: string,
  { hasLine, onConnected, onClosed }: Serving,
): Promise<ServedDevice> {
  let current: DeviceConnection | undefined;
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    const connection = new DeviceConnection(stream, unit, {
      hasLine,
      onClosed: (reason) => {
        current = undefined;
        onClosed(reason);
      },
    });
    current = connection;
    onConnected();
  };
  const server = await listenLocal(path, take);
  return {
    path,
    remove: () => current?.pullOut(),
    [Symbol.dispose]: () => {
      current?.close({ kind: 'removed' });
      server[Symbol.dispose]();
    },
  };
}
