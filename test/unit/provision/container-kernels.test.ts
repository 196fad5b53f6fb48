import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { explain } from '../../../src/command/explain-failure.ts';
import { sha256Of } from '../../../src/host/files/file-digest.ts';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { credentialsIn } from '../../../src/provision/fetch/docker-credentials.ts';
import { parseChallenge } from '../../../src/provision/fetch/registry-login.ts';
import { parseManifest } from '../../../src/provision/fetch/registry-manifest.ts';
import { provideKernel } from '../../../src/provision/kernel/kernel.ts';
import type { KernelImage } from '../../../src/provision/provisioned.ts';
import { refLifetimeMs } from '../../../src/provision/store/refs.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { tarOf } from './archives.ts';
import { fakeRegistry } from './fake-registry.ts';
import { bzImage, elfWithNotes } from './kernel-images.ts';
import { loopbackServer } from './loopback-server.ts';
import { testContext, type TestContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

const kernelFile = bzImage(gzipSync(elfWithNotes([{ owner: 'Xen', type: 18 }])), '6.9.0-own');
const otherFile = bzImage(Buffer.from('x'), '6.10.0');
const credentials = `Basic ${Buffer.from('me:secret').toString('base64')}`;

let context: TestContext;
let config: string;
beforeEach(() => {
  context = testContext();
  config = temporaryDirectory();
  vi.stubEnv('DOCKER_CONFIG', config);
});

async function layerOf(content: Uint8Array, name = 'bzImage'): Promise<Buffer> {
  return gzipSync(await tarOf({ name, content }));
}

async function provide(text: string): Promise<KernelImage> {
  const parse = parseKernelSpec(text, '/');
  if (parse.kind === 'problem') throw new Error(parse.problem.message);
  return await provideKernel(parse.spec, context);
}

async function failureOf(text: string): Promise<string> {
  const error: unknown = await provide(text).catch((reason: unknown) => reason);
  const { message, exitStatus } = explain(error);
  return `${message} (${exitStatus})`;
}

describe('an image', () => {
  it('is a kernel; the digest of its tag is told and used for a day', async () => {
    const registry = await fakeRegistry();
    const first = registry.push('6', await layerOf(kernelFile));
    const text = `oci:${registry.host}/k:6`;
    expect(await provide(text)).toMatchObject({
      spec: text,
      resolved: `${text}@${first}`,
      release: '6.9.0-own',
      bootFormat: 'vmlinux',
    });
    const second = registry.push('6', await layerOf(otherFile));
    const asked = registry.received.length;
    expect((await provide(text)).resolved).toBe(`${text}@${first}`);
    expect(registry.received).toHaveLength(asked);
    const tomorrow = context.nowMs() + refLifetimeMs;
    context = { ...context, nowMs: () => tomorrow };
    expect(await provide(text)).toMatchObject({ resolved: `${text}@${second}`, release: '6.10.0' });
    expect(await provide(`oci:${registry.host}/k@${first}`)).toMatchObject({ release: '6.9.0-own' });
  });

  it('has layers that are unpacked in their order', async () => {
    const registry = await fakeRegistry();
    const gone = gzipSync(await tarOf({ name: 'boot/.wh.vmlinuz-old' }, { name: 'boot/vmlinuz', content: kernelFile }));
    registry.push('6', await layerOf(otherFile, 'boot/vmlinuz-old'), gone);
    expect(await provide(`oci:${registry.host}/k:6`)).toMatchObject({ release: '6.9.0-own' });
  });

  it('of an index is the one for linux/amd64', async () => {
    const registry = await fakeRegistry();
    const [arm, ours] = [registry.push('a', await layerOf(otherFile)), registry.push('b', await layerOf(kernelFile))];
    const digest = registry.pushIndex('6', { 'linux/arm64': arm, 'linux/amd64': ours });
    const text = `oci:${registry.host}/k:6`;
    expect(await provide(text)).toMatchObject({ release: '6.9.0-own', resolved: `${text}@${digest}` });
    registry.pushIndex('7', { 'linux/arm64': arm, 'windows/amd64': ours });
    expect(await failureOf(`oci:${registry.host}/k:7`)).toContain(
      'expected an image for linux/amd64, found linux/arm64, windows/amd64. (69)',
    );
  });

  it('that is not as its digest says is refused', async () => {
    const registry = await fakeRegistry();
    const layer = await layerOf(kernelFile);
    registry.push('6', layer);
    const digest = `sha256:${sha256Of(layer)}`;
    registry.blobs.set(digest, Buffer.from(layer).fill(1, 20, 21));
    expect(await failureOf(`oci:${registry.host}/k:6`)).toContain(`expected the digest ${digest}, found sha256:`);
    registry.blobs.set(digest, Buffer.concat([layer, layer]));
    expect(await failureOf(`oci:${registry.host}/k:6`)).toContain(`it has more than ${layer.length} bytes`);
  });

  it.each([
    ['a page', '<html>', 'expected an image, found something that is not a manifest.'],
    ['an old manifest', '{"schemaVersion":1}', 'found a manifest of version 1'],
    ['a manifest without layers', '{"schemaVersion":2}', 'found a manifest without layers'],
    ['a layer without a digest', '{"schemaVersion":2,"layers":[{"size":1}]}', 'found a layer without a size and'],
    ['a layer of a negative size', `{"layers":[{"size":-1,"digest":"sha256:${'0'.repeat(64)}"}]}`, 'a layer without a'],
  ])('that is %s is refused', async (_, text, message) => {
    const registry = await fakeRegistry();
    registry.pushText('6', text);
    expect(await failureOf(`oci:${registry.host}/k:6`)).toContain(message);
  });

  it('that is not there is said', async () => {
    const registry = await fakeRegistry();
    expect(await failureOf(`oci:${registry.host}/k:7`)).toBe(
      `${registry.host}/k:7 could not be read: the registry answers 404 (no such image).\n` +
        'Check the name and the tag (69)',
    );
  });

  it('of too many layers, or too large, is not fetched', () => {
    const layer = { digest: `sha256:${'0'.repeat(64)}`, size: 1 };
    const many = parseManifest(JSON.stringify({ layers: Array.from({ length: 201 }, () => layer) }));
    expect(many).toEqual({ kind: 'problem', reason: 'an image of 201 layers, more than 200' });
    const large = parseManifest(JSON.stringify({ layers: [{ ...layer, size: 9 * 1024 ** 3 }] }));
    expect(large).toEqual({ kind: 'problem', reason: 'an image of 9 GiB, which is too large' });
  });
});

describe('a registry that wants a token', () => {
  it('gets one, and the host of its blobs does not', async () => {
    const blobHost = await loopbackServer(({ url }) => ({
      body: registry.blobs.get(url.slice('/blob/'.length)) ?? '',
    }));
    const tokens = await loopbackServer(() => ({ body: JSON.stringify({ token: 'tok.en', expires_in: 300 }) }));
    const registry = await fakeRegistry({
      challenge: () => `Bearer realm="http://${tokens.host}/token",service="the registry",scope="repository:k:pull"`,
      authorization: 'Bearer tok.en',
      blobHost: blobHost.host,
    });
    registry.push('6', await layerOf(kernelFile));
    expect(await provide(`oci:${registry.host}/k:6`)).toMatchObject({ release: '6.9.0-own' });
    expect(tokens.received).toEqual([
      { url: '/token?service=the+registry&scope=repository%3Ak%3Apull', authorization: undefined },
    ]);
    expect(registry.received.map(({ authorization }) => authorization)).toEqual([
      undefined,
      ...Array.from({ length: registry.received.length - 1 }, () => 'Bearer tok.en'),
    ]);
    expect(blobHost.received.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it.each([
    ['denies it', { status: 403 }, 'gave no token to read it: it answers 403.'],
    ['says something else', { body: '<html>' }, 'its answer has no token.'],
    ['gives a dangerous one', { body: JSON.stringify({ token: 'a\r\nx-evil: 1' }) }, 'its answer has no token.'],
  ])('and %s', async (_, answer, message) => {
    const tokens = await loopbackServer(() => answer);
    const registry = await fakeRegistry({ challenge: () => `Bearer realm="http://${tokens.host}/"` });
    const failure = await failureOf(`oci:${registry.host}/k:6`);
    expect(failure).toContain(message);
    expect(failure).toContain(`For a private image: docker login ${registry.host}`);
  });

  it('at a strange address is refused', async () => {
    const registry = await fakeRegistry({ challenge: () => 'Bearer realm="ftp://x/"' });
    expect(await failureOf(`oci:${registry.host}/k:6`)).toContain('expected an https address where it gives tokens');
  });

  it('that does not take its own token is left', async () => {
    const tokens = await loopbackServer(() => ({ body: JSON.stringify({ access_token: 'other' }) }));
    const registry = await fakeRegistry({ challenge: () => `Bearer realm="http://${tokens.host}/"` });
    expect(await failureOf(`oci:${registry.host}/k:6`)).toContain('the registry answers 401 (access denied');
    expect(registry.received).toHaveLength(2);
  });
});

describe('credentials', () => {
  it('are sent when the registry asks', async () => {
    const registry = await fakeRegistry({ challenge: () => 'Basic realm="r"', authorization: credentials });
    registry.push('6', await layerOf(kernelFile));
    writeTree(config, {
      'config.json': JSON.stringify({ auths: { [registry.host]: { auth: credentials.slice('Basic '.length) } } }),
    });
    expect(await provide(`oci:${registry.host}/k:6`)).toMatchObject({ release: '6.9.0-own' });
    expect(registry.received[0]?.authorization).toBeUndefined();
  });

  it.each([
    ['', 'quay.io', undefined, 'For a private image: docker login quay.io'],
    ['{"auths":{"https://index.docker.io/v1/":{"auth":"bWU6eA=="}}}', 'docker.io', 'Basic bWU6eA==', 'check them'],
    ['{"auths":{"quay.io":{}},"credsStore":"desktop"}', 'quay.io', undefined, 'Helpers are not supported'],
    ['{"credHelpers":{"quay.io":"pass"}}', 'quay.io', undefined, 'names the credential helper pass'],
    ['{"credHelpers":{"gcr.io":"pass"}}', 'quay.io', undefined, 'docker login'],
    ['{"auths":{"quay.io":{"auth":"bWU6eA==\\r\\nx: y"}}}', 'quay.io', undefined, 'docker login'],
    ['{', 'quay.io', undefined, '/c is not used: expected JSON'],
  ])('of %s for %s', (text, registry, basic, advice) => {
    const found = credentialsIn(text, '/c', registry);
    expect(found.basic).toBe(basic);
    expect(found.advice).toContain(advice);
  });
});

it.each([
  ['Bearer realm="https://a/b",service=c', { realm: 'https://a/b', service: 'c' }],
  ['bearer realm="a,b", Scope="x y"', { realm: 'a,b', scope: 'x y' }],
  ['Basic', {}],
])('reads the challenge %s', (header, parameters) => {
  const challenge = parseChallenge(header);
  expect(Object.fromEntries(challenge?.parameters ?? [])).toEqual(parameters);
  expect(challenge?.scheme).toMatch(/^(bearer|basic)$/);
});
