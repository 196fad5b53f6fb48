import type { Duplex } from 'node:stream';
import type { UsbUnit } from '../device/unit/usb-unit.ts';
import { listenLocal } from '../host/local-socket.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';
import { RedirConnection } from './usb-redir/redir-connection.ts';
import { streamWire } from './vfio-user/wire.ts';

/**
 * Serves a device at a socket for the character device of QEMU's usb-redir. A second machine that connects at the same
 * time is rejected; a later one finds the device reset. @throws SystemError
 */
export async function serveUsb(
  unit: UsbUnit,
  path: string,
  { onConnected, onClosed }: ServiceListener,
): Promise<ServedDevice> {
  let current: RedirConnection | undefined;
  const closed = (reason: CloseReason): void => {
    current = undefined;
    onClosed(reason);
  };
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    current = new RedirConnection(streamWire(stream), unit, closed);
    onConnected();
  };
  const server = await listenLocal(path, take);
  return {
    path,
    remove: () => current?.pullOut(),
    transfersDone: async () => await current?.sent(),
    [Symbol.dispose]: () => {
      current?.close({ kind: 'removed' });
      server[Symbol.dispose]();
    },
  };
}
