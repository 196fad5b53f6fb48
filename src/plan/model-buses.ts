import type { BusName } from '../device/definition/model-base.ts';
import type { DeviceLine } from '../suite/suite.ts';
import { devicesOf } from './device-args.ts';
import { isInTree, type TreeModels } from './device-tree.ts';
import type { PlannedTest } from './plan.ts';

/** The bus of each model, by the path of its file. A model that could not be loaded is not there. */
export type ModelBuses = ReadonlyMap<string, BusName>;

/** What the models of a plan are. Absent: there are none. */
export interface PlanModels {
  readonly buses?: ModelBuses;
  /** Those that a device tree can describe. */
  readonly trees?: TreeModels;
}

/** A device with the modules of the kernel that make its bus work. */
export interface BusNeed {
  readonly device: DeviceLine;
  readonly bus: BusName;
  readonly modules: readonly string[];
}

/** What the kernel's own drivers do for a bus; a driver under test is beyond them. */
const modulesOfBuses: Readonly<Record<BusName, readonly string[]>> = {
  pci: [],
  usb: ['xhci_pci'],
  i2c: ['i2c_designware_pci', 'i2c_dev'],
  spi: [],
  gpio: [],
  platform: [],
  serial: ['8250_pci'],
  link: ['virtio_net'],
  can: ['xhci_pci', 'gs_usb', 'can_raw'],
};

/** The module that drives a board (guest/board), as the kernel names it. */
export const boardHelper = 'qdt_board';

/** The value of `bus=` that puts an I2C device on a board, where it can have an interrupt and properties. */
export const boardPlace = 'board';

/** The id of the model of a UART of which `bus=uart0.line` is the line; undefined: another place. */
export function uartOfPlace(place: string | undefined): string | undefined {
  return place === undefined ? undefined : /^(.+)\.line$/.exec(place)?.[1];
}

const boardBuses: ReadonlySet<BusName> = new Set(['spi', 'gpio', 'platform']);

/**
 * The first device of a test that is behind a board; undefined: the test needs none. One that the machine's device tree
 * describes is not, nor is one that only a device tree can describe.
 */
export function boardDevice(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  buses: ModelBuses,
  trees: TreeModels = new Map(),
): DeviceLine | undefined {
  const isElsewhere = (path: string): boolean => trees.get(path)?.isOnly === true || isInTree(planned, path, trees);
  return devicesOf(planned).find((device) => isOnBoard(device, buses) && !isElsewhere(device.path));
}

function isOnBoard({ path, place }: DeviceLine, buses: ModelBuses): boolean {
  const bus = buses.get(path);
  return bus !== undefined && (boardBuses.has(bus) || (bus === 'i2c' && place === boardPlace));
}

/** The needs of a test's devices. A model of an unknown bus needs nothing. */
export function busNeeds(planned: Pick<PlannedTest, 'suite' | 'test'>, buses: ModelBuses): readonly BusNeed[] {
  return devicesOf(planned).flatMap((device) => {
    const bus = buses.get(device.path);
    const isAtModel = uartOfPlace(device.place) !== undefined;
    const isPlain = device.nic === undefined && !isAtModel && !isOnBoard(device, buses);
    const modules = bus === undefined || !isPlain ? [] : modulesOfBuses[bus];
    return bus === undefined || modules.length === 0 ? [] : [{ device, bus, modules }];
  });
}

/** Each module once. */
export function busModules(planned: Pick<PlannedTest, 'suite' | 'test'>, buses: ModelBuses): readonly string[] {
  return [...new Set(busNeeds(planned, buses).flatMap(({ modules }) => modules))];
}
