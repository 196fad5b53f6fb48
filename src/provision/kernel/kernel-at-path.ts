import { basename, dirname, join } from 'node:path';
import type { Architecture, ArchitectureName } from '../../architecture/architecture.ts';
import {
  architectureOf,
  architectureOfElf,
  architectures,
  usualArchitecture,
} from '../../architecture/architectures.ts';
import { readBzImage, readPayload, releaseOf } from '../../binary/bzimage.ts';
import { isElf, readElfHeader } from '../../binary/elf-header.ts';
import { readEntryImage } from '../../binary/entry-image.ts';
import { bannerRelease } from '../../binary/kernel-banner.ts';
import { bytesOf, type ReadBytes } from '../../binary/read-bytes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { openForReading } from '../../host/files/disk-file.ts';
import { kindOfFile, readWholeFile } from '../../host/files/file-facts.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError } from '../provisioned.ts';
import { type BootImage, hasPvhEntry, inKnownForm, provideBootImage } from './boot-image.ts';
import { headBytes, headOf, provideEntryImage, unpackEntry } from './entry-image.ts';
import { findModules } from './find-modules.ts';
import { unpackKernel } from './unpack-kernel.ts';

type KernelAtPath = Extract<KernelSpec, { readonly kind: 'path' }>;

/** A kernel file of the user's. Nothing is written beside it. */
export async function provideKernelAtPath(spec: KernelAtPath, context: ProvisionContext): Promise<KernelImage> {
  const kind = kindOfFile(spec.image);
  if (kind !== 'file')
    throw new ProvisionError(
      `${spec.text}: expected a bzImage, an Image or an ELF vmlinux, found ` +
        `${kind === 'nothing' ? 'nothing there' : `a ${kind}`}.`,
    );
  const file = readWholeFile(spec.image);
  const release = await releaseIn(file, spec, context);
  const sha256 = await sha256OfFile(spec.image, context.signal);
  const arch = architectureOfKernel(bytesOf(file))?.name ?? usualArchitecture;
  const boot = await bootOf({ file, sha256, spec, arch }, context);
  const modules = findModules(spec, release);
  const config = configOf(spec, release, modules.modulesDirectory);
  return { spec: spec.text, arch, release, sha256, ...boot, ...modules, ...(config === undefined ? {} : { config }) };
}

async function bootOf({ arch, ...kernel }: ElfKernel & { readonly arch: ArchitectureName }, context: ProvisionContext) {
  const { file, sha256, spec } = kernel;
  const isX86 = arch === 'x86_64';
  if (isElf(bytesOf(file))) return isX86 ? elfBoot(kernel, context) : refuseElf(spec, arch);
  const provide = isX86 ? provideBootImage : provideEntryImage;
  return await provide({ title: basename(spec.image), path: spec.image, sha256 }, context);
}

/** QEMU would start it without memory, command line and initramfs. */
function refuseElf({ text }: KernelAtPath, arch: ArchitectureName): never {
  const { path, name } = architectureOf(arch).guest.image;
  throw new ProvisionError(`${text}: expected ${articleFor(name)} ${name}, found a vmlinux for ${arch}.`, {
    hint: `Give what the kernel’s build creates from it: ${path}`,
  });
}

function articleFor(name: string): string {
  return /^[aeiou]/i.test(name) ? 'an' : 'a';
}

/** @param path absolute; undefined also where there is no such file, which is refused when the kernel is provided */
export function architectureOfFile(path: string): ArchitectureName | undefined {
  if (kindOfFile(path) !== 'file') return undefined;
  // A vmlinux with debug information has half a gigabyte, and every command that plans asks.
  using file = openForReading(path);
  return architectureOfKernel((offset, lengthBytes) => file.read(offset, lengthBytes))?.name;
}

/** The architecture that the header of a kernel's file names; undefined: it is no kernel that we know. */
function architectureOfKernel(read: ReadBytes): Architecture | undefined {
  if (readBzImage(read) !== undefined) return architectureOf('x86_64');
  const head = bytesOf(headOf(read(0, headBytes)));
  const machine = readElfHeader(head)?.machine ?? readEntryImage(head)?.machine;
  return machine === undefined ? undefined : architectureOfElf(machine);
}

/** Beside the image, as installed; at the top of the tree, as built; or where the modules say they were built. */
function configOf({ image }: KernelAtPath, release: string, modules: string | undefined): string | undefined {
  const candidates = [
    join(dirname(image), `config-${release}`),
    join(dirname(image), '.config'),
    ...(dirname(image).endsWith('arch/x86/boot') ? [join(dirname(image), '../../../.config')] : []),
    ...(modules === undefined ? [] : [join(modules, 'build/.config'), join(modules, 'config')]),
  ];
  return candidates.find((path) => kindOfFile(path) === 'file');
}

/** The release of a kernel, as its file says it; `text` names the file. @throws ProvisionError when it is no kernel */
export async function releaseIn(
  file: Buffer,
  spec: Pick<KernelAtPath, 'text'>,
  context: ProvisionContext,
): Promise<string> {
  const read = bytesOf(file);
  if (isElf(read)) {
    const release = bannerRelease(file);
    if (release !== undefined) return release;
    throw new ProvisionError(`${spec.text}: expected a Linux kernel, found an ELF file without “Linux version …”.`);
  }
  const image = readBzImage(read);
  if (image === undefined) return await releaseOfEntry(file, spec, context);
  const written = releaseOf(image);
  if (written !== undefined) return written;
  const unpacked = await unpackKernel(readPayload(read, image), spec.text, context);
  const release = unpacked && bannerRelease(unpacked);
  if (release === undefined)
    throw new ProvisionError(`${spec.text}: expected the kernel release in the image, found none.`);
  return release;
}

async function releaseOfEntry(
  file: Buffer,
  { text }: Pick<KernelAtPath, 'text'>,
  context: ProvisionContext,
): Promise<string> {
  const entry = await unpackEntry(file, text, context);
  if (entry === undefined)
    throw new ProvisionError(
      `${text}: expected a bzImage, an Image or an ELF file, found none of them (no HdrS at 0x202, no magic at 0x38).`,
      { hint: `The kernel’s build creates ${architectures.map(({ guest }) => guest.image.path).join(', ')}` },
    );
  const release = bannerRelease(entry.bytes);
  if (release !== undefined) return release;
  throw new ProvisionError(`${text}: expected a Linux kernel, found an Image without “Linux version …”.`);
}

interface ElfKernel {
  readonly file: Buffer;
  readonly sha256: string;
  readonly spec: KernelAtPath;
}

function elfBoot({ file, sha256, spec }: ElfKernel, { store }: ProvisionContext): BootImage {
  if (!hasPvhEntry(file))
    throw new ProvisionError(`${spec.text}: this vmlinux has no PVH entry, so QEMU cannot start it.`, {
      hint: 'Use the bzImage, or build with CONFIG_PVH=y',
    });
  const packedImage = builtBeside(file, spec);
  if (packedImage === undefined) return { bootImage: spec.image, bootFormat: 'vmlinux' };
  return inKnownForm({ sha256, vmlinux: spec.image, packedImage }, store);
}

/** The bzImage of the same build, where the kernel's build puts it; undefined: there is none. */
function builtBeside(vmlinux: Buffer, { image }: KernelAtPath): string | undefined {
  const path = join(dirname(image), 'arch/x86/boot/bzImage');
  if (kindOfFile(path) !== 'file') return undefined;
  const { versionText = '' } = readBzImage(bytesOf(readWholeFile(path))) ?? {};
  // `#3 SMP Sun Nov 29 18:00:00 UTC 2026`: an older build has another number or another time.
  const build = versionText.indexOf('#');
  return build >= 0 && vmlinux.includes(versionText.slice(build), 0, 'latin1') ? path : undefined;
}
