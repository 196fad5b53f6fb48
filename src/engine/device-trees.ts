import { architectureOf } from '../architecture/architectures.ts';
import { treeNodes } from '../device/tree/tree-nodes.ts';
import { treeBase, treeBytes } from '../device/tree/tree-places.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import { hasSlots } from '../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import { type TreeModels, treePlanOf, waits } from '../plan/device-tree.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { provideTree } from '../provision/device-tree/provide-tree.ts';
import type { TreeComplaint } from '../provision/device-tree/tree-source.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { InputRefused } from '../provision/provisioned.ts';
import { suppliesOf } from './run.ts';
import { isForeign } from './accelerator.ts';
import type { CellSupplies } from './supplies.ts';
import { treedMachine, treeKey, type TreePaths, type TreeUser } from './tree-paths.ts';

export interface TreesRequest {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly trees: TreeModels;
  /** All that the run may come to use. */
  readonly accelerators: readonly Accelerator[];
}

/**
 * Makes the device tree of every test that has one, each once. `complaints`: about the suites' own sources; with an
 * error among them, some trees are missing. @throws ProvisionError when a machine cannot have one, or what makes them
 * is not there
 */
export async function provideTrees(
  { plan, supplies, trees, accelerators }: TreesRequest,
  context: ProvisionContext,
): Promise<{ readonly paths: TreePaths; readonly complaints: readonly TreeComplaint[] }> {
  const paths = new Map<string, string>();
  const complaints = new Map<string, TreeComplaint>();
  const tried = new Set<string>();
  for (const planned of plan.tests) {
    const user = userOf(planned, trees);
    if (user === undefined) continue;
    for (const accelerator of isForeign(planned.cell) ? (['tcg'] as const) : accelerators) {
      const key = treeKey(user, accelerator);
      if (tried.has(key)) continue;
      tried.add(key);
      const made = await provideTree(wishOf(user, accelerator, suppliesOf({ supplies }, planned.cell)), context);
      if (made.path !== undefined) paths.set(key, made.path);
      for (const complaint of made.complaints) complaints.set(JSON.stringify(complaint), complaint);
    }
  }
  return { paths, complaints: [...complaints.values()] };
}

function userOf(planned: PlannedTest, models: TreeModels): TreeUser | undefined {
  const { cell, suite, test } = planned;
  const tree = treePlanOf(planned, models);
  return tree && { cell, userArgs: [cell.machine.args, suite.qemuArgs, test.qemuArgs], tree };
}

/** @throws InputRefused when the machine has no place for it */
function wishOf(
  user: TreeUser,
  accelerator: Accelerator,
  { qemu }: Pick<CellSupplies, 'qemu'>,
): Parameters<typeof provideTree>[0] {
  const { cell, userArgs, tree } = user;
  const arguments_ = mergeUserArguments(userArgs);
  const machine = treedMachine(user, accelerator);
  if (!hasSlots({ arch: architectureOf(cell.arch) }, arguments_))
    throw new InputRefused(`-machine ${machine.type}: expected virt, whose device tree can have nodes of ours.`, {
      hint: 'Remove -machine, or info/device-tree and the models with platform.compatible',
    });
  if (arguments_.others.some((argument) => /^--?dtb$/.test(argument)))
    throw new InputRefused('-dtb cannot be used here: the devices of the suite are in a device tree of ours.', {
      hint: 'Write what your tree has beyond that of QEMU into info/device-tree',
    });
  return {
    qemu,
    machine,
    ...(waits(tree)
      ? { nodes: treeNodes(tree.devices), taken: { address: treeBase, bytes: treeBytes } }
      : { nodes: [], taken: undefined }),
    fragments: tree.fragments,
  };
}
