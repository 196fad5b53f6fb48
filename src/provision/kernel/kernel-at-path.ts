import { basename, dirname, join } from 'node:path';
import { readBzImage, readPayload, releaseOf } from '../../binary/bzimage.ts';
import { isElf } from '../../binary/elf-header.ts';
import { bannerRelease } from '../../binary/kernel-banner.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile, readWholeFile } from '../../host/files/file-facts.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';
import { type BootImage, hasPvhEntry, provideBootImage } from './boot-image.ts';
import { unpackKernel } from './unpack-kernel.ts';

type KernelAtPath = Extract<KernelSpec, { readonly kind: 'path' }>;

/** A kernel file of the user's. Nothing is written beside it. */
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
  const boot = isElf(bytesOf(file))
    ? elfBoot(file, spec)
    : await provideBootImage({ title: basename(spec.image), path: spec.image, sha256 }, context);
  return { spec: spec.text, release, sha256, ...boot, modulesDirectory: modulesOf(spec, release) };
}

async function releaseIn(file: Buffer, spec: KernelAtPath, context: ProvisionContext): Promise<string> {
  const read = bytesOf(file);
  if (isElf(read)) {
    const release = bannerRelease(file);
    if (release !== undefined) return release;
    throw new ProvisionError(`${spec.text}: expected a Linux kernel, found an ELF file without “Linux version …”.`);
  }
  const image = readBzImage(read);
  if (image === undefined)
    throw new ProvisionError(`${spec.text}: expected a bzImage or an ELF file, found neither (no HdrS at 0x202).`, {
      hint: 'The kernel’s build creates arch/x86/boot/bzImage',
    });
  const written = releaseOf(image);
  if (written !== undefined) return written;
  const unpacked = await unpackKernel(readPayload(read, image), spec.text, context);
  const release = unpacked && bannerRelease(unpacked);
  if (release === undefined)
    throw new ProvisionError(`${spec.text}: expected the kernel release in the image, found none.`);
  return release;
}

function elfBoot(file: Buffer, spec: KernelAtPath): BootImage {
  if (hasPvhEntry(file)) return { bootImage: spec.image, bootFormat: 'vmlinux' };
  throw new ProvisionError(`${spec.text}: this vmlinux has no PVH entry, so QEMU cannot start it.`, {
    hint: 'Use the bzImage, or build with CONFIG_PVH=y',
  });
}

/** The given directory, or the one beside the image, as installed or built. A kernel without modules is fine, too. */
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
    throw new ProvisionError(
      `${spec.text}: expected modules of kernel ${release} in ${directory}, found those of another one.`,
      {
        hint: `Give the directory lib/modules/${release}`,
      },
    );
  if (kindOfFile(join(directory, 'modules.dep')) === 'file') return directory;
  throw new ProvisionError(`${spec.text}: expected modules.dep in ${directory}, found none.`, {
    hint: `Create it: depmod --basedir ${join(directory, '../../..')} ${release}`,
  });
}
