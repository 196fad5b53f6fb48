import { aarch64 } from './aarch64.ts';
import type { Architecture, ArchitectureName } from './architecture.ts';
import { riscv64 } from './riscv64.ts';
import { x86_64 } from './x86-64.ts';

const byName: Readonly<Record<ArchitectureName, Architecture>> = { x86_64, aarch64, riscv64 };

/** All of them, the usual one first. */
export const architectures: readonly Architecture[] = Object.values(byName);

/** The architecture of a kernel that does not say which it has, on every host: a suite means the same everywhere. */
export const usualArchitecture: ArchitectureName = 'x86_64';

export function architectureOf(name: ArchitectureName): Architecture {
  return byName[name];
}

/** By dpkg's name: `arm64`; undefined: it is none of ours. */
export function architectureOfDebian(name: string): Architecture | undefined {
  return architectures.find(({ debian }) => debian === name);
}

/** By Node's name: `x64`. */
export function architectureOfNode(name: string): Architecture | undefined {
  return architectures.find(({ node }) => node === name);
}

/** By the number in an ELF file's header. */
export function architectureOfElf(machine: number): Architecture | undefined {
  return architectures.find(({ elfMachine }) => elfMachine === machine);
}
