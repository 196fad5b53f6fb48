import type { Architecture } from '../../architecture/architecture.ts';
import { architectureOf, usualArchitecture } from '../../architecture/architectures.ts';
import { fieldOf } from '../../bounds/parse-json.ts';
import type { ContainerImage, KernelSpec } from '../../plan/plan.ts';
import { lastAnswer } from '../store/refs.ts';
import type { AssetName, AssetStore } from '../store/store.ts';

/** The one whose kernels are fetched from images. */
export const architectureOfKernels = architectureOf(usualArchitecture);

export type ContainerKernel = Extract<KernelSpec, { readonly kind: 'container' }>;

/** What a tag stood for: the digest of an image, or of an index of images for several architectures. */
export interface TaggedDigest {
  readonly digest: string;
}

export function readTaggedDigest(stored: unknown): TaggedDigest | undefined {
  const digest = fieldOf(stored, 'digest');
  return typeof digest === 'string' && isDigest(digest) ? { digest } : undefined;
}

/** The only algorithm that we check. */
export function isDigest(text: string): boolean {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** The same tag is looked up for each architecture, because not all of its images are in the store. */
export function containerRefName({ registry, repository, tag = '' }: ContainerImage, arch: Architecture): string {
  const name = `oci/${registry}/${repository}:${tag}`;
  return arch.name === usualArchitecture ? name : `${name}/${arch.debian}`;
}

/** The same image is the same kernel, in whichever registry it is. */
export function assetOfDigest(digest: string): AssetName {
  return { kind: 'container', key: `container 1\n${digest}` };
}

/** The asset of the spec's digest, or of the one that its tag stood for when it was looked up last. */
export function containerKernelAsset({ image }: ContainerKernel, store: AssetStore): AssetName | undefined {
  const name = containerRefName(image, architectureOfKernels);
  const digest = image.digest ?? lastAnswer(store, { name, parse: readTaggedDigest })?.digest;
  return digest === undefined ? undefined : assetOfDigest(digest);
}
