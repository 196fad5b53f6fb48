import { filesIn, readTextIfThere } from '../host/file-facts.ts';
import { join } from 'node:path';
import { parseDeb822Sources, parseMirrorList, parseSourcesList } from './apt-sources.ts';
import type { AptSource } from './apt-sources.ts';

/** The host's own apt sources, in apt's order. Empty on a host without apt. */
export function hostAptSources(directory = '/etc/apt'): AptSource[] {
  const parts = join(directory, 'sources.list.d');
  const names = filesIn(parts).map(({ name }) => name);
  return [
    ...parseSourcesList(readTextIfThere(join(directory, 'sources.list')) ?? ''),
    ...names.flatMap((name) => parseByName(name, join(parts, name))),
  ].map(withoutMirrorList);
}

/** GitHub's runners name their mirrors in a file of their own; which of them has a package, apt would not tell us. */
function withoutMirrorList(source: AptSource): AptSource {
  const list = /^mirror\+file:(?:\/\/)?(\/.*)$/.exec(source.uri)?.[1];
  const [best] = list === undefined ? [] : parseMirrorList(readTextIfThere(list) ?? '');
  return best === undefined ? source : { ...source, uri: best };
}

function parseByName(name: string, path: string): AptSource[] {
  if (name.endsWith('.sources')) return parseDeb822Sources(readTextIfThere(path) ?? '');
  if (name.endsWith('.list')) return parseSourcesList(readTextIfThere(path) ?? '');
  return [];
}
