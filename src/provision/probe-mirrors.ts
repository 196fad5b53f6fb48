import { environmentVariable } from '../host/environment.ts';
import { hostAptSources } from './host-apt-sources.ts';
import { findMirror, mirrorName } from './mirror.ts';
import { releases } from './releases.ts';

/** Which archives this host knows a mirror of; nothing is asked of the network. */
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
