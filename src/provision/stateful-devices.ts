import { join } from 'node:path';
import { runCommand } from '../host/command.ts';
import { environmentWith } from '../host/environment.ts';
import { readTextIfThere } from '../host/file-facts.ts';
import { lastLines } from './required-program.ts';
import { ProvisionError, type QemuInstall } from './provisioned.ts';
import type { ProvisionContext } from './provision-context.ts';

/**
 * Types of devices whose state QEMU saves with a machine, by its own word (`-dump-vmstate`). A device that is not among
 * them and is part of a saved machine is restored without its state, and without a complaint.
 * @throws ProvisionError when this QEMU does not tell.
 */
export async function provideStatefulDevices(qemu: QemuInstall, context: ProvisionContext): Promise<ReadonlySet<string>> {
  const directory = await context.store.provide({
    kind: 'vmstate',
    key: `1\n${qemu.version}\n${qemu.sha256}`,
    signal: context.signal,
    make: async (staging) => {
      const argv = [...qemu.command, ...qemu.firmwareArgs, '-machine', 'none', '-nodefaults', '-display', 'none', '-dump-vmstate', join(staging, 'vmstate.json')];
      const { exitCode, output } = await runCommand(nonEmpty(argv), { env: environmentWith(qemu.env), signal: context.signal });
      if (exitCode !== 0) throw new ProvisionError(`QEMU ${qemu.version} does not say which devices can be saved: ${lastLines(output)}`);
    },
  });
  return parseVmState(readTextIfThere(join(directory, 'vmstate.json')) ?? '{}');
}

/** The dump is an object with an entry a type. */
export function parseVmState(text: string): ReadonlySet<string> {
  const dump: unknown = JSON.parse(text);
  return new Set(typeof dump === 'object' && dump !== null ? Object.keys(dump) : []);
}

export function nonEmpty(argv: readonly string[]): readonly [string, ...string[]] {
  const [program, ...args] = argv;
  if (program === undefined) throw new Error('Internal error: a QEMU without a command');
  return [program, ...args];
}
