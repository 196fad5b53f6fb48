import { fileIdentity } from '../host/files/file-facts.ts';
import { hostBoot, hostProcessor } from '../host/resources.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { qemuArguments } from '../machine/qemu-arguments.ts';
import { slotsThatServe } from '../plan/start-plan.ts';
import type { CellSupplies } from './supplies.ts';

/** The machine that a template is of. */
export interface TemplateWish {
  readonly machine: MachineSpec;
  readonly slots: number;
  readonly supplies: CellSupplies;
}

/**
 * Everything that a saved machine depends on. It can be restored only where all of this is the same: QEMU and its
 * arguments to the letter, kernel and initramfs, files that arguments name, under KVM the processor. And the same start
 * of this host, after which nobody knows whether all of the memory reached the disk.
 */
export function templateIdentity({ machine, supplies: { qemu, kernel }, slots }: TemplateWish): string {
  const args = qemuArguments({ ...machine, origin: { kind: 'template', ramPath: 'ram', slots } });
  const host = machine.accelerator === 'kvm' ? hostProcessor() : '';
  return JSON.stringify([
    'template 2',
    hostBoot(),
    host,
    qemu.version,
    qemu.sha256,
    qemu.firmwareArgs,
    kernel.sha256,
    args,
    filesIn(args),
  ]);
}

/** A disk that was changed is another disk, whatever argument brings it in. */
function filesIn(args: readonly string[]): readonly string[] {
  const words = args.flatMap((argument) => [argument, ...argument.split(/[,=:]/)]);
  return [...new Set(words)].flatMap((word) => (word === '' ? [] : (fileIdentity(word) ?? [])));
}

/** The same for all templates that serve for a wish: the one that is wished for, then those with more free slots. */
export function identitiesThatServe(wish: TemplateWish): readonly string[] {
  return slotsThatServe(wish.slots).map((slots) => templateIdentity({ ...wish, slots }));
}
