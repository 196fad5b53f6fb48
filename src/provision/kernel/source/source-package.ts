import { join } from 'node:path';
import type { KernelSource } from '../../../plan/plan.ts';
import { asObject } from '../../../bounds/parse-json.ts';
import { filesIn } from '../../../host/files/file-facts.ts';
import { makeDirectory } from '../../../host/files/scratch-directory.ts';
import { releaseOf, withDistribution } from '../../apt/distribution.ts';
import { dependencyNames, type PackageFile, readPackageFiles } from '../../apt/package-file.ts';
import type { PrivateApt } from '../../apt/private-apt.ts';
import type { Release } from '../../apt/release.ts';
import { packageAssetName, providePackages } from '../../apt/stored-packages.ts';
import { HostShortage, refuseShortage } from '../../host-shortage.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError, withProgress } from '../../provisioned.ts';
import { inEnglish, lastLines, runRequired } from '../../required-program.ts';
import { expireRef, resolveRef } from '../../store/refs.ts';
import { provideTools } from '../../tools.ts';

export type PackagedSource = Extract<KernelSource, { readonly kind: 'package' }>;

/** The newest source package of a series. */
export interface SourcePackage {
  /** `6.12.117-1~deb12u1` */
  readonly version: string;
  readonly files: readonly PackageFile[];
}

/** What a spec stands for, looked up at most once a day. @throws ProvisionError when there is no such package */
export async function resolveSource(
  text: string,
  source: PackagedSource,
  context: ProvisionContext,
): Promise<SourcePackage> {
  const release = releaseOf(source.distribution, text);
  const suites = suitesOf(release, source);
  if (suites === undefined) throw unknownSource(text, release);
  return await resolveRef(context, {
    name: refName(source),
    title: text,
    parse: readSourcePackage,
    // What was built of it is kept; the package itself need not be there.
    isThere: () => true,
    resolve: () =>
      withProgress(context.progress, { what: text, activity: 'resolving' }, () =>
        findSource(text, { series: source.series, release, suites }, context),
      ),
    bring: () => Promise.resolve(),
  });
}

/** The suites that have a kernel have its source, too. Other distributions package their sources in other ways. */
function suitesOf(release: Release, { series }: PackagedSource): readonly (readonly string[])[] | undefined {
  if (release.distribution !== 'debian') return undefined;
  const places = release.kernels[series] ?? (/^\d/.test(series) ? release.movingKernels : undefined);
  return places?.generic?.map(({ suites }) => suites);
}

function unknownSource(text: string, { kernels }: Release): ProvisionError {
  return new ProvisionError(
    `${text}: no source is known for it. Kernels are built from the sources of Debian: ` +
      `debian:SERIES+FLAVOUR, with ${Object.keys(kernels).join(', ')} as SERIES.`,
    { hint: 'For any other kernel give its source tree: --kernel tree:PATH+FLAVOURS' },
  );
}

function refName({ distribution, series }: PackagedSource): string {
  return `kernel-source/${distribution}/${series}`;
}

function readSourcePackage(stored: unknown): SourcePackage | undefined {
  const { version, files } = asObject(stored) ?? {};
  const packages = readPackageFiles(files);
  return typeof version !== 'string' || packages === undefined ? undefined : { version, files: packages };
}

interface SourcePlaces {
  readonly series: string;
  readonly release: Release;
  readonly suites: readonly (readonly string[])[];
}

/** The first place with the source wins. A place that cannot be asked is mentioned if no place has it. */
async function findSource(
  text: string,
  { series, release, suites }: SourcePlaces,
  context: ProvisionContext,
): Promise<SourcePackage> {
  const reasons: string[] = [];
  for (const place of suites) {
    try {
      const found = await withDistribution(context, release, { suites: place }, (apt) => newestSource(apt, series));
      if (found !== undefined) return found;
      reasons.push(`${place.join(', ')}: no linux-source of ${series}`);
    } catch (error) {
      if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
      reasons.push(`${place.join(', ')}: ${error.message}`);
    }
  }
  throw new ProvisionError(`${text}: its source was not found.\n${reasons.map((line) => `  ${line}`).join('\n')}`, {
    hint: 'Check the network, or give a source tree: --kernel tree:PATH+FLAVOURS',
  });
}

/** `linux-source-6.12`; for a suite what its `linux-source` depends on. */
async function newestSource(apt: PrivateApt, series: string): Promise<SourcePackage | undefined> {
  const name = /^\d/.test(series) ? `linux-source-${series}` : await currentSource(apt);
  if (name === undefined) return undefined;
  const version = (await apt.show([name]))[0]?.get('version');
  return version === undefined ? undefined : { version, files: await apt.files([name]) };
}

async function currentSource(apt: PrivateApt): Promise<string | undefined> {
  const [meta] = await apt.show(['linux-source']);
  return meta && dependencyNames(meta).find((name) => /^linux-source-\d/.test(name));
}

/** Unpacks the sources into a new directory. @throws ProvisionError when they cannot be fetched */
export async function unpackSource(
  title: string,
  { source, found, tree }: { readonly source: PackagedSource; readonly found: SourcePackage; readonly tree: string },
  context: ProvisionContext,
): Promise<void> {
  const asset = { kind: 'kernel-source', version: 1, files: found.files };
  let directory: string;
  try {
    directory = await providePackages(context, `source of ${title}`, asset, () => Promise.resolve({}));
  } catch (error) {
    // A mirror drops superseded packages. Then there is a newer one, too.
    if (error instanceof ProvisionError && context.store.find(packageAssetName(asset)) === undefined)
      expireRef(context, refName(source));
    throw error;
  }
  const archive = archiveIn(directory, title);
  makeDirectory(tree);
  await withProgress(context.progress, { what: `source of ${title}`, activity: 'unpacking' }, () =>
    unpackArchive(archive, tree, title, context),
  );
}

function archiveIn(directory: string, title: string): string {
  const place = join(directory, 'usr/src');
  const name = filesIn(place).find((file) => /^linux-source-[\d.]+\.tar\.xz$/.test(file.name))?.name;
  if (name === undefined) throw new ProvisionError(`The fetched source of ${title} has no archive in usr/src.`);
  return join(place, name);
}

/** Code that only other processors need, and the documentation: some 20,000 files. Their menus are read on each. */
const unneeded = [
  ...['c', 'h', 'S', 'dts', 'dtsi', 'dtso'].map((ending) => `linux-source-*/arch/[!xK]*/*.${ending}`),
  'linux-source-*/Documentation/[!K]*',
];

async function unpackArchive(archive: string, tree: string, title: string, context: ProvisionContext): Promise<void> {
  const { xz } = await provideTools(context);
  const { exitCode, output } = await runRequired(
    [
      'tar',
      '--extract',
      `--use-compress-program=${xz.join(' ')}`,
      `--file=${archive}`,
      `--directory=${tree}`,
      '--strip-components=1',
      '--no-same-owner',
      '--anchored',
      ...unneeded.map((pattern) => `--exclude=${pattern}`),
    ],
    { signal: context.signal, env: inEnglish() },
  );
  if (exitCode === 0) return;
  refuseShortage(output, { root: context.store.root, during: `unpacking the source of ${title}` });
  throw new ProvisionError(`The source of ${title} could not be unpacked:\n${lastLines(output) || 'tar was killed'}`, {
    hint: 'Try again',
  });
}
