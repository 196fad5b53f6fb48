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
export function templateIdentity(wish: TemplateWish): string {
  return identityOf(wish, surroundingsOf(wish));
}

/** The same for all templates that serve for a wish: the one that is wished for, then those with more free slots. */
export function identitiesThatServe(wish: TemplateWish): readonly string[] {
  const surroundings = surroundingsOf(wish);
  return slotsThatServe(wish.slots).map((slots) => identityOf({ ...wish, slots }, surroundings));
}

/** What a machine does not name itself. No number of slots changes it. */
interface Surroundings {
  readonly host: readonly string[];
  readonly files: readonly string[];
}

function surroundingsOf(wish: TemplateWish): Surroundings {
  const host = [hostBoot(), wish.machine.accelerator === 'kvm' ? hostProcessor() : ''];
  return { host, files: filesIn(argumentsOf(wish)) };
}

function identityOf(wish: TemplateWish, { host, files }: Surroundings): string {
  const { qemu, kernel } = wish.supplies;
  const { version, sha256, firmwareArgs } = qemu;
  return JSON.stringify([
    'template 2',
    ...host,
    version,
    sha256,
    firmwareArgs,
    kernel.sha256,
    argumentsOf(wish),
    files,
  ]);
}

function argumentsOf({ machine, slots }: TemplateWish): readonly string[] {
  return qemuArguments({ ...machine, origin: { kind: 'template', ramPath: 'ram', slots } });
}

/** A disk that was changed is another disk, whatever argument brings it in. */
function filesIn(args: readonly string[]): readonly string[] {
  const words = args.flatMap((argument) => [argument, ...argument.split(/[,=:]/)]);
  return [...new Set(words)].flatMap((word) => (word === '' ? [] : (fileIdentity(word) ?? [])));
}
