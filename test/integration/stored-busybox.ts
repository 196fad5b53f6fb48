import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeRoot } from './cli.ts';

/** ELF's numbers of machines. */
const machines = { x86_64: 0x3e, aarch64: 0xb7, riscv64: 0xf3 } as const;

/** The path of the busybox that an earlier run has left in the store, for guests of this architecture. */
export function storedBusybox(machine: keyof typeof machines = 'x86_64'): string {
  const assets = join(storeRoot(), 'assets');
  const found = readdirSync(assets)
    .filter((name) => /^(?:guest-)?tools-/.test(name))
    .flatMap((asset) => readdirSync(join(assets, asset), { recursive: true }).map((path) => join(asset, String(path))))
    .filter((path) => path.endsWith('bin/busybox'))
    .find((path) => readFileSync(join(assets, path)).readUInt16LE(18) === machines[machine]);
  if (found === undefined) throw new Error(`the store has no busybox for ${machine}`);
  return join(assets, found);
}
