import { hostArchitecture } from '../../host/environment.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { resolveRef } from '../store/refs.ts';
import { withDistribution } from './distribution.ts';
import type { PackageFile } from './package-file.ts';
import type { PackageSelection, Release } from './release.ts';
import { packageAssetName, providePackages, readDescription, readPackageSet } from './stored-packages.ts';

/** Programs of a distribution, with all dependencies, to run on this host. */
export interface ProgramAsset {
  readonly kind: string;
  readonly version: number;
  /** Its name for the user. */
  readonly title: string;
  readonly release: Release;
  readonly selection: PackageSelection;
  /** Completes the unpacked directory and returns facts to store. */
  readonly finish: (directory: string) => Promise<object>;
}

export interface ProvidedPrograms {
  readonly directory: string;
  /** The facts that `finish` returned. */
  readonly description: Readonly<Record<string, unknown>>;
}

/** Looks up a selection of packages, at most once a day, and unpacks it into the store. */
export async function providePrograms(context: ProvisionContext, asset: ProgramAsset): Promise<ProvidedPrograms> {
  const { kind, version, title, release, selection } = asset;
  if (hostArchitecture() !== release.hostArchitecture) {
    throw new ProvisionError(
      `${title} is available only for ${release.hostArchitecture} hosts; this one is ${hostArchitecture()}.`,
    );
  }
  const packages = (
    files: readonly PackageFile[],
  ): { kind: string; version: number; files: readonly PackageFile[] } => ({ kind, version, files });
  const { files } = await resolveRef(context, {
    name: [kind, release.distribution, ...selection.suites, ...selection.packages].join('/'),
    title,
    parse: readPackageSet,
    isThere: (value) => context.store.find(packageAssetName(packages(value.files))) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: title, activity: 'resolving' }, async () => ({
        files: await withDistribution(context, release, selection.suites, (apt) => apt.closure(selection.packages)),
      })),
    bring: async (value) => {
      await providePackages(context, title, packages(value.files), asset.finish);
    },
  });
  const directory = context.store.find(packageAssetName(packages(files)));
  if (directory === undefined)
    throw new ProvisionError(`${title} was removed from the store ${context.store.root} during the lookup.`, {
      hint: 'Try again',
    });
  return { directory, description: readDescription(directory) };
}
