import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultArtifactName, legalArtifactName } from '../../../src/action/stage-artifact.ts';
import { type UploadHost, uploadResults } from '../../../src/action/upload-results.ts';
import { sha256Of } from '../../../src/host/files/file-digest.ts';
import { root } from '../../integration/cli.ts';
import { type Azurite, startAzurite } from '../../results-service/azurite.ts';
import { readZip } from '../../results-service/read-zip.ts';
import { type ResultsService, serviceVariables, startResultsService } from '../../results-service/results-service.ts';
import { startSecondOpinion } from '../../results-service/second-opinion.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-artifacts-'));
const directory = join(scratch, 'results');
let azurite: Azurite;
let service: ResultsService;
const warnings: string[] = [];

beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(async () => {
  await azurite[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(async () => {
  service = await startResultsService(azurite);
  warnings.length = 0;
  rmSync(directory, { recursive: true, force: true });
  results({
    'results.json': '{}',
    'debian-6.1-default/edu/dma/console.log': 'oops\n',
    'debian-6.1-default/edu/dma/logs/run.log': 'x'.repeat(100_000),
  });
  return () => service[Symbol.asyncDispose]();
});

function results(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

function host(changes: Partial<UploadHost> = {}): UploadHost {
  const env = { ...serviceVariables(service), GITHUB_WORKSPACE: scratch, GITHUB_SERVER_URL: 'https://github.com' };
  return {
    script: join(root, 'dist/action/artifact-worker.mjs'),
    env,
    signal: new AbortController().signal,
    warn: (message) => warnings.push(message),
    gracePeriodMs: 20_000,
    ...changes,
  };
}

const request = { directory, name: 'drivers', retentionDays: undefined };

describe('the artifact', () => {
  it('has every file of the results', async () => {
    const uploaded = await uploadResults({ ...request, retentionDays: 3 }, host());
    expect(warnings).toEqual([]);
    expect(uploaded).toMatchObject({ id: 1, name: 'drivers', pageId: undefined });
    const files = readZip(await service.readBlob('artifact-1'));
    expect([...files.keys()].sort()).toEqual([
      'debian-6.1-default/edu/dma/console.log',
      'debian-6.1-default/edu/dma/logs/run.log',
      'results.json',
    ]);
    expect(files.get('debian-6.1-default/edu/dma/logs/run.log')?.length).toBe(100_000);
    expect(service.artifacts[0]?.isComplete).toBe(true);
    expect(Date.parse(service.artifacts[0]?.expiresAt ?? '') - Date.now()).toBeLessThan(
      3 * 24 * 60 * 60 * 1000 + 60_000,
    );
  });

  it('has files whose names GitHub refuses under names that it takes', async () => {
    results({ 'cell/edu/dma/artifacts/a:b?"c|d%': 'odd' });
    await uploadResults(request, host());
    expect(warnings).toEqual([]);
    expect(
      readZip(await service.readBlob('artifact-1'))
        .get('cell/edu/dma/artifacts/a%3Ab%3F%22c%7Cd%25')
        ?.toString(),
    ).toBe('odd');
  });

  it('gets a number when its name is taken', async () => {
    await uploadResults(request, host());
    expect(await uploadResults(request, host())).toMatchObject({ id: 2, name: 'drivers-2' });
    expect(warnings).toEqual([]);
  });

  it('brings the report as a page of its own', async () => {
    results({ 'report.html': '<!doctype html>' });
    expect(await uploadResults(request, host())).toMatchObject({ id: 1, pageId: 2 });
    expect(service.artifacts.map(({ name }) => name)).toEqual(['drivers', 'drivers.html']);
    expect((await service.readBlob('artifact-2')).toString()).toBe('<!doctype html>');
  });
});

describe('another forge', () => {
  it('is refused by the client, which is only a warning', async () => {
    const env = { ...host().env, GITHUB_SERVER_URL: 'https://forge.example' };
    expect(await uploadResults(request, host({ env }))).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^The results could not be uploaded .*not currently supported/)]);
    expect(service.artifacts).toEqual([]);
  });
});

describe('another server of the same protocol', () => {
  it('takes the artifact, too', async () => {
    await using other = await startSecondOpinion(join(scratch, 'dtu'));
    expect(
      await uploadResults(request, host({ env: { ...host().env, ACTIONS_RESULTS_URL: other.url } })),
    ).toMatchObject({ name: 'drivers' });
    expect(warnings).toEqual([]);
    const call = async (method: string, body: object): Promise<Record<string, unknown>> => {
      const response = await fetch(`${other.url}twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await response.json()) as Record<string, unknown>;
    };
    const ids = { workflow_run_backend_id: 'run-backend', workflow_job_run_backend_id: 'job-backend', name: 'drivers' };
    const { signedUrl, signed_url: also } = await call('GetSignedArtifactURL', {
      ...ids,
      workflowRunBackendId: 'run-backend',
      workflowJobRunBackendId: 'job-backend',
    });
    const archive = await fetch(String(signedUrl ?? also));
    expect([...readZip(Buffer.from(await archive.arrayBuffer())).keys()]).toContain('results.json');
  });
});

describe('an upload that fails is a warning', () => {
  it('when the service refuses', async () => {
    service.fault = () => ({ kind: 'status', status: 403, message: 'no' });
    expect(await uploadResults(request, host())).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(/^The results could not be uploaded as artifact drivers: .*403/)]);
  });

  it.each([500, 429])('when the service answers %i for longer than it is waited for', async (status) => {
    service.fault = () => ({ kind: 'status', status });
    expect(await uploadResults(request, host({ gracePeriodMs: 2_000 }))).toBeUndefined();
    expect(warnings).toEqual(['The results could not be uploaded as artifact drivers: the service took too long']);
  });

  it('when the service recovers, it is none', async () => {
    let calls = 0;
    service.fault = () => (calls++ === 0 ? { kind: 'status', status: 503 } : undefined);
    expect(await uploadResults(request, host())).toMatchObject({ id: 1 });
    expect(warnings).toEqual([]);
  });

  it('when the network breaks', async () => {
    expect(
      await uploadResults(request, host({ env: { ...host().env, ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' } })),
    ).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it('when the client dies', async () => {
    expect(await uploadResults(request, host({ script: join(scratch, 'gone.mjs') }))).toBeUndefined();
    expect(warnings[0]).toMatch(/^The results could not be uploaded as artifact drivers: /);
  });
});

describe('names', () => {
  it.each([
    ['debian:6.12 · big 2/4', 'debian-6.12 · big 2-4'],
    ['a"b<c>d|e*f?g\\h', 'a-b-c-d-e-f-g-h'],
    ['..', 'qemu-driver-test'],
    ['x'.repeat(400), `${'x'.repeat(183)}~${sha256Of('x'.repeat(400)).slice(0, 16)}`],
  ])('%s is legal as %s', (given, legal) => expect(legalArtifactName(given)).toBe(legal));

  it('tell the legs of a matrix apart', () => {
    expect(defaultArtifactName('drivers', ['tests', 'kernel debian:6.1'])).not.toBe(
      defaultArtifactName('drivers', ['tests', 'kernel debian:6.12']),
    );
    expect(defaultArtifactName('a/b:c', [])).toMatch(/^driver-test-a-b-c-[0-9a-f]{8}$/);
  });
});
