import type { HwMonitor } from '../answerers.ts';
import type { AttachedDevice, Backend } from './attached-device.ts';

/** Arguments of a machine that has the device from the start. `slot`: as in {@link plugAttached}. */
export function deviceArguments(
  { id, driver, properties, backends }: AttachedDevice,
  slot?: string,
): readonly string[] {
  const device = { driver, id, ...(slot === undefined ? {} : { bus: slot }), ...properties };
  return [...backends.flatMap(backendArguments), '-device', JSON.stringify(device)];
}

function backendArguments({ kind, id, socket }: Backend): readonly string[] {
  switch (kind) {
    case 'bytes':
      return ['-chardev', `socket,id=${id},path=${socket.replaceAll(',', ',,')}`];
    case 'frames':
      return ['-netdev', JSON.stringify(network(id, socket))];
  }
}

function network(id: string, socket: string): Readonly<Record<string, unknown>> {
  return { type: 'stream', id, server: false, addr: { type: 'unix', path: socket } };
}

/**
 * Plugs a device into a running machine, with what is behind it. `slot`: the bus for a PCI function; undefined: QEMU
 * finds one. @throws QmpError
 */
export async function plugAttached(
  monitor: HwMonitor,
  { id, driver, properties, backends, place }: AttachedDevice,
  slot: string | undefined,
): Promise<void> {
  const added: Backend[] = [];
  try {
    for (const backend of backends) {
      await addBackend(monitor, backend);
      added.push(backend);
    }
    const bus = place === 'slot' && slot !== undefined ? { bus: slot } : {};
    await monitor.execute('device_add', { driver, id, ...bus, ...properties });
  } catch (error) {
    for (const backend of added) await removeBackend(monitor, backend);
    throw error;
  }
}

async function addBackend(monitor: HwMonitor, { kind, id, socket }: Backend): Promise<void> {
  switch (kind) {
    case 'bytes': {
      const addr = { type: 'unix', data: { path: socket } };
      await monitor.execute('chardev-add', { id, backend: { type: 'socket', data: { addr, server: false } } });
      return;
    }
    case 'frames':
      await monitor.execute('netdev_add', network(id, socket));
  }
}

/** When the device is gone. @throws QmpError */
async function removeBackend(monitor: HwMonitor, { kind, id }: Backend): Promise<void> {
  await monitor.execute(kind === 'bytes' ? 'chardev-remove' : 'netdev_del', { id });
}

/** Removes what was behind a device that is gone. A usb-redir takes its character device along. @throws QmpError */
export async function dropBackends(monitor: HwMonitor, { driver, backends }: AttachedDevice): Promise<void> {
  if (driver === 'usb-redir') return;
  for (const backend of backends) await removeBackend(monitor, backend);
}
