import { join } from 'node:path';
import { usualArchitecture } from '../../architecture/architectures.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { writeJsonFile } from '../../host/files/json-file.ts';
import { bytesOnDisk } from '../../host/files/file-facts.ts';
import type { DiskSpec } from '../../plan/plan.ts';
import { releaseOf, withDistribution } from '../apt/distribution.ts';
import { fetchPackages } from '../apt/package-fetch.ts';
import type { PackageFile } from '../apt/package-file.ts';
import { packageSetKey } from '../apt/package-file.ts';
import type { Release } from '../apt/release.ts';
import { type PackageSet, readPackageSet } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { resolveRef } from '../store/refs.ts';
import type { AssetName } from '../store/store.ts';
import type { DiskUse } from './guest-work.ts';
import { installPackages } from './install-packages.ts';
import { imageName, uuidOf } from './made-image.ts';

export type DistributionDisk = Extract<DiskSpec, { readonly kind: 'distribution' }>;

/** What a system needs to boot, and tests to look at hardware. */
const basePackages = ['udev', 'dbus', 'kmod', 'iproute2'];
/** The init, unless the spec names another one; both cannot be installed. */
const usualInit = 'systemd-sysv';
const otherInits: ReadonlySet<string> = new Set(['sysvinit-core', 'runit-init', 'finit-sysv']);
/** Newer suites need it to be told that /usr is merged, as it is in all images that are made here. */
const mergedUsr = 'usr-is-merged';

/**
 * A disk image with a distribution, made of the newest packages of a suite. They are looked up at most once a day; the
 * same packages are installed once. @throws ProvisionError
 */
export async function provideDistributionDisk(
  spec: DistributionDisk,
  use: DiskUse,
  context: ProvisionContext,
): Promise<string> {
  const release = releaseOf(spec.distribution, spec.text);
  const suites = suitesOf(release, spec);
  const foreign = use.arch.name === usualArchitecture ? [] : [use.arch.debian];
  const { files } = await resolveRef<PackageSet>(context, {
    name: ['root', spec.distribution, ...foreign, spec.suite, ...spec.packages].join('/'),
    title: spec.text,
    parse: readPackageSet,
    isThere: (value) => context.store.find(assetOf(value.files)) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: spec.text, activity: 'resolving' }, async () => ({
        files: await findPackages(spec, { release, suites, arch: use.arch, context }),
      })),
    bring: async (value) => {
      await provideImage(spec, value.files, { ...use, context });
    },
  });
  return join(await provideImage(spec, files, { ...use, context }), imageName);
}

function suitesOf({ images }: Release, { text, distribution, suite }: DistributionDisk): readonly string[] {
  const suites = images[suite];
  if (suites !== undefined) return suites;
  const known = Object.keys(images).map((name) => `${distribution}:${name}`);
  throw new ProvisionError(`${text}: ${distribution} has no suite ${suite} of which images are made.`, {
    hint: `Choose one of ${known.join(', ')}`,
  });
}

interface Looking extends Pick<DiskUse, 'arch'> {
  readonly release: Release;
  readonly suites: readonly string[];
  readonly context: ProvisionContext;
}

/** In the order in which they can be installed. */
async function findPackages(
  spec: DistributionDisk,
  { release, suites, arch, context }: Looking,
): Promise<PackageFile[]> {
  return await withDistribution(context, release, { suites, architecture: arch.debian }, async (apt) => {
    const known = new Set((await apt.show([mergedUsr])).map((stanza) => stanza.get('package')));
    const merged = known.has(mergedUsr) ? [mergedUsr] : [];
    try {
      const init = spec.packages.some((name) => otherInits.has(name)) ? [] : [usualInit];
      return await apt.closure(['?essential', ...merged, ...init, ...basePackages, ...spec.packages]);
    } catch (error) {
      const [, missing] = /Unable to locate package (\S+)/.exec(error instanceof Error ? error.message : '') ?? [];
      if (missing === undefined) throw error;
      const forGuests = arch.name === usualArchitecture ? '' : ` for ${arch.debian}`;
      throw new ProvisionError(`${spec.text}: ${suites.join(' and ')} have no package ${missing}${forGuests}.`, {
        hint: `Packages are named as apt does it: apt-cache search ${missing}`,
        cause: error,
      });
    }
  });
}

function assetOf(files: readonly PackageFile[]): AssetName {
  return { kind: 'root', key: `root 2\n${packageSetKey(files)}` };
}

async function provideImage(
  { text, distribution }: DistributionDisk,
  files: readonly PackageFile[],
  { arch, workInGuest, context }: DiskUse & { readonly context: ProvisionContext },
): Promise<string> {
  const asset = assetOf(files);
  return await context.store.provide({
    ...asset,
    signal: context.signal,
    make: async (staging) => {
      const archives = join(staging, 'packages');
      makeDirectory(archives);
      await withProgress(context.progress, { what: text, activity: 'fetching' }, () =>
        fetchPackages(context, text, files, archives),
      );
      await withProgress(context.progress, { what: `${text}: ${files.length} packages`, activity: 'installing' }, () =>
        installPackages(
          {
            ...{ title: text, arch, distribution },
            ...{ root: join(staging, 'tree'), archives, count: files.length },
            image: join(staging, imageName),
            uuid: uuidOf(asset.key),
          },
          context,
          workInGuest,
        ),
      );
      removeTree(archives);
      const packages = files.map(({ name }) => name);
      writeJsonFile(join(staging, 'asset.json'), { packages });
      const detail = `${Math.round(bytesOnDisk(staging) / 2 ** 20)} MiB on disk`;
      context.progress({ kind: 'step', what: text, detail });
    },
  });
}
