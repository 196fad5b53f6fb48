import { architectureOf, usualArchitecture } from '../../architecture/architectures.ts';
import { withDistribution } from '../apt/distribution.ts';
import type { Stanza } from '../apt/package-file.ts';
import { type KernelFlavour, kernelFlavours, type KernelPlace, type Release } from '../apt/release.ts';
import { HostShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import { mainOfMeta, placeFor } from './kernel-packages.ts';

/** A name for a kernel, and what it stands for now. */
export interface NamedKernel {
  /** `debian:6.12-cloud` */
  readonly spec: string;
  readonly flavour: KernelFlavour;
  readonly found:
    | { readonly kind: 'release'; readonly release: string; readonly suites: readonly string[] }
    | { readonly kind: 'none'; readonly reason: string };
}

type Shown =
  | { readonly kind: 'shown'; readonly stanzas: readonly Stanza[] }
  | { readonly kind: 'none'; reason: string };

/** Asks the mirror what each name of a distribution stands for now. Fetches package lists, and no kernel. */
export async function listKernels(release: Release, context: ProvisionContext): Promise<readonly NamedKernel[]> {
  const names = namesOf(release);
  const shown = await showAll(
    names.flatMap(({ places }) => places),
    release,
    context,
  );
  return names.map(({ places, ...name }) => ({ ...name, found: firstFound(places, shown, release) }));
}

const usual = architectureOf(usualArchitecture);

interface Name extends Omit<NamedKernel, 'found'> {
  readonly places: readonly KernelPlace[];
}

function namesOf({ distribution, kernels }: Release): readonly Name[] {
  return Object.entries(kernels).flatMap(([series, places]) =>
    kernelFlavours.flatMap((flavour) => {
      const spec = `${distribution}:${series}${flavour === 'generic' ? '' : `-${flavour}`}`;
      // Without an architecture, a name is that of the usual one.
      const own = places[flavour]?.map((place) => placeFor(place, usual));
      return own === undefined ? [] : [{ spec, flavour, places: own }];
    }),
  );
}

/** One look at each combination of suites, for all kernels in them. */
async function showAll(
  places: readonly KernelPlace[],
  release: Release,
  context: ProvisionContext,
): Promise<ReadonlyMap<string, Shown>> {
  const shown = new Map<string, Shown>();
  for (const place of places) {
    if (shown.has(keyOf(place))) continue;
    const sharing = places.filter((other) => keyOf(other) === keyOf(place));
    const packages = [...new Set(sharing.map(({ metaPackage }) => metaPackage))];
    shown.set(keyOf(place), await show(release, place.suites, packages, context));
  }
  return shown;
}

async function show(
  release: Release,
  suites: readonly string[],
  packages: readonly string[],
  context: ProvisionContext,
): Promise<Shown> {
  const what = `kernels of ${release.distribution}: ${suites.join(', ')}`;
  try {
    const stanzas = await withProgress(context.progress, { what, activity: 'resolving' }, () =>
      withDistribution(context, release, { suites, architecture: usual.debian }, (apt) => apt.show(packages)),
    );
    return { kind: 'shown', stanzas };
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    return { kind: 'none', reason: error.message };
  }
}

function firstFound(
  places: readonly KernelPlace[],
  shown: ReadonlyMap<string, Shown>,
  { kernelPackages }: Release,
): NamedKernel['found'] {
  const reasons: string[] = [];
  for (const place of places) {
    const there = shown.get(keyOf(place));
    if (there?.kind === 'none') reasons.push(there.reason);
    const main = there?.kind === 'shown' ? mainOfMeta(there.stanzas, place, kernelPackages) : undefined;
    if (main !== undefined) return { kind: 'release', release: main.release, suites: place.suites };
  }
  return { kind: 'none', reason: reasons[0] ?? `not in ${places.map(keyOf).join(' or ')}` };
}

function keyOf({ suites }: KernelPlace): string {
  return suites.join(', ');
}
