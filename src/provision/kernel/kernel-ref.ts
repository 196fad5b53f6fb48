import type { KernelSpec } from '../../plan/plan.ts';
import { releaseOf, withDistribution } from '../apt/distribution.ts';
import type { KernelPlace, Release } from '../apt/release.ts';
import { type PackageAsset, packageAssetName } from '../apt/stored-packages.ts';
import { HostShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { lastAnswer, resolveRef } from '../store/refs.ts';
import type { AssetName, AssetStore } from '../store/store.ts';
import { findKernelPackages, type KernelPackageSet, readKernelPackageSet } from './kernel-packages.ts';

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/** The current meaning of a spec. `bring` puts it into the store if it is new. */
export async function resolveDistributionKernel(
  spec: DistributionKernel,
  bring: (packages: KernelPackageSet) => Promise<void>,
  context: ProvisionContext,
): Promise<KernelPackageSet> {
  const release = releaseOf(spec.distribution, spec.text);
  const places = release.kernels[spec.series]?.[spec.flavour];
  if (places === undefined) throw unknownKernel(spec, release);
  return await resolveRef(context, {
    name: kernelRefName(spec),
    title: spec.text,
    parse: readKernelPackageSet,
    isThere: (packages) => context.store.find(packageAssetName(kernelAsset(packages))) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: spec.text, activity: 'resolving' }, () =>
        lookInPlaces(spec, release, places, context),
      ),
    bring,
  });
}

/** How the store calls what a spec stood for last; undefined: it was never looked up. */
export function knownKernel(store: AssetStore, spec: DistributionKernel): AssetName | undefined {
  const known = lastAnswer(store, { name: kernelRefName(spec), parse: readKernelPackageSet });
  return known && packageAssetName(kernelAsset(known));
}

/** The name of a kernel's packages in the store. */
export function kernelAsset({ image }: KernelPackageSet): PackageAsset {
  return { kind: 'kernel', version: 2, files: image };
}

export function kernelRefName({ distribution, series, flavour }: DistributionKernel): string {
  return `kernel/${distribution}/${series}/${flavour}`;
}

/** The first place with the kernel wins. A place that cannot be asked is skipped, and mentioned if no place has it. */
async function lookInPlaces(
  spec: DistributionKernel,
  release: Release,
  places: readonly KernelPlace[],
  context: ProvisionContext,
): Promise<KernelPackageSet> {
  const reasons: string[] = [];
  for (const place of places) {
    try {
      const find = withDistribution(context, release, place.suites, (apt) =>
        findKernelPackages(apt, place, release.kernelPackages),
      );
      const found = await find;
      if (found !== undefined) return found;
      reasons.push(
        `${place.suites.join(', ')}: no ` +
          `${place.metaPackage}${place.version === undefined ? '' : ` of version ${place.version}`}`,
      );
    } catch (error) {
      if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
      reasons.push(`${place.suites.join(', ')}: ${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`);
    }
  }
  throw new ProvisionError(`${spec.text}: not found.\n${reasons.map((reason) => `  ${reason}`).join('\n')}`, {
    hint: 'Check the network, or give the path of a kernel: --kernel PATH/TO/bzImage',
  });
}

function unknownKernel({ text }: DistributionKernel, release: Release): ProvisionError {
  const known = Object.entries(release.kernels).flatMap(([series, flavours]) =>
    Object.keys(flavours).map(
      (flavour) => `${release.distribution}:${series}${flavour === 'generic' ? '' : `-${flavour}`}`,
    ),
  );
  return new ProvisionError(`${text}: no such kernel. The kernels are ${known.join(', ')}.`, {
    hint: 'For any other kernel give its path: --kernel PATH/TO/bzImage',
  });
}
