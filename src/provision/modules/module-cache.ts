import { join } from 'node:path';
import { asObject, fieldOf } from '../../bounds/parse-json.ts';
import { sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';

/**
 * Files outside the sources' own directories that a build read, with their digests. Only a build shows which files
 * these are. So builds are stored by their sources, and one is valid if its further files are unchanged.
 */
export interface FurtherFile {
  /** Relative to the project's root. */
  readonly path: string;
  readonly sha256: string;
}

interface KnownBuild {
  readonly id: string;
  readonly furtherFiles: readonly FurtherFile[];
}

const keptBuilds = 8;

/** The build of these sources whose further files are unchanged; undefined when there is none. */
export async function findBuild(
  context: ProvisionContext,
  sourcesKey: string,
  root: string,
): Promise<string | undefined> {
  for (const { id, furtherFiles } of readBuilds(context, sourcesKey)) {
    const now = await describeFiles(
      root,
      furtherFiles.map(({ path }) => path),
      context.signal,
    );
    if (now.every(({ sha256 }, index) => sha256 === furtherFiles[index]?.sha256)) return id;
  }
  return undefined;
}

export function rememberBuild(context: ProvisionContext, sourcesKey: string, build: KnownBuild): void {
  const others = readBuilds(context, sourcesKey).filter(({ id }) => id !== build.id);
  context.store.writeDocument(documentName(sourcesKey), { builds: [build, ...others].slice(0, keptBuilds) });
}

/** A missing file has no digest, which is also compared. */
export async function describeFiles(
  root: string,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<FurtherFile[]> {
  const described: FurtherFile[] = [];
  for (const path of paths) {
    const file = join(root, path);
    described.push({ path, sha256: kindOfFile(file) === 'file' ? await sha256OfFile(file, signal) : 'missing' });
  }
  return described;
}

function documentName(sourcesKey: string): string {
  return `modules/${sourcesKey}`;
}

function readBuilds(context: ProvisionContext, sourcesKey: string): readonly KnownBuild[] {
  const builds = fieldOf(context.store.readDocument(documentName(sourcesKey)), 'builds');
  return Array.isArray(builds) ? builds.filter(isKnownBuild) : [];
}

function isKnownBuild(value: unknown): value is KnownBuild {
  const { id, furtherFiles } = asObject(value) ?? {};
  return typeof id === 'string' && Array.isArray(furtherFiles) && furtherFiles.every(isFurtherFile);
}

function isFurtherFile(value: unknown): value is FurtherFile {
  const { path, sha256 } = asObject(value) ?? {};
  return typeof path === 'string' && typeof sha256 === 'string';
}
