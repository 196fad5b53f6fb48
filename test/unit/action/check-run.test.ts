import { describe, expect, it } from 'vitest';
import { type CheckRun, createCheckRun } from '../../../src/action/check-run.ts';
import { eventHeadSha } from '../../../src/app/github-event.ts';
import type { Annotation } from '../../../src/action/annotation.ts';
import type { HttpReply, HttpRequest } from '../../../src/host/http-request.ts';

const annotation: Annotation = { level: 'error', file: 'driver/edu.c', line: 214, title: 'BUG', message: 'x' };
const check: CheckRun = {
  name: 'drivers',
  headSha: 'c0ffee',
  isFailure: true,
  title: '1 of 2',
  summary: 's'.repeat(100_000),
  annotations: Array.from({ length: 120 }, () => annotation),
};

async function create(
  answer: (request: HttpRequest) => HttpReply,
  changes: Partial<CheckRun> = {},
): Promise<{ readonly outcome: object; readonly sent: readonly HttpRequest[] }> {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest): Promise<HttpReply> => {
    sent.push(request);
    return Promise.resolve(answer(request));
  };
  const outcome = await createCheckRun(
    { ...check, ...changes },
    { url: 'https://api.github.com', repository: 'me/driver', token: 'secret', send },
  );
  return { outcome, sent };
}

const created: HttpReply = { kind: 'reply', status: 201, body: { id: 7 } };
const changed: HttpReply = { kind: 'reply', status: 200, body: {} };
const ok = ({ method }: HttpRequest): HttpReply => (method === 'POST' ? created : changed);

describe('createCheckRun', () => {
  it('sends fifty annotations a request', async () => {
    const { outcome, sent } = await create(ok);
    expect(outcome).toEqual({ kind: 'created' });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://api.github.com/repos/me/driver/check-runs',
      'PATCH https://api.github.com/repos/me/driver/check-runs/7',
      'PATCH https://api.github.com/repos/me/driver/check-runs/7',
    ]);
    const bodies = sent.map(
      ({ body }) =>
        JSON.parse(body ?? '{}') as {
          readonly output: { readonly annotations: readonly object[]; readonly summary: string };
        },
    );
    expect(bodies.map(({ output }) => output.annotations.length)).toEqual([50, 50, 20]);
    expect(bodies[0]).toMatchObject({
      name: 'drivers',
      head_sha: 'c0ffee',
      status: 'completed',
      conclusion: 'failure',
    });
    expect(bodies[0]?.output.annotations[0]).toEqual({
      path: 'driver/edu.c',
      start_line: 214,
      end_line: 214,
      annotation_level: 'failure',
      title: 'BUG',
      message: 'x',
    });
    expect(bodies[0]?.output.summary.length).toBeLessThan(65_535);
  });

  it.each([401, 403, 404])('takes %i for a token that may not', async (status) => {
    expect((await create(() => ({ kind: 'reply', status, body: {} }))).outcome).toEqual({ kind: 'denied' });
  });

  it('says what failed', async () => {
    expect((await create(() => ({ kind: 'unreachable', reason: 'ECONNREFUSED' }))).outcome).toEqual({
      kind: 'failed',
      reason: 'ECONNREFUSED',
    });
    expect((await create(() => ({ kind: 'reply', status: 500, body: undefined }))).outcome).toEqual({
      kind: 'failed',
      reason: 'GitHub answered 500',
    });
    expect(
      (await create(({ method }) => (method === 'POST' ? created : { kind: 'reply', status: 502, body: undefined })))
        .outcome,
    ).toEqual({ kind: 'failed', reason: 'GitHub answered 502 when annotations were added' });
    expect((await create(() => ({ kind: 'reply', status: 201, body: {} }))).outcome).toEqual({
      kind: 'failed',
      reason: 'GitHub answered without the ID of the check run',
    });
  });
});

describe('eventHeadSha', () => {
  it.each([
    [{ pull_request: { head: { sha: 'a'.repeat(40) } } }, 'a'.repeat(40)],
    [{ pull_request: { head: { sha: '../../x' } } }, undefined],
    [{ after: 'abc' }, undefined],
    [undefined, undefined],
    [{ pull_request: { head: { sha: 3 } } }, undefined],
  ])('of %j is %s', (event, sha) => expect(eventHeadSha(event)).toBe(sha));
});
