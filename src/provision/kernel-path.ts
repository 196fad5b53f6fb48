import { basename, dirname, join } from 'node:path';
import { sha256OfFile } from '../host/file-digest.ts';
import { kindOfFile, readWholeFile } from '../host/file-facts.ts';
import type { KernelSpec } from '../plan/kernel-spec.ts';
import { provideBootImage } from './boot-image.ts';
import type { BootImage } from './boot-image.ts';
import { readBzImage } from './bzimage.ts';
import { bannerRelease, hasPvhEntry, isElf } from './elf.ts';
import type { ProvisionContext } from './provision-context.ts';
import { ProvisionError } from './provisioned.ts';
import type { KernelImage } from './provisioned.ts';
import { unpackKernel } from './unpack-kernel.ts';

type KernelAtPath = Extract<KernelSpec, { readonly kind: 'path' }>;

/** A kernel of the user's own. Nothing is written beside it. */
export async function provideKernelAtPath(spec: KernelAtPath, context: ProvisionContext): Promise<KernelImage> {
  const kind = kindOfFile(spec.image);
  if (kind !== 'file')
    throw new ProvisionError(
      `${spec.text}: expected a bzImage or an ELF vmlinux, found ` +
        `${kind === 'nothing' ? 'nothing there' : `a ${kind}`}.`,
    );
  const file = readWholeFile(spec.image);
  const release = await releaseIn(file, spec, context);
  const sha256 = await sha256OfFile(spec.image, context.signal);
  const boot = isElf(file)
    ? elfBoot(file, spec)
    : await provideBootImage({ title: basename(spec.image), path: spec.image, sha256 }, context);
  return { spec: spec.text, release, sha256, ...boot, modulesDirectory: modulesOf(spec, release) };
}

async function releaseIn(file: Buffer, spec: KernelAtPath, context: ProvisionContext): Promise<string> {
  if (isElf(file)) {
    const release = bannerRelease(file);
    if (release !== undefined) return release;
    throw new ProvisionError(`${spec.text}: an ELF file without “Linux version …” in it: no Linux kernel.`);
  }
  const image = readBzImage(file);
  if (image === undefined)
    throw new ProvisionError(`${spec.text}: neither a bzImage (no HdrS at 0x202) nor an ELF file.`, {
      hint: 'The kernel’s build leaves it in arch/x86/boot/bzImage',
    });
  if (image.release !== undefined) return image.release;
  const unpacked = await unpackKernel(image, spec.text, context);
  const release = unpacked && bannerRelease(unpacked);
  if (release === undefined) throw new ProvisionError(`${spec.text}: the image does not say which release it is.`);
  return release;
}

function elfBoot(file: Buffer, spec: KernelAtPath): BootImage {
  if (hasPvhEntry(file)) return { bootImage: spec.image, bootFormat: 'vmlinux' };
  throw new ProvisionError(`${spec.text}: this vmlinux has no PVH entry, so QEMU cannot start it.`, {
    hint: 'Name the bzImage, or build with CONFIG_PVH=y',
  });
}

/** Given, or beside the image as installed or built; a kernel without modules is a kernel, too. */
function modulesOf(spec: KernelAtPath, release: string): string | undefined {
  const beside = [
    join(dirname(spec.image), '../lib/modules', release),
    join(dirname(spec.image), 'lib/modules', release),
  ];
  const directory = spec.modules ?? beside.find((path) => kindOfFile(path) === 'directory');
  if (directory === undefined) return undefined;
  if (kindOfFile(directory) !== 'directory')
    throw new ProvisionError(`${spec.text}: expected its modules in ${directory}, found no directory there.`);
  if (basename(directory) !== release)
    throw new ProvisionError(`${spec.text}: the modules in ${directory} are not of this kernel, which is ${release}.`, {
      hint: `Name the directory lib/modules/${release}`,
    });
  if (kindOfFile(join(directory, 'modules.dep')) === 'file') return directory;
  throw new ProvisionError(`${spec.text}: ${directory} has no modules.dep, which says what a module needs.`, {
    hint: `Make it: depmod --basedir ${join(directory, '../../..')} ${release}`,
  });
}
