import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { hardLink } from '../host/file-changes.ts';
import { listUntrusted } from '../host/list-untrusted.ts';
import { isSystemError } from '../host/system-error.ts';
import { isLegalPath, legalPath } from './artifact-name.ts';

/** The files of an artifact, under names that GitHub takes. */
export interface StagedArtifact {
  readonly root: string;
  /** Absolute, below `root`. */
  readonly files: readonly string[];
  readonly bytes: number;
  /** What is not in it, and why. */
  readonly leftOut: readonly string[];
  /** What is in it under a shorter name: `old → new`. */
  readonly shortened: readonly string[];
}

/**
 * Looks at every name in a results directory: a guest may have chosen it, and GitHub would refuse all files for one.
 * Where one is not legal, all of them get second names in `scratch`.
 */
export async function stageArtifact(directory: string, scratch: string): Promise<StagedArtifact> {
  const { files, leftOut } = await listUntrusted(
    { directory, path: '.' },
    { ...bounds.upload, entries: bounds.upload.files },
  );
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (files.every(({ path }) => isLegalPath(path)))
    return { root: directory, files: files.map(({ path }) => join(directory, path)), bytes, leftOut, shortened: [] };
  const staged = files.map(({ path }) => linkInto(scratch, directory, path));
  return {
    root: scratch,
    files: staged.flatMap(({ file }) => file ?? []),
    bytes,
    leftOut: [...leftOut, ...staged.flatMap(({ reason }) => reason ?? [])],
    shortened: files
      .map(({ path }) => path)
      .filter((path) => !decodesTo(legalPath(path), path))
      .map((path) => `${path} → ${legalPath(path)}`),
  };
}

/** A name that is spelled out needs no word: whoever reads it sees what it was. */
function decodesTo(legal: string, path: string): boolean {
  return legal.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) === path;
}

function linkInto(
  scratch: string,
  directory: string,
  path: string,
): { readonly file?: string; readonly reason?: string } {
  const file = join(scratch, legalPath(path));
  try {
    hardLink(join(directory, path), file);
    return { file };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { reason: `${path}: ${error.code}` };
  }
}
