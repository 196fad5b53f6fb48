import { join } from 'node:path';
import type { Architecture } from '../../architecture/architecture.ts';
import { usualArchitecture } from '../../architecture/architectures.ts';
import { isSuperuser } from '../../host/environment.ts';
import { bytesOnDisk, fileSize } from '../../host/files/file-facts.ts';
import { saveStream } from '../../host/files/save-stream.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import type { DiskSpec } from '../../plan/plan.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { digestOf, fetchLayers, type WantedImage } from '../fetch/container-image.ts';
import { Registry } from '../fetch/registry.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { lastLines } from '../required-program.ts';
import type { AssetName } from '../store/store.ts';
import { provideBusybox } from '../tools.ts';
import { unpackedStream } from '../unpack/unpacked-stream.ts';
import { withArchive } from '../unpack/with-archive.ts';
import type { DiskUse } from './guest-work.ts';
import { imageName, uuidOf } from './made-image.ts';
import script from './unpack-layers.sh?raw';
import { makeRoot } from './make-root.ts';

type ContainerDisk = Extract<DiskSpec, { readonly kind: 'container' }>;

/** Of a layer, unpacked. */
const maxLayerBytes = 32 * 1024 ** 3;

/**
 * A disk image with the files of a container image for an architecture. What a tag stands for is looked up at most once
 * a day. @throws ProvisionError
 */
export async function provideContainerDisk(
  spec: ContainerDisk,
  { arch }: Pick<DiskUse, 'arch'>,
  context: ProvisionContext,
): Promise<string> {
  const wanted: WantedImage = { ...spec, registry: new Registry(spec.image, context), context, arch, isRun: true };
  const bring = (digest: string): Promise<string> => provideImage(wanted, digest);
  const use = { assetOf: (digest: string) => assetOf(digest, arch), bring };
  return join(await bring(await digestOf(wanted, use)), imageName);
}

/** The digest may be that of an index, with an image for each architecture. */
function assetOf(digest: string, arch: Architecture): AssetName {
  const foreign = arch.name === usualArchitecture ? '' : `\n${arch.debian}`;
  return { kind: 'root', key: `container root 1\n${digest}${foreign}` };
}

async function provideImage(wanted: WantedImage, digest: string): Promise<string> {
  const { text, context, arch } = wanted;
  return await context.store.provide({
    ...assetOf(digest, arch),
    signal: context.signal,
    make: async (staging) => {
      const downloads = join(staging, 'layers');
      const packed = await fetchLayers(wanted, digest, downloads);
      if (packed.length === 0) throw new ProvisionError(`${text}: expected layers, found none.`);
      await withProgress(context.progress, { what: text, activity: 'unpacking' }, async () => {
        const layers = await unpackLayers(wanted, packed);
        await makeDisk(wanted, { staging, layers, uuid: uuidOf(digest) });
      });
      removeTree(downloads);
      const detail = `${Math.round(bytesOnDisk(staging) / 2 ** 20)} MiB on disk`;
      context.progress({ kind: 'step', what: text, detail });
    },
  });
}

/** @returns the paths of unpacked tars */
async function unpackLayers({ text, context }: WantedImage, packed: readonly string[]): Promise<readonly string[]> {
  const unpacked: string[] = [];
  for (const [index, path] of packed.entries()) {
    const tar = `${path}.tar`;
    const name = `Layer ${index + 1} of ${text}`;
    await withArchive(name, async () => {
      const pieces = unpackedStream(path, { offset: 0, bytes: fileSize(path) }, context);
      if ((await saveStream(pieces, tar, maxLayerBytes)).kind !== 'saved')
        throw new ProvisionError(`${name} cannot be used: it has more than ${maxLayerBytes} bytes.`);
    });
    removeTree(path);
    unpacked.push(tar);
  }
  return unpacked;
}

interface Making {
  readonly staging: string;
  readonly layers: readonly string[];
  readonly uuid: string;
}

async function makeDisk({ text, context }: WantedImage, { staging, layers, uuid }: Making): Promise<void> {
  const { path: busybox } = await provideBusybox(hostsOwn(), context);
  const output = await makeRoot(
    {
      title: text,
      during: `making a disk of ${text}`,
      root: join(staging, 'tree'),
      image: join(staging, imageName),
      uuid,
      script,
      words: [busybox, isSuperuser() ? '' : '-o', ...layers],
    },
    context,
  );
  if (output !== undefined) throw new ProvisionError(`${text} cannot be a disk:\n${lastLines(output, 15)}`);
}
