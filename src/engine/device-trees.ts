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
import { Missing } from './missing.ts';
import { suppliesOf } from './run.ts';
import { isForeign } from './accelerator.ts';
import type { CellSupplies } from './supplies.ts';
import { type ProvidedTrees, treedMachine, treeKey, type TreeUser } from './tree-paths.ts';

export interface TreesRequest {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly trees: TreeModels;
  /** All that the run may come to use. */
  readonly accelerators: readonly Accelerator[];
}

/**
 * Makes the device tree of every test that has one, each once. A machine that cannot have one costs the tests that want
 * it there. `complaints`: about the suites' own sources; with an error among them, some trees are missing.
 *
 * @throws InputRefused when every test wants a tree that its machine cannot have
 * @throws ProvisionError when what makes trees is not there
 */
export async function provideTrees(
  { plan, supplies, trees, accelerators }: TreesRequest,
  context: ProvisionContext,
): Promise<ProvidedTrees & { readonly complaints: readonly TreeComplaint[] }> {
  const paths = new Map<string, string>();
  const refusals = new Map<string, InputRefused>();
  const complaints = new Map<string, TreeComplaint>();
  const tried = new Set<string>();
  for (const planned of plan.tests) {
    const user = userOf(planned, trees);
    if (user === undefined) continue;
    for (const accelerator of isForeign(planned.cell) ? (['tcg'] as const) : accelerators) {
      const key = treeKey(user, accelerator);
      if (tried.has(key)) continue;
      tried.add(key);
      const made = await orRefusal(() =>
        provideTree(wishOf(user, accelerator, suppliesOf({ supplies }, planned.cell)), context),
      );
      if (made instanceof InputRefused) refusals.set(key, made);
      else if (made.path !== undefined) paths.set(key, made.path);
      if (!(made instanceof InputRefused))
        for (const complaint of made.complaints) complaints.set(JSON.stringify(complaint), complaint);
    }
  }
  const [refusal] = refusals.values();
  const refused = (planned: PlannedTest): boolean =>
    refusedTree(planned, { trees, treeRefusals: refusals }) !== undefined;
  if (refusal !== undefined && plan.tests.every(refused)) throw refusal;
  return { paths, refusals, complaints: [...complaints.values()] };
}

/** What the user asked for cannot be had on this machine, but on others. */
async function orRefusal<T>(work: () => Promise<T>): Promise<T | InputRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputRefused) return error;
    throw error;
  }
}

/** Why the machine of a test cannot have its device tree; undefined: it can, or the test has none. */
export function refusedTree(
  planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>,
  { trees, treeRefusals }: Pick<CellSupplies, 'trees' | 'treeRefusals'>,
): string | undefined {
  if (treeRefusals === undefined || treeRefusals.size === 0) return undefined;
  const user = userOf(planned, trees ?? new Map());
  const refusals = (['kvm', 'tcg'] as const).map((accelerator) => user && treeRefusals.get(treeKey(user, accelerator)));
  const refusal = refusals.find((one) => one !== undefined);
  return refusal && new Missing(refusal).reason;
}

function userOf(planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>, models: TreeModels): TreeUser | undefined {
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
