import { join } from 'node:path';
import { usualArchitecture } from '../../../architecture/architectures.ts';
import { sha256OfFile } from '../../../host/files/file-digest.ts';
import { writeJsonFile } from '../../../host/files/json-file.ts';
import type { KernelFlavour } from '../../../plan/kernel-flavours.ts';
import { readDescription } from '../../apt/stored-packages.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import type { KernelImage } from '../../provisioned.ts';
import { damaged } from '../../tools.ts';
import { kernelParts } from './collect.ts';

const descriptionName = 'asset.json';

/** Writes what a later run must know of an installed kernel, as the last of its files. */
export async function describeKernel(directory: string, release: string, context: ProvisionContext): Promise<void> {
  const sha256 = await sha256OfFile(join(directory, kernelParts.image(release)), context.signal);
  writeJsonFile(join(directory, descriptionName), { release, sha256 });
}

/** Compilers put checks into these that run before the PVH entry has prepared what they need. */
const needsOwnLoader: readonly KernelFlavour[] = ['kasan', 'kcsan', 'gcov'];

/** The kernel in a directory of the store. */
export function readBuiltKernel(
  directory: string,
  { text, flavours }: { readonly text: string; readonly flavours: readonly KernelFlavour[] },
): KernelImage {
  const { release, sha256 } = readDescription(directory);
  if (typeof release !== 'string' || typeof sha256 !== 'string') throw damaged(directory);
  const bootFormat = flavours.some((flavour) => needsOwnLoader.includes(flavour)) ? 'bzImage' : 'vmlinux';
  const part = (path: string): string => join(directory, path);
  return {
    spec: text,
    arch: usualArchitecture,
    release,
    sha256,
    bootFormat,
    ...(bootFormat === 'bzImage'
      ? { bootImage: part(kernelParts.image(release)) }
      : { bootImage: part(kernelParts.vmlinux(release)), packedImage: part(kernelParts.image(release)) }),
    modulesDirectory: part(kernelParts.modules(release)),
    debugImage: part(kernelParts.vmlinux(release)),
    debugModules: part(kernelParts.debugModules(release)),
    config: part(kernelParts.config(release)),
  };
}
