import { bounds } from '../bounds/bounds.ts';
import { fieldOf } from '../bounds/parse-json.ts';
import type { HttpReply, HttpRequest } from '../host/http-request.ts';
import { cutLine } from '../text/text-width.ts';
import type { Annotation } from './annotation.ts';

/** The content of a check run. */
export interface CheckRun {
  readonly name: string;
  /** The commit that the pull request shows. */
  readonly headSha: string;
  readonly isFailure: boolean;
  readonly title: string;
  /** Safe Markdown. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
}

export interface ChecksApi {
  /** `https://api.github.com` */
  readonly url: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
  readonly send: (request: HttpRequest) => Promise<HttpReply>;
}

/** `denied`: the token may not write checks. This is the rule for pull requests from forks. */
export type CheckOutcome =
  | { readonly kind: 'created' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The most annotations that GitHub takes per request. More are added by updating the check run. */
const perRequest = 50;
/** GitHub counts 65535 bytes. */
const maxSummary = 20_000;

const { count: maxAnnotations, titleChars } = bounds.annotations;
const maxMessage = 16_000;

/** Writes one check run with the annotations, up to a limit. */
export async function createCheckRun(check: CheckRun, api: ChecksApi): Promise<CheckOutcome> {
  const [first = [], ...rest] = inParts(check.annotations.slice(0, maxAnnotations));
  const created = await send(api, 'POST', '', {
    name: check.name,
    head_sha: check.headSha,
    status: 'completed',
    conclusion: check.isFailure ? 'failure' : 'success',
    output: output(check, first),
  });
  if (created.kind !== 'reply') return { kind: 'failed', reason: created.reason };
  if ([401, 403, 404].includes(created.status)) return { kind: 'denied' };
  if (created.status !== 201) return { kind: 'failed', reason: `GitHub answered ${created.status}` };
  const id = idOf(created.body);
  if (id === undefined) return { kind: 'failed', reason: 'GitHub answered without the ID of the check run' };
  for (const part of rest) {
    const changed = await send(api, 'PATCH', `/${id}`, { output: output(check, part) });
    if (changed.kind !== 'reply') return { kind: 'failed', reason: changed.reason };
    if (changed.status !== 200)
      return { kind: 'failed', reason: `GitHub answered ${changed.status} when annotations were added` };
  }
  return { kind: 'created' };
}

function send(
  { url, repository, token, send: sendTo }: ChecksApi,
  method: 'POST' | 'PATCH',
  path: string,
  body: unknown,
): Promise<HttpReply> {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    'user-agent': 'qemu-driver-test',
  };
  return sendTo({ method, url: `${url}/repos/${repository}/check-runs${path}`, headers, body: JSON.stringify(body) });
}

function output({ title, summary, annotations: all }: CheckRun, annotations: readonly Annotation[]): object {
  const more =
    all.length > maxAnnotations
      ? `\n\n…and ${all.length - maxAnnotations} more annotations, which are in results.json.`
      : '';
  return {
    title: cutLine(title, titleChars),
    summary: `${cutLine(summary, maxSummary)}${more}`,
    annotations: annotations.map(wireAnnotation),
  };
}

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;

/** The API requires a file and a line for each annotation. One without goes to the repository as a whole. */
function wireAnnotation({ level, file = '.github', line = 1, title, message }: Annotation): object {
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: levels[level],
    title: cutLine(title, titleChars),
    message: cutLine(message, maxMessage),
  };
}

function inParts(annotations: readonly Annotation[]): readonly (readonly Annotation[])[] {
  return Array.from({ length: Math.ceil(annotations.length / perRequest) }, (_, index) =>
    annotations.slice(index * perRequest, (index + 1) * perRequest),
  );
}

function idOf(body: unknown): number | undefined {
  const id = fieldOf(body, 'id');
  return typeof id === 'number' ? id : undefined;
}
