import type { Architecture } from '../../architecture/architecture.ts';
import { architectureOf } from '../../architecture/architectures.ts';
import type { KernelSpec } from '../../plan/plan.ts';
import { nearestNames } from '../../text/nearest-name.ts';
import { withDistribution } from '../apt/distribution.ts';
import type { PrivateApt } from '../apt/private-apt.ts';
import { type KernelFlavour, kernelFlavours, type KernelPlace, type Release } from '../apt/release.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { HostShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import {
  findKernelPackages,
  type FoundPackages,
  type KernelPackageSet,
  kernelPackagesFor,
  mainOfMeta,
  placeFor,
} from './kernel-packages.ts';

type DistributionKernel = Extract<KernelSpec, { readonly kind: 'distribution' }>;

/** Asks the mirror for the newest kernel that a spec stands for. @throws ProvisionError when there is none */
export async function findKernel(
  spec: DistributionKernel,
  release: Release,
  context: ProvisionContext,
): Promise<KernelPackageSet> {
  const reasons: string[] = [];
  const seen = new Set<string>();
  for (const place of kernelPlaces(spec, release)) {
    const answer = await askPlace(place, release, { arch: architectureOf(spec.arch), context });
    if (answer.kind === 'found') return answer.packages;
    reasons.push(answer.reason);
    if (answer.has !== undefined) seen.add(answer.has);
  }
  throw notFound(spec, release, reasons, [...seen]);
}

/** Where a kernel may be, the best place first. @throws ProvisionError when the distribution has no such name */
export function kernelPlaces(
  { series, flavour, text }: Pick<DistributionKernel, 'series' | 'flavour' | 'text'>,
  release: Release,
): readonly KernelPlace[] {
  const named = Object.hasOwn(release.kernels, series) ? release.kernels[series] : undefined;
  const moving = /^\d+\.\d+$/.test(series) ? release.movingKernels : undefined;
  const places = named?.[flavour] ?? moving?.[flavour]?.map((place) => ({ ...place, version: series }));
  if (places !== undefined) return places;
  throw new ProvisionError(
    `${text}: no such kernel. ${whatThereIs(release, nearestFirst(series, Object.keys(release.kernels)))}`,
    { hint: 'list --kernels shows the version of each. For any other kernel give its path: --kernel PATH/TO/bzImage' },
  );
}

type Answer =
  | { readonly kind: 'found'; readonly packages: KernelPackageSet }
  /** `has` is the release that the place has instead. */
  | { readonly kind: 'none'; readonly reason: string; readonly has?: string };

interface Asking {
  readonly arch: Architecture;
  readonly context: ProvisionContext;
}

/** A place that cannot be asked is skipped, and mentioned if no place has the kernel. */
async function askPlace(template: KernelPlace, release: Release, { arch, context }: Asking): Promise<Answer> {
  const place = placeFor(template, arch);
  const where = place.suites.join(', ');
  const ask = async (apt: PrivateApt): Promise<Answer> => {
    const found = await findKernelPackages(apt, place, kernelPackagesFor(arch, release));
    if (found !== undefined)
      return { kind: 'found', packages: await withHostParts(found, { place, release, arch, context }) };
    const { metaPackage, suites } = place;
    const has = mainOfMeta(await apt.show([metaPackage]), { metaPackage, suites }, release.kernelPackages)?.release;
    const wanted = `no ${place.metaPackage}${place.version === undefined ? '' : ` of version ${place.version}`}`;
    if (has === undefined) return { kind: 'none', reason: `${where}: ${wanted}` };
    return { kind: 'none', reason: `${where}: ${wanted}; it has ${has}`, has };
  };
  try {
    return await withDistribution(context, release, { suites: place.suites, architecture: arch.debian }, ask);
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    return {
      kind: 'none',
      reason: `${where}: ${error.message}${error.hint === undefined ? '' : ` (${error.hint})`}`,
    };
  }
}

interface Foreign extends Asking {
  readonly place: KernelPlace;
  readonly release: Release;
}

/** Programs of the headers run on this host, so they come from its own packages. */
async function withHostParts(
  found: FoundPackages,
  { place, release, arch, context }: Foreign,
): Promise<KernelPackageSet> {
  const { hostParts, ...packages } = found;
  if (hostParts.length === 0 || arch === hostsOwn()) return packages;
  const programs = await withDistribution(context, release, place, (apt) => apt.files(hostParts));
  return { ...packages, headers: [...packages.headers, ...programs] };
}

function notFound(
  { text, series, flavour }: DistributionKernel,
  release: Release,
  reasons: readonly string[],
  seen: readonly string[],
): ProvisionError {
  const found = seen.flatMap((has) => /^\d+\.\d+/.exec(has)?.[0] ?? []);
  const list = reasons.map((reason) => `\n  ${reason}`).join('');
  const there = nearestFirst(series, [...new Set([...found, ...seriesWith(release, flavour)])]);
  return new ProvisionError(`${text}: not found.${list}\n${whatThereIs(release, there)}`, {
    hint: 'Check the network, or give the path of a kernel: --kernel PATH/TO/bzImage',
  });
}

/** The names that have this flavour. */
function seriesWith({ kernels }: Release, flavour: KernelFlavour): readonly string[] {
  return Object.keys(kernels).filter((series) => kernels[series]?.[flavour] !== undefined);
}

function whatThereIs({ distribution, kernels }: Release, series: readonly string[]): string {
  const flavours = kernelFlavours.filter(
    (flavour) => flavour !== 'generic' && series.some((name) => kernels[name]?.[flavour] !== undefined),
  );
  const specs = series.map((name) => `${distribution}:${name}`).join(', ');
  return `There are, the nearest first: ${specs}; also with ${flavours.map((flavour) => `-${flavour}`).join(' and ')}.`;
}

/** Those first whose version or name is near. */
function nearestFirst(wanted: string, series: readonly string[]): readonly string[] {
  const version = versionNumber(wanted);
  if (version === undefined) return [...new Set([...nearestNames(wanted, series, series.length), ...series])];
  const distance = (name: string): number => Math.abs((versionNumber(name) ?? Infinity) - version);
  return series.toSorted((a, b) => (distance(a) === distance(b) ? 0 : distance(a) - distance(b)));
}

/** `6.12` as 6012: between neighbours of a major version is less than between major versions. */
function versionNumber(series: string): number | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(series) ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor);
}
