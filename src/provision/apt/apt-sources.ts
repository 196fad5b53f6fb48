import { join } from 'node:path';
import { filesIn, readTextIfThere } from '../../host/files/file-facts.ts';
import { parseControlFile, type Stanza } from './package-file.ts';

/** An address from which the host's apt fetches binary packages. */
export interface AptSource {
  readonly uri: string;
  readonly suite: string;
  readonly components: readonly string[];
  /** Keyring path or key text; absent: all keys that the host trusts. */
  readonly signedBy: string | undefined;
  /** Those that it is limited to, as dpkg names them; absent: all that apt fetches for. */
  readonly architectures?: readonly string[];
  /** False if the entry accepts an expired Release file, as snapshots require. */
  readonly checkValidUntil: boolean;
}

/** Parses the one-line style, `deb [signed-by=…] URI SUITE COMPONENT…` (sources.list(5)). */
export function parseSourcesList(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const entry = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    const [, options = '', uri, suite, components = ''] = entry ?? [];
    if (uri === undefined || suite === undefined) return [];
    return [
      {
        uri,
        suite,
        components: words(components),
        signedBy: option(options, 'signed-by'),
        ...architecturesIn(option(options, 'arch')?.replaceAll(',', ' ')),
        checkValidUntil: !isNo(option(options, 'check-valid-until')),
      },
    ];
  });
}

/** Parses the deb822 style of `.sources` files. */
export function parseDeb822Sources(text: string): AptSource[] {
  return parseControlFile(text).flatMap((stanza) => {
    if (!words(stanza.get('types')).includes('deb') || isNo(stanza.get('enabled'))) return [];
    const common = {
      components: words(stanza.get('components')),
      signedBy: signedBy(stanza),
      ...architecturesIn(stanza.get('architectures')),
      checkValidUntil: !isNo(stanza.get('check-valid-until')),
    };
    return words(stanza.get('uris')).flatMap((uri) =>
      words(stanza.get('suites')).map((suite) => ({ uri, suite, ...common })),
    );
  });
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

function option(options: string, name: string): string | undefined {
  const found = words(options).find((word) => word.toLowerCase().startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** `amd64-` takes one away, which is no limit to others. */
function architecturesIn(value: string | undefined): Pick<AptSource, 'architectures'> {
  const named = words(value).filter((name) => !/[+-]$/.test(name));
  return named.length === 0 ? {} : { architectures: named };
}

function isNo(value: string | undefined): boolean {
  return value !== undefined && /^(no|false|without|off|disable)$/i.test(value.trim());
}

/** A key in the entry itself has its empty lines written as dots. */
function signedBy(stanza: Stanza): string | undefined {
  return stanza.get('signed-by')?.trim();
}

/** The addresses in a list for apt's mirror method (apt-transport-mirror(1)), the preferred ones first. */
export function parseMirrorList(text: string): readonly string[] {
  const entries = text.split('\n').map((line) => words(line.replace(/#.*/, '')));
  const priority = (entry: readonly string[]): number =>
    Number(entry.map((word) => /^priority:(\d+)$/.exec(word)?.[1]).find((found) => found !== undefined) ?? Infinity);
  const known = entries.flatMap((entry) =>
    entry[0] === undefined ? [] : [{ uri: entry[0], priority: priority(entry) }],
  );
  return known.sort((a, b) => (a.priority === b.priority ? 0 : a.priority - b.priority)).map(({ uri }) => uri);
}

/** The host's own apt sources, in apt's order. Empty on a host without apt. */
export function hostAptSources(directory = '/etc/apt'): AptSource[] {
  const parts = join(directory, 'sources.list.d');
  const names = filesIn(parts).map(({ name }) => name);
  return [
    ...parseSourcesList(readTextIfThere(join(directory, 'sources.list')) ?? ''),
    ...names.flatMap((name) => parseByName(name, join(parts, name))),
  ].map(withoutMirrorList);
}

/** GitHub's runners list their mirrors in a separate file. apt would not tell us which of them has a package. */
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
