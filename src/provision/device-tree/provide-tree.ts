import { join } from 'node:path';
import { type DeviceTreeNode, flattenTree, parseFlattenedTree } from '../../binary/flattened-tree.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { InputRefused, type QemuInstall } from '../provisioned.ts';
import { hasCompatible, provideMachineTree, type TreedMachine } from './machine-tree.ts';
import { type TakenRange, withoutRange } from './bridge-ranges.ts';
import { compileTree } from './tree-compiler.ts';
import { type TreeComplaint, type TreeFragment, treeSource } from './tree-source.ts';

/** A node below the root. */
export type AddedNode = Omit<DeviceTreeNode, 'children'>;

export interface TreeWish {
  readonly qemu: QemuInstall;
  readonly machine: TreedMachine;
  readonly nodes: readonly AddedNode[];
  /** Addresses that the nodes have, at the beginning of what the PCI bridge gives away; undefined: they have none. */
  readonly taken: TakenRange | undefined;
  readonly fragments: readonly TreeFragment[];
}

/** Absolute path of the tree, for QEMU's -dtb; undefined: the fragments have errors. */
export interface ProvidedTree {
  readonly path: string | undefined;
  readonly complaints: readonly TreeComplaint[];
}

/**
 * The tree of a machine with more nodes. The same tree is always the same file. @throws InputRefused when the machine
 * cannot have the nodes @throws ProvisionError when what makes them is not there
 */
export async function provideTree(wish: TreeWish, context: ProvisionContext): Promise<ProvidedTree> {
  const { qemu, machine, nodes, taken, fragments } = wish;
  const own = await provideMachineTree(qemu, machine, context);
  if (nodes.length > 0 && !hasCompatible(own, messageFrame))
    throw new InputRefused(
      `-machine ${machine.type} has no GICv2m frame, by which devices of info/devices with a node in the device tree ` +
        'send their interrupts.',
      { hint: 'Use -machine virt,gic-version=2, which is the default' },
    );
  const left = taken === undefined ? own : withoutRange(own, taken);
  const root = { ...left, children: [...left.children, ...nodes.map((node) => ({ ...node, children: [] }))] };
  if (fragments.length === 0) return { path: await stored(root, context), complaints: [] };
  const files = fragments.map(({ file }) => file);
  const { bytes, complaints } = await compileTree(treeSource(root, fragments), files, context);
  if (bytes === undefined) return { path: undefined, complaints };
  return { path: await stored(parseFlattenedTree(bytes), context), complaints };
}

const messageFrame = 'arm,gic-v2m-frame';
const fileName = 'tree.dtb';

async function stored(root: DeviceTreeNode, { store, signal }: ProvisionContext): Promise<string> {
  const bytes = flattenTree(root);
  const directory = await store.provide({
    kind: 'device-tree',
    key: `1\n${sha256Of(bytes)}`,
    signal,
    make: (staging) => {
      writeFileAt(join(staging, fileName), bytes);
      return Promise.resolve();
    },
  });
  return join(directory, fileName);
}
