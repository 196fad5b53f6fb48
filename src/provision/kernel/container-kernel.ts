import { join } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { fileSize } from '../../host/files/file-facts.ts';
import { imageName, Registry } from '../fetch/registry.ts';
import { layersOf } from '../fetch/registry-manifest.ts';
import { requireRoom } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, ProvisionError, withProgress } from '../provisioned.ts';
import { sideBySide } from '../side-by-side.ts';
import { resolveRef } from '../store/refs.ts';
import { keepKernelFiles, type Keeping } from '../unpack/keep-kernel-files.ts';
import { tarEntries } from '../unpack/tar-entries.ts';
import { unpackedStream } from '../unpack/unpacked-stream.ts';
import {
  assetOfDigest,
  type ContainerKernel,
  containerRefName,
  readTaggedDigest,
  type TaggedDigest,
} from './container-ref.ts';
import { type FetchedKernel, provideFetchedKernel, withArchive } from './fetched-kernel.ts';

const downloadsAtATime = 3;

/**
 * A kernel of an image in a container registry. What a tag stands for is looked up at most once a day. @throws
 * ProvisionError
 */
export async function provideContainerKernel(spec: ContainerKernel, context: ProvisionContext): Promise<KernelImage> {
  const registry = new Registry(spec.image, context);
  const bring = async ({ digest }: TaggedDigest): Promise<KernelImage> =>
    await provideFetchedKernel(fetchedKernel(spec, digest, { registry, context }), context);
  const digest = spec.image.digest ?? (await resolveTag(spec, bring, { registry, context }));
  const kernel = await bring({ digest });
  return { ...kernel, resolved: `oci:${imageName(spec.image)}@${digest}` };
}

interface Surroundings {
  readonly registry: Registry;
  readonly context: ProvisionContext;
}

async function resolveTag(
  { text, image }: ContainerKernel,
  bring: (value: TaggedDigest) => Promise<KernelImage>,
  { registry, context }: Surroundings,
): Promise<string> {
  const { digest } = await resolveRef<TaggedDigest>(context, {
    name: containerRefName(image),
    title: text,
    parse: readTaggedDigest,
    isThere: (value) => context.store.find(assetOfDigest(value.digest)) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: text, activity: 'resolving' }, async () => {
        const { digest: found } = await registry.manifest(image.tag ?? 'latest');
        return { digest: found };
      }),
    bring: async (value) => {
      await bring(value);
    },
  });
  return digest;
}

function fetchedKernel(spec: ContainerKernel, digest: string, surroundings: Surroundings): FetchedKernel {
  return {
    title: spec.text,
    text: spec.text,
    asset: assetOfDigest(digest),
    advice: 'docs/kernels.md describes the images that can be used',
    unpack: (downloads, keeping) => unpackImage(spec, digest, { ...surroundings, downloads, keeping }),
  };
}

interface Unpacking extends Surroundings {
  readonly downloads: string;
  readonly keeping: Keeping;
}

async function unpackImage(
  { text }: ContainerKernel,
  digest: string,
  { registry, context, downloads, keeping }: Unpacking,
): Promise<void> {
  const layers = await layersOf(registry, digest, text);
  const neededBytes = layers.reduce((sum, { bytes }) => sum + bytes, 0);
  requireRoom(neededBytes, { root: context.store.root, during: `fetching ${text}`, neededBytes });
  makeDirectory(downloads);
  const paths = layers.map((_, index) => join(downloads, String(index)));
  await withProgress(context.progress, { what: text, activity: 'fetching' }, () =>
    sideBySide(
      context.signal,
      layers.map((layer, index) => (signal: AbortSignal) => registry.blob(layer, paths[index] ?? '', signal)),
      downloadsAtATime,
    ),
  );
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
  if (keeping.images.size === 0 && layers.length === 0)
    throw new ProvisionError(`${text}: expected layers, found none.`);
}
