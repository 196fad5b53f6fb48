import { bounds } from '../../bounds/bounds.ts';
import { asObject, fieldOf, parseJson } from '../../bounds/parse-json.ts';
import { ProvisionError } from '../provisioned.ts';
import type { Blob, ManifestReply, Registry } from './registry.ts';

/** What a manifest is about. */
export type Manifest =
  | { readonly kind: 'image'; readonly layers: readonly Blob[] }
  /** `digest`: of the image for linux/amd64; `platforms`: all that it has, in words. */
  | { readonly kind: 'index'; readonly digest: string | undefined; readonly platforms: readonly string[] }
  | { readonly kind: 'problem'; readonly reason: string };

/** The layers of the image for linux/amd64, the lowest first. @throws ProvisionError */
export async function layersOf(
  registry: Pick<Registry, 'manifest'>,
  digest: string,
  text: string,
): Promise<readonly Blob[]> {
  const top = manifestIn(await registry.manifest(digest), text);
  if (top.kind === 'image') return top.layers;
  if (top.digest === undefined)
    throw new ProvisionError(
      `${text}: expected an image for linux/amd64, found ${top.platforms.join(', ') || 'none at all'}.`,
    );
  const image = manifestIn(await registry.manifest(top.digest), text);
  if (image.kind === 'image') return image.layers;
  throw new ProvisionError(`${text}: expected an image in its index, found another index.`);
}

function manifestIn(reply: ManifestReply, text: string): Exclude<Manifest, { readonly kind: 'problem' }> {
  const manifest = parseManifest(reply.text);
  if (manifest.kind !== 'problem') return manifest;
  throw new ProvisionError(`${text}: expected an image, found ${manifest.reason}.`);
}

/** Parses an image's manifest or an index (OCI image specification, and Docker's version 2). */
export function parseManifest(text: string): Manifest {
  const parsed = parseJson(text, bounds.json);
  const manifest = parsed.kind === 'value' ? asObject(parsed.value) : undefined;
  if (manifest === undefined) return { kind: 'problem', reason: 'something that is not a manifest' };
  if (manifest['schemaVersion'] === 1)
    return { kind: 'problem', reason: 'a manifest of version 1, which registries gave up in 2017' };
  const { manifests, layers } = manifest;
  if (Array.isArray(manifests)) return parseIndex(manifests);
  if (!Array.isArray(layers)) return { kind: 'problem', reason: 'a manifest without layers' };
  return parseLayers(layers);
}

function parseIndex(manifests: readonly unknown[]): Manifest {
  if (manifests.length > bounds.registry.listed) return { kind: 'problem', reason: 'an index of too many images' };
  const images = manifests.map((image) => ({ digest: fieldOf(image, 'digest'), platform: platformOf(image) }));
  const ours = images.find(({ platform }) => platform === 'linux/amd64')?.digest;
  if (ours !== undefined && !isDigest(ours)) return { kind: 'problem', reason: 'a digest that is not SHA-256' };
  return { kind: 'index', digest: ours, platforms: [...new Set(images.map(({ platform }) => platform))] };
}

function platformOf(image: unknown): string {
  const platform = fieldOf(image, 'platform');
  const [system, architecture] = [fieldOf(platform, 'os'), fieldOf(platform, 'architecture')];
  return typeof system === 'string' && typeof architecture === 'string' ? `${system}/${architecture}` : 'unknown';
}

function parseLayers(layers: readonly unknown[]): Manifest {
  if (layers.length > bounds.registry.layers)
    return { kind: 'problem', reason: `an image of ${layers.length} layers, more than ${bounds.registry.layers}` };
  const blobs = layers.flatMap((layer) => {
    const [digest, bytes] = [fieldOf(layer, 'digest'), fieldOf(layer, 'size')];
    const isSize = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes >= 0;
    return isDigest(digest) && isSize ? [{ digest, bytes }] : [];
  });
  if (blobs.length < layers.length) return { kind: 'problem', reason: 'a layer without a size and a SHA-256 digest' };
  const bytes = blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  return bytes > bounds.fetchedKernel.packedBytes
    ? { kind: 'problem', reason: `an image of ${Math.ceil(bytes / 1024 ** 3)} GiB, which is too large` }
    : { kind: 'image', layers: blobs };
}

function isDigest(digest: unknown): digest is string {
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest);
}
