import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Azurite } from './azurite.ts';

/** The failure of a call; undefined: none. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  /** No answer for this long. */
  | { readonly kind: 'stall'; readonly forMs: number }
  /** The blob of the answer is cut in half. */
  | { readonly kind: 'truncated' }
  /** The answer leads to another blob. */
  | { readonly kind: 'other-blob'; readonly blob: string };

export interface Call {
  readonly method: string;
  readonly body: Readonly<Record<string, string>>;
}

export interface StoredEntry {
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  isComplete: boolean;
}

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly blob: string;
  readonly expiresAt: string | undefined;
  isComplete: boolean;
}

/**
 * GitHub's results service, as far as the clients for cache (v2) and artifacts (v4) use it: Twirp in JSON, with bytes
 * in Azurite.
 */
export interface ResultsService extends AsyncDisposable {
  readonly url: string;
  readonly calls: Call[];
  readonly entries: StoredEntry[];
  readonly artifacts: StoredArtifact[];
  /** Decides for every call. */
  fault: (call: Call) => Fault | undefined;
  readonly readBlob: (blob: string) => Promise<Buffer>;
}

export async function startResultsService(azurite: Azurite): Promise<ResultsService> {
  const state: Omit<ResultsService, 'url' | typeof Symbol.asyncDispose> = {
    calls: [],
    entries: [],
    artifacts: [],
    fault: () => undefined,
    readBlob: (blob) => download(azurite, blob),
  };
  const server = createServer((request, response) => void answer(request, response));
  const dispose = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const service: ResultsService = Object.assign(state, { url: '', [Symbol.asyncDispose]: dispose });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const call: Call = {
      method: (request.url ?? '').split('/').pop() ?? '',
      body: JSON.parse(Buffer.concat(pieces).toString() || '{}') as Call['body'],
    };
    service.calls.push(call);
    const fault = service.fault(call);
    if (fault?.kind === 'stall') await new Promise((resolve) => setTimeout(resolve, fault.forMs).unref());
    const handler =
      handlers[call.method] ??
      ((): Promise<readonly [number, object]> => reply(404, { code: 'bad_route', msg: `no ${call.method}` }));
    const [status, body] =
      fault?.kind === 'status'
        ? [fault.status, { code: 'unknown', msg: fault.message ?? `status ${fault.status}` }]
        : await handler(call.body, fault);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  type Handler = (body: Call['body'], fault: Fault | undefined) => Promise<readonly [number, object]>;
  const handlers: Readonly<Record<string, Handler>> = {
    CreateCacheEntry: ({ key = '', version = '' }) => {
      if (service.entries.some((entry) => entry.key === key && entry.version === version))
        return reply(409, { code: 'already_exists', msg: `cache entry with the same key and version exists: ${key}` });
      const blob = `cache-${service.entries.length}`;
      service.entries.push({ key, version, blob, isComplete: false });
      return reply(200, { ok: true, signed_upload_url: azurite.signedUrl(blob) });
    },
    FinalizeCacheEntryUpload: ({ key, version }) => {
      const at = service.entries.findIndex((entry) => entry.key === key && entry.version === version);
      const entry = service.entries[at];
      if (entry !== undefined) entry.isComplete = true;
      return reply(200, { ok: entry !== undefined, entry_id: String(at + 1) });
    },
    GetCacheEntryDownloadURL: async ({ key = '', version, restore_keys: others }, fault) => {
      const wanted = [key, ...((others as unknown as string[] | undefined) ?? [])];
      const there = service.entries.filter((entry) => entry.isComplete && entry.version === version);
      const found =
        there.find((entry) => entry.key === key) ??
        there.toReversed().find((entry) => wanted.some((prefix) => entry.key.startsWith(prefix)));
      if (found === undefined) return [200, { ok: false }];
      const blob =
        fault?.kind === 'truncated'
          ? await truncate(azurite, found.blob)
          : fault?.kind === 'other-blob'
            ? fault.blob
            : found.blob;
      return [200, { ok: true, signed_download_url: azurite.signedUrl(blob), matched_key: found.key }];
    },
    CreateArtifact: ({ name = '', expires_at: expiresAt }) => {
      if (service.artifacts.some((artifact) => artifact.name === name))
        return reply(409, {
          code: 'already_exists',
          msg: 'an artifact with this name already exists on the workflow run',
        });
      const id = service.artifacts.length + 1;
      service.artifacts.push({ id, name, blob: `artifact-${id}`, expiresAt, isComplete: false });
      return reply(200, { ok: true, signed_upload_url: azurite.signedUrl(`artifact-${id}`) });
    },
    FinalizeArtifact: ({ name }) => {
      const artifact = service.artifacts.find((other) => other.name === name);
      if (artifact !== undefined) artifact.isComplete = true;
      return reply(200, { ok: artifact !== undefined, artifact_id: String(artifact?.id ?? 0) });
    },
    ListArtifacts: ({ name_filter: name, id_filter: id }) =>
      reply(200, {
        artifacts: service.artifacts
          .filter(
            (artifact) =>
              artifact.isComplete &&
              artifact.name === (name ?? artifact.name) &&
              String(artifact.id) === (id ?? String(artifact.id)),
          )
          .map((artifact) => ({ ...backendIds, database_id: String(artifact.id), name: artifact.name, size: '1' })),
      }),
    GetSignedArtifactURL: ({ name }) => {
      const artifact = service.artifacts.find((other) => other.name === name);
      return artifact === undefined
        ? reply(404, { code: 'not_found', msg: `no artifact ${name ?? ''}` })
        : reply(200, { signed_url: azurite.signedUrl(artifact.blob) });
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(service, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

const backendIds = { workflow_run_backend_id: 'run-backend', workflow_job_run_backend_id: 'job-backend' };

function reply(status: number, body: object): Promise<readonly [number, object]> {
  return Promise.resolve([status, body]);
}

async function download(azurite: Azurite, blob: string): Promise<Buffer> {
  const response = await fetch(azurite.signedUrl(blob));
  if (!response.ok) throw new Error(`${blob}: ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

async function truncate(azurite: Azurite, blob: string): Promise<string> {
  const content = await download(azurite, blob);
  const copy = `${blob}-truncated`;
  const put = await fetch(azurite.signedUrl(copy), {
    method: 'PUT',
    headers: { 'x-ms-blob-type': 'BlockBlob' },
    body: new Uint8Array(content.subarray(0, Math.floor(content.length / 2))),
  });
  if (!put.ok) throw new Error(`${copy}: ${put.status}`);
  return copy;
}

/** What the runner's services get: a token that the clients only take apart. */
export function serviceVariables({ url }: Pick<ResultsService, 'url'>): Record<string, string> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const scope = { scp: 'Actions.ExampleScope Actions.Results:run-backend:job-backend' };
  const token = `${part({ alg: 'none' })}.${part(scope)}.signature`;
  return { ACTIONS_RESULTS_URL: url, ACTIONS_RUNTIME_TOKEN: token, ACTIONS_CACHE_SERVICE_V2: 'True' };
}
