import { sha256Of } from '../../../src/host/files/file-digest.ts';
import { type LoopbackServer, loopbackServer } from './loopback-server.ts';

/** A container registry on this machine. */
export interface FakeRegistry extends LoopbackServer {
  /** Makes an image of layers, under a tag, and returns its digest. */
  readonly push: (tag: string, ...layers: readonly Uint8Array[]) => string;
  /** The same, with a description that names its platform: `linux/arm64`. */
  readonly pushFor: (platform: string, tag: string, ...layers: readonly Uint8Array[]) => string;
  /** Makes an index of what is under other tags, by platform. */
  readonly pushIndex: (tag: string, platforms: Readonly<Record<string, string>>) => string;
  /** Anything under a tag. */
  readonly pushText: (tag: string, text: string) => void;
  /** What blobs are asked for and where they are answered. */
  readonly blobs: Map<string, Uint8Array>;
}

export interface RegistryKind {
  /** The header of its answer 401, for requests without this authorization; undefined: everybody may read. */
  readonly challenge?: (host: string) => string;
  readonly authorization?: string;
  /** The address that blobs are redirected to. */
  readonly blobHost?: string;
}

const indexType = 'application/vnd.oci.image.index.v1+json';

/** A registry with one repository, `k`. */
export async function fakeRegistry({
  challenge,
  authorization = 'none that anybody has',
  blobHost,
}: RegistryKind = {}): Promise<FakeRegistry> {
  const manifests = new Map<string, string>();
  const blobs = new Map<string, Uint8Array>();
  const server = await loopbackServer((request) => {
    const [, kind, reference = ''] = /^\/v2\/k\/(manifests|blobs)\/(.+)$/.exec(request.url) ?? [];
    if (kind === undefined) return { status: 404 };
    if (challenge !== undefined && request.authorization !== authorization)
      return { status: 401, headers: { 'www-authenticate': challenge(server.host) } };
    const body = kind === 'manifests' ? manifests.get(reference) : blobs.get(reference);
    if (body === undefined) return { status: 404 };
    if (kind === 'blobs' && blobHost !== undefined)
      return { status: 307, headers: { location: `http://${blobHost}/blob/${reference}` } };
    return { body };
  });
  const put = (tag: string, text: string): string => {
    const digest = `sha256:${sha256Of(text)}`;
    manifests.set(tag, text).set(digest, text);
    return digest;
  };
  const keep = (blob: Uint8Array): object => {
    const digest = `sha256:${sha256Of(blob)}`;
    blobs.set(digest, blob);
    return { digest, size: blob.length };
  };
  const push = (tag: string, ...layers: readonly Uint8Array[]): string =>
    put(tag, JSON.stringify({ schemaVersion: 2, layers: layers.map(keep) }));
  const pushFor = (platform: string, tag: string, ...layers: readonly Uint8Array[]): string => {
    const [os, architecture] = platform.split('/');
    const config = keep(Buffer.from(JSON.stringify({ os, architecture })));
    return put(tag, JSON.stringify({ schemaVersion: 2, config, layers: layers.map(keep) }));
  };
  const pushIndex = (tag: string, platforms: Readonly<Record<string, string>>): string => {
    const listed = Object.entries(platforms).map(([platform, digest]) => {
      const [os, architecture] = platform.split('/');
      return { digest, platform: { os, architecture } };
    });
    return put(tag, JSON.stringify({ schemaVersion: 2, mediaType: indexType, manifests: listed }));
  };
  return { ...server, push, pushFor, pushIndex, pushText: (tag, text) => void put(tag, text), blobs };
}
