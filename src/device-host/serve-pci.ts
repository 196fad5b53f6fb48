import type { Duplex } from 'node:stream';
import type { PciModel } from '../device/definition/definition.ts';
import type { PluggableFunction } from '../device/pci/pci-function.ts';
import { listenLocal } from '../host/local-socket.ts';
import { describeFailure } from './host-line.ts';
import { checkLineRelay, type LineRelay, startLineRelay } from './line-relay.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';
import { DeviceConnection } from './vfio-user/connection.ts';
import { LineWire } from './vfio-user/line-wire.ts';
import { streamWire, type Wire } from './vfio-user/wire.ts';

/** A model that cannot be served to QEMU. */
export class UnservableModel extends Error {
  override readonly name = 'UnservableModel';
}

/**
 * Serves a device at a socket for QEMU. A second machine that connects at the same time is rejected; a later one finds
 * the device reset. The descriptor of an interrupt line needs a relay; without one the device has only messages.
 * @throws UnservableModel when it has only a line and there is no relay @throws LineRelayError @throws SystemError
 */
export async function servePci(
  unit: PluggableFunction,
  path: string,
  listener: ServiceListener,
  lineRelay?: LineRelay,
): Promise<ServedDevice> {
  const relay = relayFor(unit.model, lineRelay);
  if (relay === undefined) return await serveAt(unit, path, { wireFor: streamWire, ...listener });
  const { program, isTried } = relay;
  if (isTried !== true) await checkLineRelay(program);
  return await serveAt(unit, path, {
    wireFor: (machine) => new LineWire(machine, startLineRelay(program, machine)),
    isRelayed: true,
    ...listener,
  });
}

/** Undefined: the device is served without a relay. */
function relayFor(
  { name, interrupts: { msi, msix, intx } }: PciModel,
  lineRelay: LineRelay | undefined,
): Extract<LineRelay, { kind: 'ready' }> | undefined {
  if (intx !== true) return undefined;
  if (lineRelay?.kind === 'ready') return lineRelay;
  if (msi !== undefined || msix !== undefined) return undefined;
  throw new UnservableModel(
    `device ${name} has only an interrupt line (interrupts.intx), which does not work here: ` +
      `${lineRelay?.reason ?? 'its relay was not provided'}. Use msi or msix, which need no relay.`,
  );
}

interface Serving extends ServiceListener {
  /** @throws SystemError */
  readonly wireFor: (machine: Duplex) => Wire;
  readonly isRelayed?: boolean;
}

async function serveAt(
  unit: PluggableFunction,
  path: string,
  { wireFor, isRelayed = false, onConnected, onClosed }: Serving,
): Promise<ServedDevice> {
  let current: DeviceConnection | undefined;
  const closed = (reason: CloseReason): void => {
    current = undefined;
    onClosed(reason);
  };
  const take = (stream: Duplex): void => {
    if (current !== undefined) {
      stream.destroy();
      return;
    }
    try {
      current = new DeviceConnection(wireFor(stream), unit, { onClosed: closed });
    } catch (error) {
      stream.destroy();
      closed({
        kind: 'protocol-error',
        detail: `the relay of its interrupt line did not start: ${describeFailure(error).message}`,
      });
      return;
    }
    onConnected();
  };
  const server = await listenLocal(path, take, { pauseOnConnect: isRelayed });
  return {
    path,
    remove: () => current?.pullOut(),
    transfersDone: async () => await current?.transfersDone(),
    [Symbol.dispose]: () => {
      current?.close({ kind: 'removed' });
      server[Symbol.dispose]();
    },
  };
}
