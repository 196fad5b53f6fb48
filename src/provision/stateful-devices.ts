import { join } from 'node:path';
import { readTextIfThere } from '../host/file-facts.ts';
import { askQemu, noAnswer } from './ask-qemu.ts';
import type { QemuInstall } from './provisioned.ts';
import type { ProvisionContext } from './provision-context.ts';
import { endingWords } from './required-program.ts';
import { damaged } from './tools.ts';

const what = 'which devices can be saved';
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
        { what, args: ['-machine', 'none', '-nodefaults', '-display', 'none', '-dump-vmstate', path] },
        context,
      );
      if (result.exitCode !== 0) throw noAnswer(qemu, what, endingWords(result), result.output);
      // Half a dump, as a full disk leaves it, would be believed for ever.
      if (readDump(path) === undefined) throw noAnswer(qemu, what, 'it left no whole list', result.output);
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
    const dump: unknown = JSON.parse(text);
    const types = typeof dump === 'object' && dump !== null && !Array.isArray(dump) ? Object.keys(dump) : [];
    return types.length === 0 ? undefined : new Set(types);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
