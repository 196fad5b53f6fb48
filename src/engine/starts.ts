import { templateObstacle } from '../machine/memory-size.ts';
import { memoryObstacle } from '../machine/private-memory.ts';
import { splitDeviceArgs } from '../plan/device-args.ts';
import { treePlanOf } from '../plan/device-tree.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { type PlannedStart, planStarts } from '../plan/start-plan.ts';
import { suppliesOf } from './run.ts';
import { busModulesOf } from './bus-supplies.ts';
import { refusedTree } from './device-trees.ts';
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
    obstacle: (cell, args) => obstacleOf(cell, args, suppliesOf({ supplies }, cell)),
    noMachine: (planned) => noMachineFor(planned, suppliesOf({ supplies }, planned.cell)),
  });
}

/** Why a cell's machine with these additional arguments cannot be a template; undefined: it can. */
export function obstacleOf({ machine }: Cell, args: readonly string[], supplies: CellSupplies): string | undefined {
  const [stateless] = splitDeviceArgs(machine.args, (driver) => keepsState(supplies, driver)).plugged;
  if (stateless !== undefined) return `QEMU does not save the state of a device of its machine: ${stateless}`;
  const places = [machine.args, args];
  return templateObstacle(places) ?? memoryObstacle(places, supplies.qemu.version);
}

function noMachineFor(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test' | 'diskImage'>,
  supplies: CellSupplies,
): string | undefined {
  return missingDisk(planned, supplies) ?? refusedTree(planned, supplies);
}

/** Virtio devices save their state in their own way, which the dump does not list. */
export function keepsState({ statefulDevices }: CellSupplies, driver: string): boolean {
  return statefulDevices.has(driver) || driver.startsWith('virtio-');
}
