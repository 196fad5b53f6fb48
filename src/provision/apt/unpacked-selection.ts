import type { Architecture } from '../../architecture/architecture.ts';
import { architectureOf, usualArchitecture } from '../../architecture/architectures.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { lastAnswer, type Ref, resolveRef } from '../store/refs.ts';
import type { AssetName, AssetStore } from '../store/store.ts';
import { withDistribution } from './distribution.ts';
import { hostsOwn, requireHostArchitecture } from './host-architecture.ts';
import type { PackageFile } from './package-file.ts';
import type { PackageSelection, Release } from './release.ts';
import {
  type PackageAsset,
  packageAssetName,
  type PackageSet,
  providePackages,
  readDescription,
  readPackageSet,
} from './stored-packages.ts';

/** Packages of a distribution, with everything they depend on. */
export interface ProgramSelection {
  readonly kind: string;
  readonly version: number;
  readonly release: Release;
  readonly selection: PackageSelection;
  /** Of packages for guests, without what they depend on; absent: programs for this host. */
  readonly architecture?: Architecture;
}

/** Programs of a distribution, to be started on this host. */
export interface ProgramAsset extends ProgramSelection {
  /** Its name for the user. */
  readonly title: string;
  /** Completes the unpacked directory and returns facts to store. */
  readonly finish: (directory: string) => Promise<object>;
}

export interface ProvidedPrograms {
  readonly directory: string;
  /** The facts that `finish` returned. */
  readonly description: Readonly<Record<string, unknown>>;
}

/** How the store calls what a selection stood for last; undefined: it was never looked up. */
export function knownPrograms(store: AssetStore, selection: ProgramSelection): AssetName | undefined {
  const known = lastAnswer(store, programRef(selection));
  return known && packageAssetName(packagesOf(selection, known.files));
}

/** Looks up a selection of packages, at most once a day, and unpacks it into the store. */
export async function providePrograms(context: ProvisionContext, asset: ProgramAsset): Promise<ProvidedPrograms> {
  const { title } = asset;
  requireHostArchitecture();
  const { files } = await resolveRef(context, {
    ...programRef(asset),
    title,
    isThere: (value) => context.store.find(packageAssetName(packagesOf(asset, value.files))) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: title, activity: 'resolving' }, async () => ({
        files: await filesOf(asset, context),
      })),
    bring: async (value) => {
      await providePackages(context, title, packagesOf(asset, value.files), asset.finish);
    },
  });
  const directory = context.store.find(packageAssetName(packagesOf(asset, files)));
  if (directory === undefined)
    throw new ProvisionError(`${title} was removed from the store ${context.store.root} during the lookup.`, {
      hint: 'Try again',
    });
  return { directory, description: readDescription(directory) };
}

async function filesOf(
  { release, selection, architecture }: ProgramSelection,
  context: ProvisionContext,
): Promise<readonly PackageFile[]> {
  const { suites, packages } = selection;
  return architecture === undefined
    ? await withDistribution(context, release, { suites }, (apt) => apt.closure(packages))
    : await withDistribution(context, release, { suites, architecture: architecture.debian }, (apt) =>
        apt.files(packages),
      );
}

function programRef({
  kind,
  release,
  selection,
  architecture,
}: ProgramSelection): Pick<Ref<PackageSet>, 'name' | 'parse'> {
  const { debian } = architecture ?? hostsOwn();
  const arch = debian === architectureOf(usualArchitecture).debian ? [] : [debian];
  return {
    name: [kind, release.distribution, ...arch, ...selection.suites, ...selection.packages].join('/'),
    parse: readPackageSet,
  };
}

function packagesOf({ kind, version }: ProgramSelection, files: readonly PackageFile[]): PackageAsset {
  return { kind, version, files };
}
