import { join } from 'node:path';
import { copyFileTo, movePath } from '../../../host/files/file-changes.ts';
import { filesIn, kindOfFile, readTextIfThere } from '../../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../../host/files/scratch-directory.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';
import { indexModules } from '../index-modules.ts';
import type { KernelBuild } from './kernel-build.ts';
import { runMake } from './run-make.ts';

/** Where the parts of a built kernel are, relative to its directory. */
export const kernelParts = {
  image: (release: string): string => join('boot', `vmlinuz-${release}`),
  /** With debug information. */
  vmlinux: (release: string): string => join('boot', `vmlinux-${release}`),
  config: (release: string): string => join('boot', `config-${release}`),
  modules: (release: string): string => join('lib/modules', release),
  /** The same modules with debug information. */
  debugModules: (release: string): string => join('debug/lib/modules', release),
} as const;

/** What `uname -r` of a built kernel says. */
function releaseOfBuild({ title, output }: KernelBuild): string {
  const release = readTextIfThere(join(output, 'include/config/kernel.release'))?.trim();
  if (release === undefined || !/^[\w.+~-]+$/.test(release))
    throw new ProvisionError(`${title}: expected the release in include/config/kernel.release, found none.`);
  return release;
}

/** Copies the kernel, its symbols and its modules out of the place where it was built. @returns its release */
export async function installKernel(build: KernelBuild, directory: string, context: ProvisionContext): Promise<string> {
  const release = releaseOfBuild(build);
  const copy = (from: string, to: string): void => copyFileTo(join(build.output, from), join(directory, to));
  copy('arch/x86/boot/bzImage', kernelParts.image(release));
  copy('vmlinux', kernelParts.vmlinux(release));
  copy('.config', kernelParts.config(release));
  const install = async (place: string, more: readonly string[]): Promise<void> =>
    await runMake(
      build,
      { targets: [`INSTALL_MOD_PATH=${place}`, 'DEPMOD=true', ...more, 'modules_install'], during: 'installing' },
      context,
    );
  await install(directory, ['INSTALL_MOD_STRIP=1']);
  await install(join(directory, 'debug'), []);
  // They lead to the place of the build.
  for (const part of [kernelParts.modules(release), kernelParts.debugModules(release)])
    for (const { name, kind } of filesIn(join(directory, part)))
      if (kind === 'link') removeTree(join(directory, part, name));
  await indexModules(directory, release, context);
  return release;
}

/** What the build of a module reads of a kernel's sources, and of what was made from them. */
const headerParts = {
  tree: ['Makefile', 'include', 'scripts', 'arch/x86/include', 'arch/x86/Makefile', 'arch/x86/Makefile.um'],
  output: [
    '.config',
    'Module.symvers',
    'include',
    'scripts',
    'arch/x86/include',
    'tools/objtool/objtool',
    'tools/bpf/resolve_btfids/resolve_btfids',
  ],
} as const;

/**
 * Makes the directory in which modules for the kernel are built, as a distribution's headers are: the needed part of
 * the tree, and of what was made. It moves files, so that nothing else can be done in the place of the build.
 */
export function takeHeaders({ tree, output }: KernelBuild, headers: string): void {
  makeDirectory(headers);
  for (const part of headerParts.tree) move(join(tree, part), join(headers, part));
  for (const part of headerParts.output) merge(join(output, part), join(headers, part));
}

function move(from: string, to: string): void {
  if (kindOfFile(from) === 'nothing') return;
  makeDirectory(join(to, '..'));
  movePath(from, to);
}

/** Moves files to where others may be already. */
function merge(from: string, to: string): void {
  if (kindOfFile(from) !== 'directory') {
    move(from, to);
    return;
  }
  makeDirectory(to);
  for (const { name, kind } of filesIn(from)) {
    if (isLeftOver(name)) continue;
    if (kind === 'directory') merge(join(from, name), join(to, name));
    else movePath(join(from, name), join(to, name));
  }
}

/** Objects of the build's own programs. */
function isLeftOver(name: string): boolean {
  return /\.o$|\.o\.cmd$|\.o\.d$/.test(name);
}
