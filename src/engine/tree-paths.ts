import { architectureOf } from '../architecture/architectures.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import { machineType } from '../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import type { TreePlan } from '../plan/device-tree.ts';
import type { Cell } from '../plan/plan.ts';
import type { TreedMachine } from '../provision/device-tree/machine-tree.ts';
import type { InputRefused } from '../provision/provisioned.ts';

/** Paths of device trees, by what they are for. */
export type TreePaths = ReadonlyMap<string, string>;

/** What came of the trees, each by what it is for. */
export interface ProvidedTrees {
  readonly paths: TreePaths;
  /** Those that their machine cannot have. */
  readonly refusals: ReadonlyMap<string, InputRefused>;
}

/** A machine that has nodes of ours. */
export interface TreeUser {
  readonly cell: Pick<Cell, 'arch' | 'qemu'>;
  readonly userArgs: readonly (readonly string[])[];
  readonly tree: TreePlan;
}

/** The machine's tree, for QEMU; undefined: it has no nodes of ours. */
export function treePathFor(
  { tree, ...user }: Omit<TreeUser, 'tree'> & { readonly tree: TreePlan | undefined },
  accelerator: Accelerator,
  { treePaths }: { readonly treePaths?: TreePaths },
): string | undefined {
  if (tree === undefined) return undefined;
  const path = treePaths?.get(treeKey({ ...user, tree }, accelerator));
  if (path === undefined) throw new Error('Internal error: a device tree was planned, but not provided');
  return path;
}

/** The same for all machines that have the same tree. */
export function treeKey({ cell, userArgs, tree }: TreeUser, accelerator: Accelerator): string {
  return JSON.stringify([cell.arch, cell.qemu.text, treedMachine({ cell, userArgs, tree }, accelerator), tree]);
}

export function treedMachine({ cell, userArgs }: TreeUser, accelerator: Accelerator): TreedMachine {
  const arch = architectureOf(cell.arch);
  const user = mergeUserArguments(userArgs);
  return {
    accelerator,
    type: machineType({ arch, accelerator }, user),
    cpu: user.cpu ?? arch.guest.cpu[accelerator],
    memory: user.memory,
    smp: user.smp,
  };
}
