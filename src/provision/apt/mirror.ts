import { environmentVariable } from '../../host/environment.ts';
import { type AptSource, hostAptSources } from './apt-sources.ts';
import type { Archive, Release } from './release.ts';
import { releases } from './releases.ts';

/** The mirror of one of a distribution's archives. */
export interface Mirror {
  readonly uri: string;
  readonly signedBy: string;
  readonly checkValidUntil: boolean;
}

export interface MirrorHints {
  /** By `DISTRIBUTION` for the main archive, otherwise by `DISTRIBUTION-ARCHIVE`. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly variable: (name: string) => string | undefined;
  readonly sources: readonly AptSource[];
  /** Path of the keyring for the distribution's archives. */
  readonly keyring: string;
}

/**
 * The mirror of an archive: the chosen address, or QDT_MIRROR_…, or what the host's own apt uses. Undefined when none
 * of them is set.
 */
export function findMirror(release: Release, archiveName: string, hints: MirrorHints): Mirror | undefined {
  const archive = release.archives[archiveName];
  if (archive === undefined) throw new Error(`Internal error: ${release.distribution} has no archive ${archiveName}`);
  const name = mirrorName(release, archiveName);
  const uri = hints.chosen.get(name) ?? hints.variable(mirrorVariable(name));
  if (uri !== undefined) return { uri, signedBy: hints.keyring, checkValidUntil: true };
  const source = bestSource(archive, release, hints.sources);
  const ownKey = source?.signedBy === release.keyring.path ? undefined : source?.signedBy;
  return source && { uri: source.uri, signedBy: ownKey ?? hints.keyring, checkValidUntil: source.checkValidUntil };
}

/** `debian` for the main archive, `debian-security` for that archive. */
export function mirrorName(release: Release, archiveName: string): string {
  return archiveName === 'main' ? release.distribution : `${release.distribution}-${archiveName}`;
}

/** The environment variable that sets a mirror: `QDT_MIRROR_DEBIAN_SECURITY`. */
export function mirrorVariable(name: string): string {
  return `QDT_MIRROR_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** Third-party archives reuse the distribution's suite names, but have other keys and paths. */
function bestSource(archive: Archive, { keyring }: Release, sources: readonly AptSource[]): AptSource | undefined {
  const candidates = sources.filter(
    (source) => archive.suites.test(source.suite) && source.components.includes(archive.components[0]),
  );
  const usual = (source: AptSource): boolean => source.signedBy === keyring.path || archive.path.test(source.uri);
  return candidates.find(usual) ?? candidates.find((source) => source.signedBy === undefined);
}

/** The archives for which this host has a mirror. Does not use the network. */
export function probeMirrors(): { readonly found: readonly string[]; readonly absent: readonly string[] } {
  const sources = hostAptSources();
  const archives = releases.flatMap((release) =>
    Object.keys(release.archives).map((archive) => {
      const hints = {
        chosen: new Map<string, string>(),
        variable: environmentVariable,
        sources,
        keyring: release.keyring.path,
      };
      return { name: mirrorName(release, archive), isFound: findMirror(release, archive, hints) !== undefined };
    }),
  );
  return {
    found: archives.filter(({ isFound }) => isFound).map(({ name }) => name),
    absent: archives.filter(({ isFound }) => !isFound).map(({ name }) => name),
  };
}
