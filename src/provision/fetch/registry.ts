import { bounds } from '../../bounds/bounds.ts';
import { sha256Of } from '../../host/files/file-digest.ts';
import { BodyBroken, download, type Downloading, readUpTo } from '../../host/http-download.ts';
import type { ContainerImage } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { type RegistryCredentials, readCredentials } from './docker-credentials.ts';
import { fetchFile, networkHint } from './fetch-file.ts';
import { RegistryLogin } from './registry-login.ts';

/** A piece of an image, as its manifest lists it. */
export interface Blob {
  /** `sha256:…` */
  readonly digest: string;
  readonly bytes: number;
}

export interface ManifestReply {
  /** Computed here. */
  readonly digest: string;
  readonly text: string;
}

/** An image, or an index of images for several architectures; OCI's names and Docker's. */
const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const attempts = 3;

/** `quay.io/lvh-images/kernel-images:6.6-main`, without a digest. */
export function imageName({ registry, repository, tag }: ContainerImage): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}`;
}

/** Reads one repository of a container registry (OCI distribution specification). */
export class Registry {
  readonly #image: ContainerImage;
  readonly #context: ProvisionContext;
  readonly #base: string;
  readonly #login: RegistryLogin;
  readonly #credentials: RegistryCredentials;

  constructor(image: ContainerImage, context: ProvisionContext) {
    this.#image = image;
    this.#context = context;
    this.#base = `${schemeOf(image.registry)}://${hostOf(image.registry)}/v2/${image.repository}`;
    this.#credentials = readCredentials(image.registry);
    this.#login = new RegistryLogin(
      { name: image.registry, repository: image.repository, isPlain: this.#base.startsWith('http:') },
      this.#credentials,
      context.signal,
    );
  }

  /** The manifest of a tag or digest. @throws ProvisionError when there is none, or it has another digest */
  async manifest(reference: string): Promise<ManifestReply> {
    return await this.#document('manifest', reference);
  }

  /** What describes an image, by its digest. @throws ProvisionError when it is not there, or has another digest */
  async config(digest: string): Promise<string> {
    return (await this.#document('blob', digest)).text;
  }

  async #document(kind: 'manifest' | 'blob', reference: string): Promise<ManifestReply> {
    const name = imageName(this.#image);
    const text = await this.#readText(`${this.#base}/${kind}s/${reference}`, name);
    const digest = `sha256:${sha256Of(text)}`;
    if (reference.startsWith('sha256:') && reference !== digest)
      throw new ProvisionError(`${name}: expected a ${kind} with the digest ${reference}, found ${digest}.`, {
        hint: 'The registry, or something on the way to it, changes what it delivers',
      });
    return { digest, text: text.toString('utf8') };
  }

  /** Fetches a blob into a new file. @throws ProvisionError when that is impossible, or it has another digest */
  async blob({ digest, bytes }: Blob, path: string, signal: AbortSignal): Promise<void> {
    const headers = await this.#login.headers();
    const title = `${imageName(this.#image)}: layer ${digest.slice(0, 'sha256:'.length + 12)}`;
    const url = `${this.#base}/blobs/${digest}`;
    const found = await fetchFile({ title, url, path, headers, maxBytes: bytes }, { ...this.#context, signal });
    if (`sha256:${found.sha256}` === digest) return;
    throw new ProvisionError(`${title}: expected the digest ${digest}, found sha256:${found.sha256}.`, {
      hint: 'The registry, or something on the way to it, changes what it delivers',
    });
  }

  async #readText(url: string, name: string): Promise<Buffer> {
    let isLoggedIn = false;
    for (let attempt = 1; ; attempt++) {
      const headers = { ...(await this.#login.headers()), accept: manifestTypes };
      const answer = await download({ url, headers, signal: this.#context.signal });
      if (answer.kind === 'answer' && answer.status === 401 && !isLoggedIn) {
        isLoggedIn = true;
        await readUpTo(answer.body, bounds.registry.errorBytes);
        await this.#login.answer(answer.header('www-authenticate'));
        continue;
      }
      const outcome = await manifestOf(answer);
      if (outcome.kind === 'read') return outcome.bytes;
      if (attempt >= attempts || !outcome.mayPass) throw this.#failed(name, outcome);
    }
  }

  #failed(name: string, { reason, status }: Extract<ManifestOutcome, { kind: 'failed' }>): ProvisionError {
    const isRefused = status === 401 || status === 403 || status === 429;
    const hint =
      status === undefined
        ? networkHint()
        : isRefused
          ? this.#credentials.advice
          : status === 404
            ? 'Check the name and the tag'
            : 'Try again later';
    return new ProvisionError(`${name} could not be read: ${reason}.`, { hint });
  }
}

type ManifestOutcome =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly status: number | undefined;
      readonly mayPass: boolean;
    };

async function manifestOf(answer: Downloading): Promise<ManifestOutcome> {
  if (answer.kind === 'unreachable') return { kind: 'failed', reason: answer.reason, status: undefined, mayPass: true };
  try {
    const isGood = answer.status === 200;
    const bytes = await readUpTo(answer.body, isGood ? bounds.registry.manifestBytes : bounds.registry.errorBytes);
    if (isGood && bytes !== undefined) return { kind: 'read', bytes };
    const reason = isGood
      ? 'its manifest is too large'
      : `the registry answers ${answer.status}${meaningOf(answer.status)}`;
    return { kind: 'failed', reason, status: answer.status, mayPass: answer.status >= 500 };
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
    return { kind: 'failed', reason: error.message, status: undefined, mayPass: true };
  }
}

function meaningOf(status: number): string {
  switch (status) {
    case 401:
    case 403:
      return ' (access denied, or no such image)';
    case 404:
      return ' (no such image)';
    case 429:
      return ' (too many requests)';
    default:
      return '';
  }
}

/** Docker Hub's registry is at another name than its images have. */
function hostOf(registry: string): string {
  return registry === 'docker.io' || registry === 'index.docker.io' ? 'registry-1.docker.io' : registry;
}

/** A registry on this machine is usually a test's, without a certificate. */
function schemeOf(registry: string): 'http' | 'https' {
  const { hostname } = new URL(`http://${registry}`);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname) ? 'http' : 'https';
}
