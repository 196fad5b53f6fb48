import { fieldOf } from '../../bounds/parse-json.ts';
import type { ContainerImage, KernelSpec } from '../../plan/plan.ts';
import { lastAnswer } from '../store/refs.ts';
import type { AssetName, AssetStore } from '../store/store.ts';

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

export function containerRefName({ registry, repository, tag = '' }: ContainerImage): string {
  return `oci/${registry}/${repository}:${tag}`;
}

/** The same image is the same kernel, in whichever registry it is. */
export function assetOfDigest(digest: string): AssetName {
  return { kind: 'container', key: `container 1\n${digest}` };
}

/** The asset of the spec's digest, or of the one that its tag stood for when it was looked up last. */
export function containerKernelAsset({ image }: ContainerKernel, store: AssetStore): AssetName | undefined {
  const digest = image.digest ?? lastAnswer(store, { name: containerRefName(image), parse: readTaggedDigest })?.digest;
  return digest === undefined ? undefined : assetOfDigest(digest);
}
