import { join } from 'node:path';
import type { Architecture } from '../../src/architecture/architecture.ts';
import { kindOfFile } from '../../src/host/files/file-facts.ts';
import { releases } from '../../src/provision/apt/releases.ts';
import { providePrograms } from '../../src/provision/apt/unpacked-selection.ts';
import type { ProvisionContext } from '../../src/provision/provision-context.ts';

/** QEMU's emulation of a processor for one program at a time; for another architecture than this host's. */
export interface UserMode {
  /** The program, statically linked. */
  readonly emulator: string;
  /** The beginning of a file that it runs, and the bits of it that count, as binfmt_misc takes them. */
  readonly magic: string;
  readonly mask: string;
}

/** @throws ProvisionError when it cannot be fetched */
export async function provideUserMode(arch: Architecture, context: ProvisionContext): Promise<UserMode> {
  const [release] = releases;
  const { directory } = await providePrograms(context, {
    kind: 'user-mode',
    version: 1,
    release,
    selection: { suites: ['bookworm', 'bookworm-security'], packages: ['qemu-user-static'] },
    title: `QEMU for programs of ${arch.debian}`,
    finish: () => Promise.resolve({}),
  });
  const emulator = join(directory, `usr/bin/qemu-${arch.name}-static`);
  if (kindOfFile(emulator) !== 'file') throw new Error(`expected ${emulator}, found none`);
  return { emulator, ...elfPattern(arch.elfMachine) };
}

const unset = 0x00;
const exact = 0xff;
const anyOfTwo = 0xfe;

/** Of a 64 bit little-endian program, linked statically or not (ELF types 2 and 3). Any ABI of the system. */
export function elfPattern(machine: number): Pick<UserMode, 'magic' | 'mask'> {
  const [low, high] = [machine % 256, Math.floor(machine / 256)];
  const ident = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array<number>(9).fill(unset)];
  const identMask = [...Array<number>(7).fill(exact), unset, ...Array<number>(8).fill(exact)];
  return {
    magic: escaped([...ident, 2, 0, low, high]),
    mask: escaped([...identMask, anyOfTwo, exact, exact, exact]),
  };
}

function escaped(bytes: readonly number[]): string {
  return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
