import { bounds } from '../../bounds/bounds.ts';
import { environmentVariable } from '../../host/environment.ts';
import { saveStream } from '../../host/files/save-stream.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import { BodyBroken, download, type Downloading } from '../../host/http-download.ts';
import { requireRoom } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { whileThereIsRoom } from '../store/watch-room.ts';

/** Something to fetch into a new file. */
export interface FileWish {
  /** Its name in messages. */
  readonly title: string;
  readonly url: string;
  /** The path of the new file. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly maxBytes?: number;
}

export interface FetchedDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** A server may be busy for a moment, and a connection may break. */
const attempts = 3;
const proxyVariables = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];

/**
 * Fetches a file and computes its digest on the way. @throws ProvisionError when that is impossible @throws the
 * signal's reason when it aborts
 */
export async function fetchFile(wish: FileWish, context: ProvisionContext): Promise<FetchedDigest> {
  const scene = { root: context.store.root, during: `fetching ${wish.title}` };
  return await whileThereIsRoom(scene, context.signal, async (signal) => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(wish, { ...context, signal });
      if (outcome.kind === 'fetched') return outcome;
      removeTree(wish.path);
      if (!outcome.mayPass || attempt === attempts)
        throw new ProvisionError(`${wish.title} could not be fetched: ${outcome.reason}.`, { hint: outcome.hint });
    }
  });
}

type Outcome =
  | ({ readonly kind: 'fetched' } & FetchedDigest)
  | { readonly kind: 'failed'; readonly reason: string; readonly hint: string; readonly mayPass: boolean };

async function tryOnce(
  { url, path, headers = {}, title, maxBytes }: FileWish,
  context: ProvisionContext,
): Promise<Outcome> {
  const limit = maxBytes ?? bounds.fetchedKernel.packedBytes;
  const answer = await download({ url, headers, signal: context.signal });
  if (answer.kind === 'unreachable') return failed(answer.reason, { mayPass: true });
  if (answer.status !== 200) return await refused(answer);
  const announced = Number(answer.header('content-length') ?? 0);
  requireRoom(announced, { root: context.store.root, during: `fetching ${title}`, neededBytes: announced });
  try {
    const saved = await saveStream(answer.body, path, limit);
    if (saved.kind === 'saved') return { ...saved, kind: 'fetched' };
    return failed(`it has more than ${limit} bytes`, { mayPass: false, hint: 'Check its address' });
  } catch (error) {
    if (error instanceof BodyBroken) return failed(error.message, { mayPass: !url.startsWith('file:') });
    throw error;
  }
}

async function refused({ status, body }: Extract<Downloading, { kind: 'answer' }>): Promise<Outcome> {
  // Leaves the connection.
  for await (const piece of body) if (piece.length >= 0) break;
  const isMissing = status === 404 || status === 410;
  return failed(`the server answers ${status}${isMissing ? ' (no such file)' : ''}`, {
    mayPass: status >= 500 || status === 429,
    hint: isMissing
      ? 'Check its address. Mirrors drop old packages; archives of the distribution keep them'
      : undefined,
  });
}

function failed(
  reason: string,
  { mayPass, hint }: { readonly mayPass: boolean; readonly hint?: string | undefined },
): Outcome {
  return { kind: 'failed', reason, hint: hint ?? networkHint(), mayPass };
}

/** Node's own client takes no notice of a proxy unless it is told to. */
export function networkHint(): string {
  const proxy = proxyVariables.find((name) => environmentVariable(name) !== undefined);
  if (proxy === undefined || environmentVariable('NODE_USE_ENV_PROXY') !== undefined)
    return 'Check the address and the network, and try again';
  return (
    `${proxy} is set, but Node uses it only with NODE_USE_ENV_PROXY=1 (Node 24). Otherwise fetch the file, and give ` +
    'its file:/// address'
  );
}
