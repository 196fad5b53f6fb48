import { join } from 'node:path';
import { writeFileAt } from '../host/file-changes.ts';
import { readTextIfThere } from '../host/file-facts.ts';
import { askQemu, noAnswer } from './ask-qemu.ts';
import type { QemuInstall } from './provisioned.ts';
import type { ProvisionContext } from './provision-context.ts';

const what = 'whether it takes device models';

/**
 * Whether this QEMU can take device models: whether it has the client of vfio-user. It is asked for the device's
 * options; its exit status says nothing, so only its words for either case count, and only they are remembered.
 * @throws ProvisionError when it says neither.
 */
export async function takesModels(qemu: QemuInstall, context: ProvisionContext): Promise<boolean> {
  const directory = await context.store.provide({
    kind: 'vfio-user',
    key: `2\n${qemu.version}\n${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const { output } = await askQemu(
        qemu,
        { what, args: ['-machine', 'none', '-device', 'vfio-user-pci,help'] },
        context,
      );
      if (readAnswer(output) === undefined) throw noAnswer(qemu, what, 'its answer is none that is known', output);
      writeFileAt(join(staging, 'answer'), output);
    },
  });
  return readAnswer(readTextIfThere(join(directory, 'answer')) ?? '') === true;
}

/** Undefined: neither yes nor no. */
function readAnswer(output: string): boolean | undefined {
  if (output.includes('vfio-user-pci options:')) return true;
  return /'vfio-user-pci' (not found|is not a valid device model name)/.test(output) ? false : undefined;
}
