import type { Architecture } from '../../architecture/architecture.ts';
import { bounds } from '../../bounds/bounds.ts';
import { asObject, fieldOf, parseJson } from '../../bounds/parse-json.ts';
import { ProvisionError } from '../provisioned.ts';
import type { Blob, ManifestReply, Registry } from './registry.ts';

/** What a manifest is about. */
export type Manifest =
  /** `config`: the digest of what describes the image, and names its platform; absent: nothing does. */
  | { readonly kind: 'image'; readonly layers: readonly Blob[]; readonly config?: string }
  | { readonly kind: 'index'; readonly images: readonly ListedImage[] }
  | { readonly kind: 'problem'; readonly reason: string };

interface ListedImage {
  /** Undefined: it is none that we check. */
  readonly digest: string | undefined;
  /** `linux/amd64`, or `unknown`. */
  readonly platform: string;
}

/** Which image is meant. */
export interface ImageChoice {
  /** The image's name for the user. */
  readonly text: string;
  /** Of an index, the image for it is taken. */
  readonly arch: Architecture;
  /** Whether its programs are run. An image that is no member of an index must then name the right platform, too. */
  readonly isRun: boolean;
}

/** The layers of the image for an architecture, the lowest first. @throws ProvisionError */
export async function layersOf(
  registry: Pick<Registry, 'manifest' | 'config'>,
  digest: string,
  choice: ImageChoice,
): Promise<readonly Blob[]> {
  const { text } = choice;
  const top = manifestIn(await registry.manifest(digest), text);
  if (top.kind === 'image') {
    const platform = choice.isRun && top.config !== undefined ? platformIn(await registry.config(top.config)) : unknown;
    if (platform !== unknown && platform !== platformFor(choice)) throw noImage(choice, [platform]);
    return top.layers;
  }
  const ours = top.images.find(({ platform }) => platform === platformFor(choice));
  if (ours === undefined) throw noImage(choice, [...new Set(top.images.map(({ platform }) => platform))]);
  if (ours.digest === undefined)
    throw new ProvisionError(`${text}: expected an image, found a digest that is not SHA-256.`);
  const image = manifestIn(await registry.manifest(ours.digest), text);
  if (image.kind === 'image') return image.layers;
  throw new ProvisionError(`${text}: expected an image in its index, found another index.`);
}

/** Images and packages of Debian use the same names of architectures. */
function platformFor({ arch }: ImageChoice): string {
  return `linux/${arch.debian}`;
}

function noImage(choice: ImageChoice, platforms: readonly string[]): ProvisionError {
  const found = platforms.join(', ') || 'none at all';
  return new ProvisionError(`${choice.text}: expected an image for ${platformFor(choice)}, found ${found}.`);
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
  const { manifests, layers, config } = manifest;
  if (Array.isArray(manifests)) return parseIndex(manifests);
  if (!Array.isArray(layers)) return { kind: 'problem', reason: 'a manifest without layers' };
  return parseLayers(layers, fieldOf(config, 'digest'));
}

function parseIndex(manifests: readonly unknown[]): Manifest {
  if (manifests.length > bounds.registry.listed) return { kind: 'problem', reason: 'an index of too many images' };
  const images = manifests.map((image) => {
    const digest = fieldOf(image, 'digest');
    return { digest: isDigest(digest) ? digest : undefined, platform: platformOf(fieldOf(image, 'platform')) };
  });
  return { kind: 'index', images };
}

const unknown = 'unknown';

/** As an index has it of each image, and the image's own description at its top. */
function platformOf(named: unknown): string {
  const [system, architecture] = [fieldOf(named, 'os'), fieldOf(named, 'architecture')];
  const isNamed =
    typeof system === 'string' && typeof architecture === 'string' && system !== '' && architecture !== '';
  return isNamed ? `${system}/${architecture}` : unknown;
}

function platformIn(config: string): string {
  const parsed = parseJson(config, bounds.json);
  return parsed.kind === 'value' ? platformOf(parsed.value) : unknown;
}

function parseLayers(layers: readonly unknown[], config: unknown): Manifest {
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
    : { kind: 'image', layers: blobs, ...(isDigest(config) ? { config } : {}) };
}

function isDigest(digest: unknown): digest is string {
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest);
}
