import { architectureOf } from '../architecture/architectures.ts';
import { readTextIfThere } from '../host/files/file-facts.ts';
import { templateObstacle } from '../machine/memory-size.ts';
import { memoryObstacle } from '../machine/private-memory.ts';
import { splitDeviceArgs } from '../plan/device-args.ts';
import { treePlanOf } from '../plan/device-tree.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { type PlannedStart, planStarts } from '../plan/start-plan.ts';
import { parseConfig, valueIn } from '../provision/kernel/source/config-values.ts';
import { suppliesOf } from './run.ts';
import { busModulesOf } from './bus-supplies.ts';
import { missingDisk } from './missing.ts';
import type { CellSupplies } from './supplies.ts';

export interface StartRequest {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly start: 'auto' | 'clone' | 'cold';
  readonly repeat: number;
}

/** How each test starts, given what this QEMU can save and plug in. */
export function chooseStarts({ plan, supplies, start, repeat }: StartRequest): ReadonlyMap<PlannedTest, PlannedStart> {
  return planStarts(plan.tests, {
    start,
    repeat,
    keepsState: (cell, driver) => keepsState(suppliesOf({ supplies }, cell), driver),
    busModules: (planned) => busModulesOf(planned, suppliesOf({ supplies }, planned.cell)),
    treeOf: (planned) => treePlanOf(planned, suppliesOf({ supplies }, planned.cell).trees ?? new Map()),
    plugObstacle: rememberedByCell((cell) => plugObstacleOf(suppliesOf({ supplies }, cell))),
    obstacle: (cell, args) => obstacleOf(cell, args, suppliesOf({ supplies }, cell)),
    noMachine: (planned) => missingDisk(planned, suppliesOf({ supplies }, planned.cell)),
  });
}

/** Why a cell's machine with these additional arguments cannot be a template; undefined: it can. */
export function obstacleOf({ machine }: Cell, args: readonly string[], supplies: CellSupplies): string | undefined {
  const [stateless] = splitDeviceArgs(machine.args, (driver) => keepsState(supplies, driver)).plugged;
  if (stateless !== undefined) return `QEMU does not save the state of a device of its machine: ${stateless}`;
  const places = [machine.args, args];
  return templateObstacle(places) ?? memoryObstacle(places, supplies.qemu.version);
}

/** The configuration of a kernel is long, and asked for by every test. */
function rememberedByCell(ask: (cell: Cell) => string | undefined): (cell: Cell) => string | undefined {
  const known = new Map<Cell, string | undefined>();
  return (cell) => {
    if (!known.has(cell)) known.set(cell, ask(cell));
    return known.get(cell);
  };
}

/** Why a kernel takes no device while it runs; undefined: it does, or its configuration is not known. */
export function plugObstacleOf({ kernel }: Pick<CellSupplies, 'kernel'>): string | undefined {
  const symbol = architectureOf(kernel.arch).guest.plugConfig;
  const text = kernel.config === undefined ? undefined : readTextIfThere(kernel.config);
  if (symbol === undefined || text === undefined) return undefined;
  const value = valueIn(parseConfig(text), symbol);
  return value === 'y' ? undefined : `this kernel takes no device while it runs: CONFIG_${symbol}=${value}`;
}

/** Virtio devices save their state in their own way, which the dump does not list. */
export function keepsState({ statefulDevices }: CellSupplies, driver: string): boolean {
  return statefulDevices.has(driver) || driver.startsWith('virtio-');
}
