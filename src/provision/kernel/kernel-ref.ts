import { architectureOf, usualArchitecture } from '../../architecture/architectures.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { releaseOf } from '../apt/distribution.ts';
import { type PackageAsset, packageAssetName } from '../apt/stored-packages.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { withProgress } from '../provisioned.ts';
import { lastAnswer, resolveRef } from '../store/refs.ts';
import type { AssetName, AssetStore } from '../store/store.ts';
import { findKernel } from './find-kernel.ts';
import { type KernelPackageSet, readKernelPackageSet } from './kernel-packages.ts';

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/** The current meaning of a spec. `bring` puts it into the store if it is new. */
export async function resolveDistributionKernel(
  spec: DistributionKernel,
  bring: (packages: KernelPackageSet) => Promise<void>,
  context: ProvisionContext,
): Promise<KernelPackageSet> {
  const release = releaseOf(spec.distribution, spec.text);
  return await resolveRef(context, {
    name: kernelRefName(spec),
    title: spec.text,
    parse: readKernelPackageSet,
    isThere: (packages) => context.store.find(packageAssetName(kernelAsset(packages))) !== undefined,
    resolve: () =>
      withProgress(context.progress, { what: spec.text, activity: 'resolving' }, () =>
        findKernel(spec, release, context),
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

export function kernelRefName({ distribution, series, flavour, arch }: DistributionKernel): string {
  const name = `kernel/${distribution}/${series}/${flavour}`;
  return arch === usualArchitecture ? name : `${name}/${architectureOf(arch).debian}`;
}
