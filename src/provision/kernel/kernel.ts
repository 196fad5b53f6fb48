import { basename, dirname, join } from 'node:path';
import { readBzImage, readPayload, releaseOf } from '../../binary/bzimage.ts';
import { isElf } from '../../binary/elf-header.ts';
import { bannerRelease } from '../../binary/kernel-banner.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { movePath } from '../../host/files/file-changes.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { filesIn, kindOfFile, readWholeFile } from '../../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { packageAssetName, providePackages, readDescription } from '../apt/stored-packages.ts';
import { refuseShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError, withProgress } from '../provisioned.ts';
import { inEnglish, lastLines, runRequired } from '../required-program.ts';
import { damaged, provideTools } from '../tools.ts';
import { type BootImage, hasPvhEntry, provideBootImage } from './boot-image.ts';
import type { KernelPackageSet } from './kernel-packages.ts';
import { kernelAsset, resolveDistributionKernel } from './kernel-ref.ts';
import { unpackKernel } from './unpack-kernel.ts';

type KernelAtPath = Extract<KernelSpec, { readonly kind: 'path' }>;

/** A kernel file of the user's. Nothing is written beside it. */
async function provideKernelAtPath(spec: KernelAtPath, context: ProvisionContext): Promise<KernelImage> {
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

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/** A distribution's kernel, unpacked into the store, with its modules indexed. */
async function provideDistributionKernel(spec: DistributionKernel, context: ProvisionContext): Promise<KernelImage> {
  const bring = async (packages: KernelPackageSet): Promise<void> => {
    const title = `${spec.text} → ${packages.release}`;
    await providePackages(context, title, kernelAsset(packages), (directory) =>
      finishKernel(directory, packages, title, context),
    );
  };
  const packages = await resolveDistributionKernel(spec, bring, context);
  const directory = context.store.find(packageAssetName(kernelAsset(packages)));
  if (directory === undefined)
    throw new ProvisionError(`${spec.text} was removed from the store ${context.store.root} during the lookup.`, {
      hint: 'Try again',
    });
  const { sha256 } = readDescription(directory);
  if (typeof sha256 !== 'string') throw damaged(directory);
  const path = join(directory, 'boot', `vmlinuz-${packages.release}`);
  const boot = await provideBootImage({ title: `${spec.text} → ${packages.release}`, path, sha256 }, context);
  return {
    spec: spec.text,
    release: packages.release,
    sha256,
    ...boot,
    modulesDirectory: join(directory, 'lib/modules', packages.release),
  };
}

async function finishKernel(
  directory: string,
  { release, headers }: KernelPackageSet,
  title: string,
  context: ProvisionContext,
): Promise<object> {
  const image = join(directory, 'boot', `vmlinuz-${release}`);
  if (kindOfFile(image) !== 'file')
    throw new ProvisionError(`The fetched packages of ${title} do not contain boot/vmlinuz-${release}.`);
  settleModules(directory, release);
  await withProgress(context.progress, { what: `${title}: modules`, activity: 'extracting' }, () =>
    indexModules(directory, release, context),
  );
  return { release, headers, sha256: await sha256OfFile(image, context.signal) };
}

/** One layout, whether or not the packages use the merged /usr. */
function settleModules(directory: string, release: string): void {
  const [merged, settled] = ['usr/lib/modules', 'lib/modules'].map((path) => join(directory, path, release));
  if (merged === undefined || settled === undefined) throw new Error('Internal error: two paths became none');
  if (kindOfFile(settled) === 'nothing' && kindOfFile(merged) === 'directory') {
    makeDirectory(join(directory, 'lib/modules'));
    movePath(merged, settled);
  }
  // These links point to where the headers would be installed on the host.
  for (const { name, kind } of filesIn(settled)) if (kind === 'link') removeTree(join(settled, name));
}

/** The dependency index is normally made when a package is installed, and we do not install. */
async function indexModules(directory: string, release: string, context: ProvisionContext): Promise<void> {
  const { depmod } = await provideTools(context);
  const { exitCode, output } = await runRequired([...depmod, '--basedir', directory, release], {
    signal: context.signal,
    env: inEnglish(),
  });
  if (exitCode === 0) return;
  refuseShortage(output, { root: context.store.root, during: `indexing the modules of ${release}` });
  throw new ProvisionError(`depmod failed on the modules of ${release}:\n${lastLines(output)}`);
}

/**
 * A bootable kernel and its modules. @throws ProvisionError when there is none with that name, it cannot be fetched, or
 * the file is not a kernel
 */
export async function provideKernel(spec: KernelSpec, context: ProvisionContext): Promise<KernelImage> {
  switch (spec.kind) {
    case 'distribution':
      return await provideDistributionKernel(spec, context);
    case 'path':
      return await provideKernelAtPath(spec, context);
  }
}
