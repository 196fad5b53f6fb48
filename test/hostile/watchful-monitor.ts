import { allowedDrivers } from '../../src/hardware/drivers/allowed-drivers.ts';
import type { HwMonitor } from '../../src/hardware/answerers.ts';
import { QmpError } from '../../src/machine/qmp/message.ts';

type Arguments = Readonly<Record<string, unknown>>;

const plainId = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;
const ourOwn = (name: unknown): boolean => String(name).startsWith('qdt.');
const isId = (name: unknown): boolean => typeof name === 'string' && plainId.test(name) && !ourOwn(name);
const isPath = (path: unknown): boolean => {
  const root = '/machine/peripheral';
  return (
    path === root || (typeof path === 'string' && path.startsWith(`${root}/`) && isId(path.slice(root.length + 1)))
  );
};
/** Properties that a guest may see: see `listed`. */
const reachable: readonly unknown[] = ['dma_mask', 'is_on', 'mac'];
const isPlainValue = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  typeof value === 'bigint' ||
  (typeof value === 'string' && /^[A-Za-z0-9.:_+-]{1,64}$/.test(value));

/** QEMU's monitor behind all checks. It reports requests that no guest may cause. */
export class WatchfulMonitor implements HwMonitor {
  readonly #directory: string;
  readonly #devices = new Map<string, string>([
    ['edu0', 'edu'],
    ['edu0.5', 'edu'],
    ['qdt.serial', 'virtio-serial-pci'],
    ['port0', 'pcie-root-port'],
  ]);
  #asked = 0;
  complaint: string | undefined;

  /** `directory`: the place for disk sockets. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  execute(name: string, given?: object): Promise<unknown> {
    const args = (given ?? {}) as Arguments;
    if (!this.#isFine(name, args))
      this.complaint ??=
        `QEMU was told ${name} ` +
        JSON.stringify(args, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).slice(
          0,
          1000,
        );
    // QEMU refuses sometimes.
    if (++this.#asked % 17 === 0) return Promise.reject(new QmpError('execute', 'it cannot be done'));
    return Promise.resolve(this.#answer(name, args));
  }

  #answer(name: string, args: Arguments): unknown {
    switch (name) {
      case 'qom-list':
        return args['path'] === '/machine/peripheral'
          ? [...this.#devices].map(([id, driver]) => ({ name: id, type: `child<${driver}>` }))
          : listed;
      case 'device_add':
        this.#devices.set(String(args['id']), String(args['driver']));
        return {};
      case 'query-balloon':
        return { actual: 256 * 1024 ** 2 };
      case 'qom-get':
        return args['property'] === 'realized' ? true : 1;
      default:
        return {};
    }
  }

  #isFine(name: string, args: Arguments): boolean {
    const keys = Object.keys(args).sort().join(' ');
    switch (name) {
      case 'qom-list':
        return keys === 'path' && isPath(args['path']);
      case 'qom-get':
        return (
          keys === 'path property' && isPath(args['path']) && [...reachable, 'realized'].includes(args['property'])
        );
      case 'qom-set':
        return (
          keys === 'path property value' &&
          isPath(args['path']) &&
          (reachable.includes(args['property']) || (args['property'] === 'realized' && args['value'] === false)) &&
          isPlainValue(args['value'])
        );
      case 'device_add':
        return isFineDevice(args);
      case 'device_del':
        return keys === 'id' && isId(args['id']);
      case 'set_link':
        return keys === 'name up' && isId(String(args['name']).replace(/^#/, '')) && typeof args['up'] === 'boolean';
      case 'balloon':
        return keys === 'value' && Number.isSafeInteger(args['value']);
      case 'human-monitor-command':
        return (
          /^pcie_aer_inject_error (-c )?[A-Za-z][\w.-]{0,63} (0x[0-9a-f]{1,4}|[A-Z_]{3,12})$/.test(
            String(args['command-line']),
          ) && !ourOwn(String(args['command-line']).split(' ').at(-2))
        );
      case 'blockdev-add':
        return (
          args['driver'] === 'nbd' &&
          /^qdt\.block\d+$/.test(String(args['node-name'])) &&
          JSON.stringify(args['server']).startsWith(`{"type":"unix","path":"${this.#directory}/`)
        );
      case 'blockdev-del':
        return keys === 'node-name' && /^qdt\.block\d+$/.test(String(args['node-name']));
      default:
        return ['query-pci', 'query-status', 'query-balloon', 'inject-nmi'].includes(name) && keys === '';
    }
  }
}

/** Our own settings of a device, in addition to its driver's list. */
const ours: ReadonlySet<string> = new Set(['driver', 'id', 'bus', 'drive', 'serial', 'werror', 'rerror']);

function isFineDevice(args: Arguments): boolean {
  const allowed = allowedDrivers.get(String(args['driver']));
  if (allowed === undefined || !isId(args['id'])) return false;
  if (args['bus'] !== undefined && !isId(args['bus'])) return false;
  const { drive = 'qdt.block0' } = args;
  if (typeof drive !== 'string' || !/^qdt\.block\d+$/.test(drive)) return false;
  return Object.entries(args).every(
    ([name, value]) => isPlainValue(value) && (ours.has(name) || Object.hasOwn(allowed.properties, name)),
  );
}

const listed = [
  { name: 'type', type: 'string' },
  { name: 'dma_mask', type: 'uint64' },
  { name: 'is_on', type: 'bool' },
  { name: 'romfile', type: 'str' },
  { name: 'mac', type: 'str' },
  { name: 'realized', type: 'bool' },
  { name: 'parent', type: 'link<bus>' },
  { name: 'bus master[0]', type: 'str' },
];
