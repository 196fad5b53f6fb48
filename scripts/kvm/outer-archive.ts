import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { architectureOf } from '../../src/architecture/architectures.ts';
import { type ArchiveEntry, writeCpio } from '../../src/provision/initramfs/cpio.ts';
import { decompress } from '../../src/provision/kernel/decompress.ts';
import { loadOrder, moduleName, parseModulesDep } from '../../src/provision/modules/module-closure.ts';
import type { ProvisionContext } from '../../src/provision/provision-context.ts';
import type { KernelImage } from '../../src/provision/provisioned.ts';
import { provideBusybox } from '../../src/provision/tools.ts';

const directories = ['bin', 'changes', 'dev', 'host', 'modules', 'proc', 'root', 'sys'];

/** The initramfs of the outer machine: busybox, its init, and the modules in the order in which they are loaded. */
export async function outerArchive(
  { spec, modulesDirectory, arch }: KernelImage,
  wanted: readonly string[],
  context: ProvisionContext,
): Promise<Buffer> {
  if (modulesDirectory === undefined) throw new Error(`${spec} has no modules, so no KVM`);
  const index = parseModulesDep(readFileSync(join(modulesDirectory, 'modules.dep'), 'utf8'));
  const paths = loadOrder(index, wanted);
  const modules: ArchiveEntry[] = [];
  for (const path of paths)
    modules.push(file(`modules/${moduleName(path)}`, await decompress(join(modulesDirectory, path), context)));
  const busybox = await provideBusybox(architectureOf(arch), context);
  return writeCpio([
    ...directories.map((path): ArchiveEntry => ({ kind: 'directory', path })),
    { kind: 'character-device', path: 'dev/console', major: 5, minor: 1 },
    file('bin/busybox', readFileSync(busybox.path)),
    file('init', readFileSync(join(import.meta.dirname, 'outer-init.sh'))),
    file('modules/order', Buffer.from(paths.map((path) => `${moduleName(path)}\n`).join(''))),
    ...modules,
  ]);
}

function file(path: string, content: Uint8Array): ArchiveEntry {
  return { kind: 'file', path, executable: true, content };
}
