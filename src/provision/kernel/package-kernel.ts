import { bounds } from '../../bounds/bounds.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { fileSize } from '../../host/files/file-facts.ts';
import { fetchedTitle, fileName } from '../../plan/fetched-kernel-id.ts';
import type { KernelSpec, PackageFormat } from '../../plan/plan.ts';
import { fetchCheckedFiles, knownFiles, type KnownFile, refuseWithoutDigests } from '../fetch/checked-files.ts';
import { requireRoom } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, withProgress } from '../provisioned.ts';
import type { AssetName } from '../store/store.ts';
import { cpioEntries } from '../unpack/cpio-entries.ts';
import type { ArchiveEntry } from '../unpack/archive-entry.ts';
import { keepKernelFiles, type Keeping } from '../unpack/keep-kernel-files.ts';
import { debPayload, rpmPayload } from '../unpack/package-payload.ts';
import { tarEntries } from '../unpack/tar-entries.ts';
import { unpackedStream } from '../unpack/unpacked-stream.ts';
import { withArchive } from '../unpack/with-archive.ts';
import { provideFetchedKernel } from './fetched-kernel.ts';

export type PackageKernel = Extract<KernelSpec, { readonly kind: 'packages' }>;

/** The packages of a kernel, by distribution. */
const packageNames: Readonly<Record<PackageFormat, string>> = {
  deb: 'Debian: linux-image. Ubuntu: linux-image, linux-modules and, for more drivers, linux-modules-extra',
  rpm: 'Fedora and RHEL: kernel-core, kernel-modules-core, kernel-modules. openSUSE: kernel-default',
};

/**
 * A kernel of packages at addresses of the user's choice. @throws InputRefused when one has no digest @throws
 * ProvisionError
 */
export async function providePackageKernel(spec: PackageKernel, context: ProvisionContext): Promise<KernelImage> {
  const files = knownFiles(spec.files);
  const title = fetchedTitle(spec);
  if (files === undefined)
    return await refuseWithoutDigests({ prefix: spec.format, title, files: spec.files }, context);
  return await provideFetchedKernel(
    {
      title,
      text: spec.text,
      asset: packageKernelAsset(spec.format, files),
      advice: `Give all packages of the kernel, with commas between them. ${packageNames[spec.format]}`,
      unpack: async (downloads, keeping) => {
        makeDirectory(downloads);
        const paths = await fetchCheckedFiles({ title, files }, downloads, context);
        await unpackAll(spec.format, files, { title, paths, keeping }, context);
        removeTree(downloads);
      },
    },
    context,
  );
}

/** The same packages are the same kernel, wherever they come from and in any order. */
export function packageKernelAsset(format: PackageFormat, files: readonly KnownFile[]): AssetName {
  const digests = files.map(({ sha256 }) => sha256).sort();
  return { kind: 'packages', key: [`packages 1 ${format}`, ...digests].join('\n') };
}

interface Downloaded {
  readonly title: string;
  readonly paths: readonly string[];
  readonly keeping: Keeping;
}

async function unpackAll(
  format: PackageFormat,
  files: readonly KnownFile[],
  { title, paths, keeping }: Downloaded,
  context: ProvisionContext,
): Promise<void> {
  const packed = paths.reduce((sum, path) => sum + fileSize(path), 0);
  // Unpacked files are not smaller.
  requireRoom(packed, { root: context.store.root, during: `unpacking ${title}`, neededBytes: packed });
  await withProgress(context.progress, { what: title, activity: 'unpacking' }, async () => {
    for (const [index, file] of files.entries()) {
      const path = paths[index] ?? '';
      await withArchive(fileName(file), async () =>
        keepKernelFiles(await entriesOf(format, path, context), keeping, { isLayer: false }),
      );
    }
  });
}

/** No program unpacks them: a package is only a list of names and contents here, and we write what a kernel needs. */
async function entriesOf(
  format: PackageFormat,
  path: string,
  context: ProvisionContext,
): Promise<AsyncIterable<ArchiveEntry>> {
  const limits = bounds.fetchedKernel;
  switch (format) {
    case 'deb':
      return tarEntries(unpackedStream(path, await debPayload(path), context), limits);
    case 'rpm':
      return cpioEntries(unpackedStream(path, await rpmPayload(path), context), limits);
  }
}
