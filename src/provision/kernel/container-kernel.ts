import { bounds } from '../../bounds/bounds.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import { fileSize } from '../../host/files/file-facts.ts';
import { architectureOfKernels, assetOfDigest, type ContainerKernel } from '../fetch/container-ref.ts';
import { digestOf, fetchLayers, type WantedImage } from '../fetch/container-image.ts';
import { imageName, Registry } from '../fetch/registry.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError, withProgress } from '../provisioned.ts';
import { keepKernelFiles, type Keeping } from '../unpack/keep-kernel-files.ts';
import { tarEntries } from '../unpack/tar-entries.ts';
import { unpackedStream } from '../unpack/unpacked-stream.ts';
import { withArchive } from '../unpack/with-archive.ts';
import { type FetchedKernel, provideFetchedKernel } from './fetched-kernel.ts';

/**
 * A kernel of an image in a container registry. @throws ProvisionError
 */
export async function provideContainerKernel(spec: ContainerKernel, context: ProvisionContext): Promise<KernelImage> {
  const registry = new Registry(spec.image, context);
  // Whoever packs a kernel, and nothing that runs, seldom cares which platform the image names.
  const wanted: WantedImage = { ...spec, registry, context, arch: architectureOfKernels, isRun: false };
  const bring = async (digest: string): Promise<KernelImage> =>
    await provideFetchedKernel(fetchedKernel(wanted, digest), context);
  const digest = await digestOf(wanted, { assetOf: assetOfDigest, bring });
  const kernel = await bring(digest);
  return { ...kernel, resolved: `oci:${imageName(spec.image)}@${digest}` };
}

function fetchedKernel(wanted: WantedImage, digest: string): FetchedKernel {
  return {
    title: wanted.text,
    text: wanted.text,
    asset: assetOfDigest(digest),
    advice: 'docs/kernels.md describes the images that can be used',
    unpack: (downloads, keeping) => unpackImage(wanted, digest, { downloads, keeping }),
  };
}

interface Unpacking {
  readonly downloads: string;
  readonly keeping: Keeping;
}

async function unpackImage(wanted: WantedImage, digest: string, { downloads, keeping }: Unpacking): Promise<void> {
  const { text, context } = wanted;
  const paths = await fetchLayers(wanted, digest, downloads);
  await withProgress(context.progress, { what: text, activity: 'unpacking' }, async () => {
    for (const [index, path] of paths.entries()) {
      const payload = { offset: 0, bytes: fileSize(path) };
      await withArchive(`Layer ${index + 1} of ${text}`, () =>
        keepKernelFiles(tarEntries(unpackedStream(path, payload, context), bounds.fetchedKernel), keeping, {
          isLayer: true,
        }),
      );
      removeTree(path);
    }
  });
  removeTree(downloads);
  if (keeping.images.size === 0 && paths.length === 0)
    throw new ProvisionError(`${text}: expected layers, found none.`);
}
