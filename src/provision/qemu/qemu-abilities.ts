import { join } from 'node:path';
import { asObject } from '../../bounds/parse-json.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { QemuInstall } from '../provisioned.ts';
import { endingWords } from '../required-program.ts';
import { damaged } from '../tools.ts';
import { askQemu, noAnswer } from './qemu-version.ts';

const savedDevicesQuestion = 'which devices can be saved';
const fileName = 'vmstate.json';

/**
 * Types of devices whose state QEMU saves with a machine, by its own word (`-dump-vmstate`). A device that is not among
 * them and is part of a saved machine is restored without its state, and without a complaint.
 * @throws ProvisionError when this QEMU does not tell.
 */
export async function provideStatefulDevices(
  qemu: QemuInstall,
  context: ProvisionContext,
): Promise<ReadonlySet<string>> {
  const directory = await context.store.provide({
    kind: 'vmstate',
    key: `2\n${qemu.version}\n${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const path = join(staging, fileName);
      const result = await askQemu(
        qemu,
        {
          what: savedDevicesQuestion,
          args: ['-machine', 'none', '-nodefaults', '-display', 'none', '-dump-vmstate', path],
        },
        context,
      );
      if (result.exitCode !== 0) throw noAnswer(qemu, savedDevicesQuestion, endingWords(result), result.output);
      // Half a dump, as a full disk leaves it, would be believed for ever.
      if (readDump(path) === undefined)
        throw noAnswer(qemu, savedDevicesQuestion, 'it left no whole list', result.output);
    },
  });
  const known = readDump(join(directory, fileName));
  if (known === undefined) throw damaged(directory);
  return known;
}

function readDump(path: string): ReadonlySet<string> | undefined {
  return parseVmState(readTextIfThere(path) ?? '');
}

/** The dump is an object with an entry a type; undefined for what is no such thing, or empty. */
export function parseVmState(text: string): ReadonlySet<string> | undefined {
  try {
    const types = Object.keys(asObject(JSON.parse(text)) ?? {});
    return types.length === 0 ? undefined : new Set(types);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const modelClientQuestion = 'whether it takes device models';

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
        { what: modelClientQuestion, args: ['-machine', 'none', '-device', 'vfio-user-pci,help'] },
        context,
      );
      if (readAnswer(output) === undefined)
        throw noAnswer(qemu, modelClientQuestion, 'its answer is none that is known', output);
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
