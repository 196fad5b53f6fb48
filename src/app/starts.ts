import { templateObstacle } from '../machine/template-obstacle.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { planStarts, type PlannedStart } from '../plan/start-plan.ts';
import { suppliesOf } from './cell-boots.ts';
import type { CellSupplies } from './supplies.ts';

export interface StartRequest {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly start: 'auto' | 'clone' | 'cold';
  readonly repeat: number;
}

/** How each test starts, by what this QEMU can save and plug. */
export function chooseStarts({ plan, supplies, start, repeat }: StartRequest): ReadonlyMap<PlannedTest, PlannedStart> {
  return planStarts(plan.tests, {
    start,
    repeat,
    keepsState: (cell, driver) => keepsState(suppliesOf({ supplies }, cell), driver),
    obstacle: ({ machine }, args) => templateObstacle([machine.args, args]),
  });
}

/** Virtio devices save their state by a way of their own, which the dump does not list. */
export function keepsState({ statefulDevices }: CellSupplies, driver: string): boolean {
  return statefulDevices.has(driver) || driver.startsWith('virtio-');
}
