import type { Architecture } from '../../architecture/architecture.ts';
import { asObject } from '../../bounds/parse-json.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { dependencyNames, type PackageFile, readPackageFiles, type Stanza } from '../apt/package-file.ts';
import type { PrivateApt } from '../apt/private-apt.ts';
import type { KernelPackages, KernelPlace, Release } from '../apt/release.ts';

/** A kernel on a mirror, with the headers of exactly this build. */
export interface KernelPackageSet {
  /** `6.1.0-56-amd64` */
  readonly release: string;
  readonly image: readonly PackageFile[];
  readonly headers: readonly PackageFile[];
  /** The suites in which they were found; absent: an earlier version of this program found them. */
  readonly suites?: readonly string[];
}

/** The newest kernel of one place; undefined when the place does not have that version. */
export async function findKernelPackages(
  apt: PrivateApt,
  place: KernelPlace,
  names: ArchPackages,
): Promise<FoundPackages | undefined> {
  const meta = await apt.show([place.metaPackage]);
  const main = mainOfMeta(meta, place, names) ?? (await mainByName(apt, place, names));
  if (main === undefined) return undefined;
  const { release, parts } = main;
  const stanzas = await apt.show([...parts, `${names.headersPrefix}${release}`]);
  const image = [...parts, ...partsOf(stanzas, parts, names.imageParts)];
  const headers = [
    `${names.headersPrefix}${release}`,
    ...partsOf(stanzas, [`${names.headersPrefix}${release}`], names.headersParts),
  ];
  const isForHost = (name: string): boolean => names.isForeign && names.hostParts?.test(name) === true;
  return {
    release,
    image: await apt.files(unique(image)),
    headers: await apt.files(unique(headers.filter((name) => !isForHost(name)))),
    hostParts: unique(headers.filter(isForHost)),
    suites: place.suites,
  };
}

/** A kernel on a mirror, without the packages that have to be for the host. */
export interface FoundPackages extends KernelPackageSet {
  readonly hostParts: readonly string[];
}

/** The names of packages for one architecture. */
export interface ArchPackages extends KernelPackages {
  /** This host cannot run its programs. */
  readonly isForeign: boolean;
}

/** The same place with the name of the package for one architecture. */
export function placeFor(place: KernelPlace, { debian }: Architecture): KernelPlace {
  return { ...place, metaPackage: place.metaPackage.replace('{arch}', debian) };
}

export function kernelPackagesFor({ debian }: Architecture, { kernelPackages }: Release): ArchPackages {
  const { releases } = kernelPackages;
  const isForeign = debian !== hostsOwn().debian;
  if (releases === undefined) return { ...kernelPackages, isForeign };
  const named = Object.entries(releases).map(([name, pattern]) => [name.replace('{arch}', debian), pattern] as const);
  return { ...kernelPackages, releases: Object.fromEntries<RegExp>(named), isForeign };
}

interface MainPackage {
  readonly release: string;
  /** The packages of the kernel that are known by now. */
  readonly parts: readonly string[];
}

/** What the meta package of a place stands for, if it has the version of the place. */
export function mainOfMeta(
  stanzas: readonly Stanza[],
  { metaPackage, version }: KernelPlace,
  names: Pick<KernelPackages, 'imagePrefix' | 'imageParts'>,
): MainPackage | undefined {
  const meta = stanzas.find(
    (stanza) => stanza.get('package') === metaPackage && (version === undefined || isOfSeries(stanza, version)),
  );
  const main = meta && dependencyNames(meta).find((name) => name.startsWith(names.imagePrefix));
  if (meta === undefined || main === undefined) return undefined;
  const parts = dependencyNames(meta).filter((name) => names.imageParts.test(name));
  return { release: main.slice(names.imagePrefix.length), parts };
}

/** A suite keeps some older kernels, which its meta package no longer names. */
async function mainByName(
  apt: PrivateApt,
  { metaPackage, version }: KernelPlace,
  { imagePrefix, releases }: KernelPackages,
): Promise<MainPackage | undefined> {
  const pattern = releases?.[metaPackage];
  if (version === undefined || pattern === undefined) return undefined;
  const known = await apt.namesWith(`${imagePrefix}${version}`);
  const found = known
    .map((name) => name.slice(imagePrefix.length))
    .filter((release) => pattern.test(release) && /^[.~+-]/.test(release.slice(version.length)))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const release = found.at(-1);
  return release === undefined ? undefined : { release, parts: [`${imagePrefix}${release}`] };
}

/** Parses a stored set; undefined when this version did not write it. */
export function readKernelPackageSet(stored: unknown): KernelPackageSet | undefined {
  const { release, image, headers, suites } = asObject(stored) ?? {};
  const [imageFiles, headerFiles] = [readPackageFiles(image), readPackageFiles(headers)];
  if (typeof release !== 'string' || imageFiles === undefined || headerFiles === undefined) return undefined;
  return { release, image: imageFiles, headers: headerFiles, ...suitesIn(suites) };
}

function suitesIn(stored: unknown): Pick<KernelPackageSet, 'suites'> {
  return Array.isArray(stored) && stored.every((suite) => typeof suite === 'string') ? { suites: stored } : {};
}

/** Parses the suites in a stored description; undefined when there are none. */
export function readSuites(stored: unknown): readonly string[] | undefined {
  return suitesIn(stored).suites;
}

function isOfSeries(stanza: Stanza, series: string): boolean {
  return new RegExp(`^(\\d+:)?${series.replaceAll('.', '\\.')}[.~+-]`).test(stanza.get('version') ?? '');
}

/** The matching dependencies of the newest versions of these packages. */
function partsOf(stanzas: readonly Stanza[], names: readonly string[], belongs: RegExp): string[] {
  return names.flatMap((name) => {
    const stanza = stanzas.find((candidate) => candidate.get('package') === name);
    return stanza === undefined ? [] : dependencyNames(stanza).filter((dependency) => belongs.test(dependency));
  });
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
