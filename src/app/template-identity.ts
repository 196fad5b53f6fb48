import { fileIdentity } from '../host/file-facts.ts';
import { hostBoot, hostProcessor } from '../host/host-identity.ts';
import type { MachineSpec } from '../machine/machine-spec.ts';
import { qemuArguments } from '../machine/qemu-arguments.ts';
import type { CellSupplies } from '../engine/supplies.ts';

/**
 * Everything that a saved machine depends on. It can be restored only where all of this is the same: QEMU and its
 * arguments to the letter, kernel and initramfs, files that arguments name, under KVM the processor. And the same start
 * of this host, after which nobody knows whether all of the memory reached the disk.
 */
export function templateIdentity(machine: MachineSpec, { qemu, kernel }: CellSupplies, slots: number): string {
  const args = qemuArguments({ ...machine, origin: { kind: 'template', ramPath: 'ram', slots } });
  const host = machine.accelerator === 'kvm' ? hostProcessor() : '';
  return JSON.stringify([
    'template 1',
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
