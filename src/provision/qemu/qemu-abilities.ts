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
 * The device types whose state QEMU saves with a machine, as it reports itself (`-dump-vmstate`). Any other device in a
 * saved machine is restored without its state, and without an error. @throws ProvisionError when this QEMU does not
 * answer
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
      // A truncated dump, as a full disk leaves it, would be used for ever.
      if (readDump(path) === undefined)
        throw noAnswer(qemu, savedDevicesQuestion, 'it wrote no complete list', result.output);
    },
  });
  const known = readDump(join(directory, fileName));
  if (known === undefined) throw damaged(directory);
  return known;
}

function readDump(path: string): ReadonlySet<string> | undefined {
  return parseVmState(readTextIfThere(path) ?? '');
}

/** The dump is an object with an entry per type; undefined for anything else, or an empty one. */
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
 * Whether this QEMU supports device models, that is, has a vfio-user client. It is asked for the device's options. Its
 * exit status is meaningless, so only its output counts, and only a clear answer is stored. @throws ProvisionError when
 * the answer is unclear
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
      if (readAnswer(output) === undefined) throw noAnswer(qemu, modelClientQuestion, 'its answer is unknown', output);
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
