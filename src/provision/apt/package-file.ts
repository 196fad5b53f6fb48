import { asObject } from '../../bounds/parse-json.ts';

/** A paragraph of a Debian control file: field names in lower case, continuation lines joined with newlines. */
export type Stanza = ReadonlyMap<string, string>;

/** Parses the format of `.sources` files and package lists (Debian Policy, chapter 5). */
export function parseControlFile(text: string): Stanza[] {
  return text
    .split(/\n[ \t]*\n/)
    .map(parseStanza)
    .filter((stanza) => stanza.size > 0);
}

function parseStanza(text: string): Stanza {
  const stanza = new Map<string, string>();
  let field: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) continue;
    const named = /^([^\s:]+):[ \t]*(.*)$/.exec(line);
    if (named?.[1] !== undefined && named[2] !== undefined) {
      field = named[1].toLowerCase();
      stanza.set(field, named[2].trimEnd());
    } else if (field !== undefined && /^[ \t]/.test(line)) {
      stanza.set(field, `${stanza.get(field) ?? ''}\n${line.slice(1).trimEnd()}`);
    }
  }
  return stanza;
}

/** Names in a Depends field, with alternatives, without versions. */
export function dependencyNames(stanza: Stanza): string[] {
  return (stanza.get('depends') ?? '')
    .split(/[,|]/)
    .map((part) => part.trim().replace(/[\s(:[].*$/s, ''))
    .filter((name) => name !== '');
}

/** A package on a mirror, with its digest from the signed lists. */
export interface PackageFile {
  /** File name, for example `kmod_30+20221128-1_amd64.deb`. */
  readonly name: string;
  readonly uri: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/**
 * Parses the output of `apt-get --print-uris` with Acquire::ForceHash=SHA256. @throws Error for a line without a digest
 */
export function parsePrintedUris(output: string): PackageFile[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith("'"))
    .map((line) => {
      const [, uri, name, size, sha256] = /^'([^']+)' (\S+) (\d+) SHA256:([0-9a-f]{64})$/.exec(line.trimEnd()) ?? [];
      if (uri === undefined || name === undefined || size === undefined || sha256 === undefined) {
        throw new Error(`Internal error: apt-get printed no SHA-256, although it was required: ${line}`);
      }
      return { name, uri, sizeBytes: Number(size), sha256 };
    });
}

/** Identifies the contents of a set of packages, in any order. */
export function packageSetKey(files: readonly PackageFile[]): string {
  return files
    .map(({ name, sha256 }) => `${name} ${sha256}`)
    .sort()
    .join('\n');
}

/** Parses a stored list; undefined when this version did not write it. */
export function readPackageFiles(stored: unknown): PackageFile[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const files = stored.map(readPackageFile);
  return files.every((file) => file !== undefined) ? files : undefined;
}

function readPackageFile(stored: unknown): PackageFile | undefined {
  const { name, uri, sizeBytes, sha256 } = asObject(stored) ?? {};
  if (
    typeof name !== 'string' ||
    typeof uri !== 'string' ||
    typeof sizeBytes !== 'number' ||
    typeof sha256 !== 'string'
  )
    return undefined;
  return { name, uri, sizeBytes, sha256 };
}
