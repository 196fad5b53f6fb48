import { bounds } from '../bounds/bounds.ts';
import { sha256Of } from '../host/file-digest.ts';

/** What GitHub refuses in the path of a file in an artifact: some file systems cannot have it. */
const illegalInPaths = /["<>:|*?\\\x00-\x1f\x7f]/;

/** A name that GitHub takes, made of one that a person, a cell or a shard gave. */
export function legalArtifactName(name: string): string {
  const legal = shortened(
    name
      .replace(/["<>:|*?\r\n\\/]/g, '-')
      .replace(/[\s\x00-\x1f\x7f]+/g, ' ')
      .trim(),
    bounds.upload.nameBytes,
  );
  return legal === '' || /^\.+$/.test(legal) ? 'qemu-driver-test' : legal;
}

/** The name for a job that gave none: the same in every attempt, another for every leg of a matrix. */
export function defaultArtifactName(job: string, choices: readonly string[]): string {
  return legalArtifactName(`driver-test-${job}-${sha256Of(choices.join('\n')).slice(0, 8)}`);
}

/** Whether a file may be in an artifact under this path. */
export function isLegalPath(path: string): boolean {
  return (
    !illegalInPaths.test(path) && path.split('/').every((name) => Buffer.byteLength(name) <= bounds.upload.nameBytes)
  );
}

/** The path with what is illegal spelled out, as in a URL; a name that is too long then has its digest at its end. */
export function legalPath(path: string): string {
  return path
    .split('/')
    .map((name) => shortened(name.replace(/["<>:|*?\\%\x00-\x1f\x7f]/g, spelledOut), bounds.upload.nameBytes))
    .join('/');
}

function spelledOut(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Names that begin alike stay apart by their digests, and a file keeps its type. */
function shortened(name: string, maxBytes: number): string {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  const end = `~${sha256Of(name).slice(0, 16)}${extension}`;
  // Half a character at the cut becomes U+FFFD, and goes.
  const begin = Buffer.from(name)
    .subarray(0, maxBytes - Buffer.byteLength(end))
    .toString('utf8')
    .replace(/\ufffd$/, '');
  return `${begin}${end}`;
}
