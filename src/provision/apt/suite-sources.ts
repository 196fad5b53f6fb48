import { join } from 'node:path';
import { environmentVariable } from '../../host/environment.ts';
import { kindOfFile, readTextIfThere } from '../../host/files/file-facts.ts';
import { refuseShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { endingWords, inEnglish, lastLines, runRequired } from '../required-program.ts';
import type { SuiteSource } from './apt-directory.ts';
import { type AptSource, hostAptSources } from './apt-sources.ts';
import { hostsOwn } from './host-architecture.ts';
import { findMirror, type Mirror, type MirrorHints, mirrorName, mirrorVariable } from './mirror.ts';
import { parseControlFile, parsePrintedUris, type Stanza } from './package-file.ts';
import type { Archive, PackagedFile, Release } from './release.ts';
import { providePackages } from './stored-packages.ts';

/**
 * Finds a file from a package of the host's own distribution: installed, or else fetched with the host's apt, which
 * verifies it like an installation. Undefined when the host does not know the package.
 */
async function findPackagedFile(context: ProvisionContext, file: PackagedFile): Promise<string | undefined> {
  if (kindOfFile(file.path) === 'file') return file.path;
  const wish = ['apt-get', '-qq', '-o', 'Acquire::ForceHash=SHA256', 'download', '--print-uris', file.package] as const;
  const result = await runRequired(wish, { signal: context.signal, env: inEnglish() });
  if (result.exitCode !== 0)
    refuseShortage(result.output, { root: context.store.root, during: `looking ${file.package} up` });
  if (result.exitCode === undefined)
    throw new ProvisionError(
      `apt-get could not find the address of ${file.package} (${endingWords(result)}): ${lastLines(result.output)}`,
      { hint: 'Try again' },
    );
  const files = result.exitCode === 0 ? parsePrintedUris(result.stdout) : [];
  if (files.length === 0) return undefined;
  const directory = await providePackages(context, file.package, { kind: 'defaults', version: 1, files }, () =>
    Promise.resolve({}),
  );
  const path = join(directory, file.path);
  return kindOfFile(path) === 'file' ? path : undefined;
}

/**
 * The mirror for a kind of suite in a template of python-apt: `{series}-security`. An address for one architecture
 * (`BaseURI-amd64`) precedes that for all others.
 */
export function mirrorInTemplate(path: string, suite: string, architecture: string): string | undefined {
  const stanzas = parseControlFile(readTextIfThere(path) ?? '');
  const serves = (stanza: Stanza): boolean => stanza.get('architectures')?.split(/\s+/).includes(architecture) ?? true;
  const found = stanzas.find((stanza) => stanza.get('suite') === suite && stanza.has('baseuri') && serves(stanza));
  return found?.get(`baseuri-${architecture}`) ?? found?.get('baseuri');
}

export interface SuiteSources {
  readonly found: readonly SuiteSource[];
  /** Suites of optional archives without a known mirror. */
  readonly missing: readonly string[];
}

/**
 * The source of each suite. @throws ProvisionError when the mirror of a required archive, or the keyring, is unknown
 */
export async function findSuiteSources(
  context: ProvisionContext,
  release: Release,
  { suites, architecture }: { readonly suites: readonly string[]; readonly architecture: string },
): Promise<SuiteSources> {
  const keyring = await findPackagedFile(context, release.keyring);
  if (keyring === undefined) throw noKeyring(release);
  const found: SuiteSource[] = [];
  const missing: string[] = [];
  for (const suite of suites) {
    const { name, archive } = archiveOf(release, suite);
    const mirror = await mirrorOf(context, release, name, { keyring, architecture });
    if (mirror !== undefined) found.push({ suite, components: archive.components, mirror });
    else if (archive.optional) missing.push(suite);
    else throw noMirror(release, nameOfMirror(release, name, architecture));
  }
  if (found.length === 0)
    throw noMirror(release, nameOfMirror(release, archiveOf(release, suites[0] ?? '').name, architecture));
  return { found, missing };
}

/** The archive of a suite. */
export function archiveOf(release: Release, suite: string): { readonly name: string; readonly archive: Archive } {
  const name = release.suites[suite]?.archive;
  const archive = name === undefined ? undefined : release.archives[name];
  if (name === undefined || archive === undefined)
    throw new Error(`Internal error: ${release.distribution} has no suite ${suite}`);
  return { name, archive };
}

async function mirrorOf(
  context: ProvisionContext,
  release: Release,
  name: string,
  { keyring, architecture }: { readonly keyring: string; readonly architecture: string },
): Promise<Mirror | undefined> {
  const sources = sourcesFor(release, hostAptSources(), { architecture, host: hostsOwn().debian });
  const hints = { chosen: context.mirrors, variable: environmentVariable, sources, keyring };
  const known = isElsewhere(release, architecture)
    ? portsMirror(release, hints, architecture)
    : findMirror(release, name, hints);
  if (known !== undefined) return known;
  const template = await findPackagedFile(context, release.mirrorTemplate);
  const uri = template && mirrorInTemplate(template, release.archives[name]?.templateSuite ?? '', architecture);
  return uri === undefined ? undefined : { uri, signedBy: keyring, checkValidUntil: true };
}

/** Whether the distribution has another mirror for it than the usual one. */
function isElsewhere({ mainArchitectures }: Release, architecture: string): boolean {
  return mainArchitectures?.includes(architecture) === false;
}

/**
 * The host's apt sources that have an architecture's packages: those that name it, and those for the host's own
 * architecture where both are on one mirror.
 */
export function sourcesFor(
  release: Release,
  sources: readonly AptSource[],
  { architecture, host }: { readonly architecture: string; readonly host: string },
): readonly AptSource[] {
  if (release.mainArchitectures === undefined) return sources;
  const isSameMirror = isElsewhere(release, architecture) === isElsewhere(release, host);
  return sources.filter(({ architectures }) => architectures?.includes(architecture) ?? isSameMirror);
}

/** The security suites are in the same archive. A mirror that was chosen for the usual archive does not have them. */
function portsMirror(release: Release, hints: MirrorHints, architecture: string): Mirror | undefined {
  const name = portsName(release);
  const uri = hints.chosen.get(name) ?? hints.variable(mirrorVariable(name));
  if (uri !== undefined) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const chosen =
    architecture === hostsOwn().debian ? {} : { chosen: new Map<string, string>(), variable: () => undefined };
  return findMirror(release, 'main', { ...hints, ...chosen });
}

/** The name of the mirror with all but the main architectures: `ubuntu-ports`. */
function portsName({ distribution }: Release): string {
  return `${distribution}-ports`;
}

function noKeyring({ distribution, keyring }: Release): ProvisionError {
  return new ProvisionError(
    `${keyring.path}, which checks the signatures of ${distribution}'s packages, was not found, and this ` +
      `host's apt does not know ${keyring.package}.`,
    {
      hint: `Install it: sudo apt-get update && sudo apt-get install ${keyring.package}`,
    },
  );
}

function nameOfMirror(release: Release, archive: string, architecture: string): string {
  return isElsewhere(release, architecture) ? portsName(release) : mirrorName(release, archive);
}

function noMirror(release: Release, name: string): ProvisionError {
  return new ProvisionError(
    `No mirror of ${name} is known: expected one in this host's apt sources or in its package ` +
      `${release.mirrorTemplate.package} found none.`,
    {
      hint: `Set one: ${mirrorVariable(name)}=http://…/${name}`,
    },
  );
}
