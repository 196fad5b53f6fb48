import type { Duplex } from 'node:stream';
import type { DeviceModel } from '../device/definition/define-device.ts';
import type { DeviceUnit } from '../device/device-unit.ts';
import { listenLocal } from '../host/local-socket.ts';
import { DeviceConnection, type CloseReason } from './vfio-user/connection.ts';

/** A model that cannot be served to QEMU. */
export class UnservableModel extends Error {
  override readonly name = 'UnservableModel';
}

/** One device at a socket, for one machine at a time. */
export interface ServedDevice extends Disposable {
  readonly path: string;
  /** Pulls it out of the machine that it is in: there it reads all ones. */
  readonly remove: () => void;
}

/**
 * @throws UnservableModel when it has a line. Over vfio-user that is an eventfd in an ancillary message, and Node's sockets drop those:
 * the interrupt would just never come.
 */
export function checkServable({ name, interrupts }: DeviceModel): void {
  if (interrupts.intx !== true) return;
  throw new UnservableModel(
    `device ${name} has an interrupt line (interrupts.intx), which cannot be served to QEMU: the line is a file descriptor that is sent over the socket, and Node cannot receive those. Leave intx out and use msi or msix; a driver asks for them with pci_alloc_irq_vectors.`,
  );
}

/**
 * Serves a device at a socket that QEMU connects to. A second machine that connects while the first is there is turned away; one that comes
 * later finds the device reset.
 * @throws UnservableModel, SystemError
 */
export async function serveDevice(unit: DeviceUnit, path: string, onClosed: (reason: CloseReason) => void): Promise<ServedDevice> {
  checkServable(unit.model);
  let current: DeviceConnection | undefined;
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    const connection = new DeviceConnection(stream, unit, {
      onClosed: (reason) => {
        current = undefined;
        onClosed(reason);
      },
    });
    current = connection;
  };
  const server = await listenLocal(path, take);
  const remove = (): void => current?.close({ kind: 'removed' });
  return {
    path,
    remove,
    [Symbol.dispose]: () => {
      remove();
      server[Symbol.dispose]();
    },
  };
}
