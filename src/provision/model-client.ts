import { join } from 'node:path';
import { runCommand } from '../host/command.ts';
import { environmentWith } from '../host/environment.ts';
import { writeFileAt } from '../host/file-changes.ts';
import { readTextIfThere } from '../host/file-facts.ts';
import type { QemuInstall } from './provisioned.ts';
import type { ProvisionContext } from './provision-context.ts';
import { nonEmpty } from './stateful-devices.ts';

/**
 * Whether this QEMU can take device models: whether it has the client of vfio-user. It is asked for the device's options, because its exit
 * status is the same whether it knows the device or not.
 */
export async function takesModels(qemu: QemuInstall, { store, signal }: ProvisionContext): Promise<boolean> {
  const directory = await store.provide({
    kind: 'vfio-user',
    key: `1\n${qemu.version}\n${qemu.sha256}`,
    signal,
    make: async (staging) => {
      const argv = [...qemu.command, ...qemu.firmwareArgs, '-machine', 'none', '-device', 'vfio-user-pci,help'];
      const { output } = await runCommand(nonEmpty(argv), { env: environmentWith(qemu.env), signal });
      writeFileAt(join(staging, 'answer'), output);
    },
  });
  return (readTextIfThere(join(directory, 'answer')) ?? '').includes('vfio-user-pci options:');
}
