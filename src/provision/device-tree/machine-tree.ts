import { join } from 'node:path';
import { type DeviceTreeNode, NoDeviceTree, parseFlattenedTree } from '../../binary/flattened-tree.ts';
import { kindOfFile, readWholeFile } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { QemuInstall } from '../provisioned.ts';
import { askQemu, noAnswer } from '../qemu/qemu-version.ts';
import { endingWords } from '../required-program.ts';

const question = 'what the device tree of its machine is';
const fileName = 'machine.dtb';

/** What a machine's tree depends on. */
export interface TreedMachine {
  readonly accelerator: string;
  /** The value of -machine. */
  readonly type: string;
  readonly cpu: string;
  readonly memory: string | undefined;
  readonly smp: string | undefined;
}

/**
 * The tree that QEMU makes for a machine, without random numbers: QEMU gives each machine its own, whatever the file
 * has there. @throws ProvisionError when this QEMU does not answer
 */
export async function provideMachineTree(
  qemu: QemuInstall,
  machine: TreedMachine,
  context: ProvisionContext,
): Promise<DeviceTreeNode> {
  const args = argumentsFor(machine);
  const directory = await context.store.provide({
    kind: 'machine-tree',
    key: JSON.stringify([1, qemu.version, qemu.sha256, args]),
    signal: context.signal,
    make: async (staging) => {
      const path = join(staging, fileName);
      const dump = ['-machine', `${machine.type},dumpdtb=${path.replaceAll(',', ',,')}`];
      const result = await askQemu(qemu, { what: question, args: [...args, ...dump] }, context);
      if (result.exitCode !== 0) throw noAnswer(qemu, question, endingWords(result), result.output);
      if (kindOfFile(path) !== 'file') throw noAnswer(qemu, question, 'it wrote none', result.output);
    },
  });
  try {
    return withoutChance(parseFlattenedTree(readWholeFile(join(directory, fileName))));
  } catch (error) {
    if (!(error instanceof NoDeviceTree)) throw error;
    throw noAnswer(qemu, question, error.message);
  }
}

function argumentsFor({ accelerator, type, cpu, memory, smp }: TreedMachine): readonly string[] {
  return [
    ...['-accel', accelerator, '-machine', type, '-cpu', cpu],
    ...(memory === undefined ? [] : ['-m', memory]),
    ...(smp === undefined ? [] : ['-smp', smp]),
    ...['-nodefaults', '-display', 'none'],
  ];
}

/** Properties that QEMU fills with random numbers. */
const chances: ReadonlySet<string> = new Set(['kaslr-seed', 'rng-seed']);

function withoutChance({ properties, children, ...node }: DeviceTreeNode): DeviceTreeNode {
  return {
    ...node,
    properties: new Map(
      [...properties].map(([name, value]) => [name, chances.has(name) ? Buffer.alloc(value.length) : value]),
    ),
    children: children.map(withoutChance),
  };
}

/** Whether a node of the tree, at any depth, says that it is compatible with this. */
export function hasCompatible({ properties, children }: DeviceTreeNode, compatible: string): boolean {
  const own = properties.get('compatible')?.toString('latin1').split('\0') ?? [];
  return own.includes(compatible) || children.some((child) => hasCompatible(child, compatible));
}
