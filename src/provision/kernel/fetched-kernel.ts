import { join } from 'node:path';
import { usualArchitecture } from '../../architecture/architectures.ts';
import { bounds } from '../../bounds/bounds.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { writeJsonFile } from '../../host/files/json-file.ts';
import { readDescription } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelImage, withProgress } from '../provisioned.ts';
import type { AssetName } from '../store/store.ts';
import { damaged } from '../tools.ts';
import type { Keeping } from '../unpack/keep-kernel-files.ts';
import { StagingTree } from '../unpack/staging-tree.ts';
import { provideBootImage } from './boot-image.ts';
import { indexModules } from './index-modules.ts';
import { chooseKernel, type KernelWish } from './choose-kernel.ts';
import { requireDrivers } from './required-drivers.ts';
import { settledPath, settleModules } from './settle-modules.ts';

/** A kernel in archives that somebody else made. */
export interface FetchedKernel extends KernelWish {
  /** The spec, as written. */
  readonly text: string;
  readonly asset: AssetName;
  /** Fetches the archives into a new directory, and keeps their kernel files. */
  readonly unpack: (downloads: string, keeping: Keeping) => Promise<void>;
}

/** The unpacked files, in the asset's directory. */
const rootName = 'root';
const downloadsName = 'downloads';

/** A kernel from its archives, unpacked into the store, with its modules indexed. @throws ProvisionError */
export async function provideFetchedKernel(fetched: FetchedKernel, context: ProvisionContext): Promise<KernelImage> {
  const directory = await context.store.provide({
    ...fetched.asset,
    signal: context.signal,
    make: (staging) => makeKernel(fetched, staging, context),
  });
  const { release, sha256, image, modules } = readDescription(directory);
  if (typeof release !== 'string' || typeof sha256 !== 'string' || typeof image !== 'string') throw damaged(directory);
  const path = join(directory, rootName, image);
  const boot = await provideBootImage({ title: `${fetched.title} → ${release}`, path, sha256 }, context);
  return {
    spec: fetched.text,
    arch: usualArchitecture,
    release,
    sha256,
    ...boot,
    modulesDirectory: typeof modules === 'string' ? join(directory, rootName, modules) : undefined,
  };
}

/** Where the archives of a kernel are unpacked; undefined: they are not in the store. */
export function unpackedRootOf(asset: AssetName, context: ProvisionContext): string | undefined {
  const directory = context.store.find(asset);
  return directory === undefined ? undefined : join(directory, rootName);
}

async function makeKernel(fetched: FetchedKernel, staging: string, context: ProvisionContext): Promise<void> {
  const tree = new StagingTree(join(staging, rootName), bounds.fetchedKernel.keptEntries);
  const keeping: Keeping = { tree, images: new Set(), roots: new Set(), unpackedBytes: 0, keptBytes: 0 };
  await fetched.unpack(join(staging, downloadsName), keeping);
  const { release, image: imageAsUnpacked, root } = await chooseKernel(fetched, keeping, context);
  const modules = settleModules(tree.directory, root, release);
  if (modules !== undefined) {
    await withProgress(context.progress, { what: `${fetched.title}: modules`, activity: 'extracting' }, () =>
      indexModules(join(tree.directory, root), release, context),
    );
    requireDrivers(fetched, join(tree.directory, modules));
  }
  const image = settledPath(imageAsUnpacked, root);
  const path = join(tree.directory, image);
  if (kindOfFile(path) !== 'file') throw new Error(`Internal error: ${image} was unpacked and is gone`);
  const sha256 = await sha256OfFile(path, context.signal);
  writeJsonFile(join(staging, 'asset.json'), { release, sha256, image, root, ...(modules && { modules }) });
}
