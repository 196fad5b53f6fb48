import { architectureOf } from '../architecture/architectures.ts';
import type { TreeFacts } from '../device/tree/tree-facts.ts';
import type { TreeSource } from '../suite/suite.ts';
import { devicesOf } from './device-args.ts';
import type { PlannedTest } from './plan.ts';

/** A model that a device tree can describe. */
export interface TreeModel {
  readonly facts: TreeFacts;
  /** Nothing else can. */
  readonly isOnly: boolean;
}

/** By the paths of the models' files. */
export type TreeModels = ReadonlyMap<string, TreeModel>;

/** What a machine's device tree has beyond QEMU's. */
export interface TreePlan {
  readonly devices: readonly { readonly id: string; readonly facts: TreeFacts }[];
  /** The suite's, then the test's. */
  readonly fragments: readonly TreeSource[];
}

/**
 * The driver of the supply that the nodes of devices wait for (regulator-fixed). Nothing may load it before their
 * registers come; then the agent does.
 */
export const treePower = 'fixed';

/** Whether the nodes of a tree wait for the registers of devices. */
export function waits(tree: TreePlan | undefined): boolean {
  return tree !== undefined && tree.devices.length > 0;
}

/** The modules that a machine with this tree loads at its boot. */
export function modulesAtBoot(modules: readonly string[], tree: TreePlan | undefined): readonly string[] {
  return waits(tree) ? modules.filter((name) => name !== treePower) : modules;
}

type Tested = Pick<PlannedTest, 'cell' | 'suite' | 'test'>;

/** Undefined: the machine has the tree that QEMU makes, or none. */
export function treePlanOf(planned: Tested, models: TreeModels): TreePlan | undefined {
  if (!takesNodes(planned)) return undefined;
  const devices = devicesOf(planned).flatMap(({ id, path }) => {
    const model = models.get(path);
    return model === undefined ? [] : [{ id, facts: model.facts }];
  });
  const fragments = fragmentsOf(planned);
  return devices.length + fragments.length === 0 ? undefined : { devices, fragments };
}

/** Whether a test's machine has the devices of this model in its tree. */
export function isInTree(planned: Pick<PlannedTest, 'cell'>, path: string, models: TreeModels): boolean {
  return models.has(path) && takesNodes(planned);
}

function takesNodes({ cell }: Pick<PlannedTest, 'cell'>): boolean {
  return architectureOf(cell.arch).guest.noTree === undefined;
}

function fragmentsOf({ suite, test }: Tested): readonly TreeSource[] {
  return [suite, test].flatMap(({ deviceTree }) => deviceTree ?? []);
}

/** What a test wants in a device tree, in a cell whose machine takes none. */
export interface NoTree {
  /** Of the architecture. */
  readonly reason: string;
  /** Absent: it is a fragment. */
  readonly device?: string;
  readonly file: string;
  readonly line: number;
}

/** Undefined: the test wants nothing there, or gets it. */
export function missingTree(planned: Tested, models: TreeModels): NoTree | undefined {
  const reason = architectureOf(planned.cell.arch).guest.noTree;
  if (reason === undefined) return undefined;
  const device = devicesOf(planned).find(({ path }) => models.get(path)?.isOnly === true);
  if (device !== undefined) return { reason, device: device.id, file: device.file, line: device.line };
  const [fragment] = fragmentsOf(planned);
  return fragment && { reason, file: fragment.file, line: 1 };
}
