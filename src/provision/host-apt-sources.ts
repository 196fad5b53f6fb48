import { filesIn, readTextIfThere } from '../host/file-facts.ts';
import { join } from 'node:path';
import { parseDeb822Sources, parseSourcesList } from './apt-sources.ts';
import type { AptSource } from './apt-sources.ts';

/** The host's own apt sources, in apt's order. Empty on a host without apt. */
export function hostAptSources(directory = '/etc/apt'): AptSource[] {
  const parts = join(directory, 'sources.list.d');
  const names = filesIn(parts).map(({ name }) => name);
  return [
    ...parseSourcesList(readTextIfThere(join(directory, 'sources.list')) ?? ''),
    ...names.flatMap((name) => parseByName(name, join(parts, name))),
  ];
}

function parseByName(name: string, path: string): AptSource[] {
  if (name.endsWith('.sources')) return parseDeb822Sources(readTextIfThere(path) ?? '');
  if (name.endsWith('.list')) return parseSourcesList(readTextIfThere(path) ?? '');
  return [];
}
