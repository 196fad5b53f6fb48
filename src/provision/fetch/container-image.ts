import { join } from 'node:path';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import type { ContainerImage } from '../../plan/plan.ts';
import { requireRoom } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { withProgress } from '../provisioned.ts';
import { sideBySide } from '../side-by-side.ts';
import { resolveRef } from '../store/refs.ts';
import type { AssetName } from '../store/store.ts';
import { containerRefName, readTaggedDigest, type TaggedDigest } from './container-ref.ts';
import type { Registry } from './registry.ts';
import { type ImageChoice, layersOf } from './registry-manifest.ts';

const downloadsAtATime = 3;

/** An image as the user named it, and where it comes from. */
export interface WantedImage extends ImageChoice {
  readonly image: ContainerImage;
  readonly registry: Registry;
  readonly context: ProvisionContext;
}

/** What is made of an image. */
export interface ImageUse {
  readonly assetOf: (digest: string) => AssetName;
  readonly bring: (digest: string) => Promise<unknown>;
}

/** The digest of an image. What a tag stands for is looked up at most once a day. @throws ProvisionError */
export async function digestOf(wanted: WantedImage, use: ImageUse): Promise<string> {
  const { text, image, registry, context, arch } = wanted;
  if (image.digest !== undefined) return image.digest;
  const { digest } = await resolveRef<TaggedDigest>(context, {
    name: containerRefName(image, arch),
    title: text,
    parse: readTaggedDigest,
    isThere: (value) => context.store.find(use.assetOf(value.digest)) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: text, activity: 'resolving' }, async () => {
        const { digest: found } = await registry.manifest(image.tag ?? 'latest');
        return { digest: found };
      }),
    bring: async (value) => {
      await use.bring(value.digest);
    },
  });
  return digest;
}

/** Fetches layers into a new directory. @returns their paths, the lowest first @throws ProvisionError */
export async function fetchLayers(wanted: WantedImage, digest: string, downloads: string): Promise<readonly string[]> {
  const { text, registry, context } = wanted;
  const layers = await layersOf(registry, digest, wanted);
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
  return paths;
}
