import { sha256Of } from '../host/file-digest.ts';

/** What GitHub refuses in the path of a file in an artifact: some file systems cannot have it. */
const illegalInPaths = /["<>:|*?\r\n]/;
const longest = 200;

/** A name that GitHub takes, made of one that a person, a cell or a shard gave. */
export function legalArtifactName(name: string): string {
  const legal = name.replace(/["<>:|*?\r\n\\/]/g, '-').replace(/\s+/g, ' ').trim().slice(0, longest);
  return legal === '' || /^\.+$/.test(legal) ? 'qemu-driver-test' : legal;
}

/** The name for a job that gave none: the same in every attempt, another for every leg of a matrix. */
export function defaultArtifactName(job: string, choices: readonly string[]): string {
  return legalArtifactName(`driver-test-${job}-${sha256Of(choices.join('\n')).slice(0, 8)}`);
}

/** Whether a file may be in an artifact under this path. */
export function isLegalPath(path: string): boolean {
  return !illegalInPaths.test(path);
}

/** The path with what is illegal spelled out, as in a URL. */
export function legalPath(path: string): string {
  return path.replace(/["<>:|*?\r\n%]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
