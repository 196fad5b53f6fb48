import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeRoot } from './cli.ts';

/** Converts with the qemu-img of QEMU's package, started by the dynamic linker of the package, too. */
export function convertToQcow2(image: string, target: string): void {
  const program = inStore('qemu-', '/bin/qemu-img');
  const root = program.slice(0, -'/usr/bin/qemu-img'.length);
  const loader = inStore('qemu-', '/ld-linux-x86-64.so.2');
  const libraries = join(root, 'usr/lib/x86_64-linux-gnu');
  execFileSync(loader, ['--library-path', libraries, program, 'convert', '-O', 'qcow2', image, target]);
}

/** Path of a file in the store: this path in an asset of this kind. */
function inStore(kind: string, end: string): string {
  const assets = join(storeRoot(), 'assets');
  for (const asset of readdirSync(assets)) {
    if (!asset.startsWith(kind)) continue;
    const found = readdirSync(join(assets, asset), { recursive: true })
      .map(String)
      .find((path) => path.endsWith(end));
    if (found !== undefined) return join(assets, asset, found);
  }
  throw new Error(`the store has no ${end}`);
}
