import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArchitectureName } from '../../../src/architecture/architecture.ts';
import { architectureOf } from '../../../src/architecture/architectures.ts';
import { parseDiskSpec } from '../../../src/plan/disk-spec.ts';
import { digestOf, fetchLayers } from '../../../src/provision/fetch/container-image.ts';
import { Registry } from '../../../src/provision/fetch/registry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type FakeRegistry, fakeRegistry } from './fake-registry.ts';
import { loopbackServer } from './loopback-server.ts';
import { testContext, type TestContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
  vi.stubEnv('DOCKER_CONFIG', temporaryDirectory());
});

/** The layers that a disk for an architecture is made of. */
async function layersFor(
  arch: ArchitectureName,
  { host }: FakeRegistry,
  { tag = '1', isRun = true } = {},
): Promise<readonly string[]> {
  const parse = parseDiskSpec(`oci:${host}/k:${tag}`, '/');
  if (parse.kind === 'problem' || parse.spec.kind !== 'container') throw new Error('not the spec of an image');
  const { spec } = parse;
  const registry = new Registry(spec.image, context);
  const wanted = { ...spec, registry, context, arch: architectureOf(arch), isRun };
  const bring = (): Promise<void> => Promise.resolve();
  const digest = await digestOf(wanted, { assetOf: () => ({ kind: 'root', key: 'none' }), bring });
  const paths = await fetchLayers(wanted, digest, join(temporaryDirectory(), 'layers'));
  return paths.map((path) => readFileSync(path, 'utf8'));
}

const text = (layer: string): Buffer => Buffer.from(layer);

describe('a container image of an index', () => {
  it('is the one for the architecture of the kernel', async () => {
    const registry = await fakeRegistry();
    const images = ['amd64', 'arm64', 'riscv64'].map((name) => [
      `linux/${name}`,
      registry.pushFor(`linux/${name}`, name, text(name)),
    ]);
    registry.pushIndex('1', {
      ...(Object.fromEntries(images) as Record<string, string>),
      'unknown/unknown': 'sha512:0',
    });
    expect(await layersFor('x86_64', registry)).toEqual(['amd64']);
    expect(await layersFor('aarch64', registry)).toEqual(['arm64']);
    expect(await layersFor('riscv64', registry)).toEqual(['riscv64']);
  });

  it('that has none for it is refused, with what it has', async () => {
    const registry = await fakeRegistry();
    registry.pushIndex('1', {
      'linux/amd64': registry.pushFor('linux/amd64', 'a', text('amd64')),
      'linux/s390x': registry.pushFor('linux/s390x', 's', text('s390x')),
    });
    await expect(layersFor('aarch64', registry)).rejects.toThrow(
      `oci:${registry.host}/k:1: expected an image for linux/arm64, found linux/amd64, linux/s390x.`,
    );
  });

  it('with a digest that is not checked is refused', async () => {
    const registry = await fakeRegistry();
    registry.pushIndex('1', { 'linux/arm64': 'sha512:0' });
    await expect(layersFor('aarch64', registry)).rejects.toThrow(
      'expected an image, found a digest that is not SHA-256',
    );
  });
});

describe('a container image for one architecture', () => {
  it('is refused for another one', async () => {
    const registry = await fakeRegistry();
    registry.pushFor('linux/amd64', '1', text('amd64'));
    registry.pushFor('linux/riscv64', '2', text('riscv64'));
    await expect(layersFor('riscv64', registry)).rejects.toThrow(
      `oci:${registry.host}/k:1: expected an image for linux/riscv64, found linux/amd64.`,
    );
    await expect(layersFor('x86_64', registry, { tag: '2' })).rejects.toThrow(
      `oci:${registry.host}/k:2: expected an image for linux/amd64, found linux/riscv64.`,
    );
    expect(await layersFor('riscv64', registry, { tag: '2' })).toEqual(['riscv64']);
  });

  it('is taken as it is where it does not say which, and for a kernel', async () => {
    const registry = await fakeRegistry();
    registry.push('1', text('a'));
    registry.pushFor('/', '2', text('b'));
    registry.pushFor('linux/arm64', '3', text('c'));
    expect(await layersFor('aarch64', registry)).toEqual(['a']);
    expect(await layersFor('aarch64', registry, { tag: '2' })).toEqual(['b']);
    expect(await layersFor('x86_64', registry, { tag: '3', isRun: false })).toEqual(['c']);
  });

  it('has a description that is checked, and asked for without a token where it is elsewhere', async () => {
    const blobHost = await loopbackServer(({ url }) => ({
      body: registry.blobs.get(url.slice('/blob/'.length)) ?? '',
    }));
    const registry = await fakeRegistry({
      challenge: () => 'Basic realm="r"',
      authorization: 'Basic bWU6eA==',
      blobHost: blobHost.host,
    });
    const config = temporaryDirectory();
    vi.stubEnv('DOCKER_CONFIG', config);
    writeTree(config, { 'config.json': JSON.stringify({ auths: { [registry.host]: { auth: 'bWU6eA==' } } }) });
    registry.pushFor('linux/arm64', '1', text('arm64'));
    expect(await layersFor('aarch64', registry)).toEqual(['arm64']);
    expect(blobHost.received.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
    const description = [...registry.blobs].find(([, blob]) => Buffer.from(blob).includes('architecture'))?.[0] ?? '';
    registry.blobs.set(description, text('{"os":"linux","architecture":"amd64"}'));
    await expect(layersFor('aarch64', registry)).rejects.toThrow(
      `${registry.host}/k:1: expected a blob with the digest ${description}, found sha256:`,
    );
  });
});
