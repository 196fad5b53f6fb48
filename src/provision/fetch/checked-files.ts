import { join } from 'node:path';
import { processorCount } from '../../host/environment.ts';
import { fileName } from '../../plan/fetched-kernel-id.ts';
import type { FetchedFile } from '../../plan/plan.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { InputRefused, ProvisionError, withProgress } from '../provisioned.ts';
import { sideBySide } from '../side-by-side.ts';
import { fetchFile } from './fetch-file.ts';

/** Files of a spec, to be fetched into a directory. */
export interface FileSet {
  /** `deb`, `rpm`, `url` */
  readonly prefix: string;
  /** Its name for the user. */
  readonly title: string;
  readonly files: readonly FetchedFile[];
}

/** A file of the spec with its digest. */
export interface KnownFile {
  readonly url: string;
  readonly sha256: string;
}

/** All files, if each has its digest. */
export function knownFiles(files: readonly FetchedFile[]): readonly KnownFile[] | undefined {
  const known = files.flatMap(({ url, sha256 }) => (sha256 === undefined ? [] : [{ url, sha256 }]));
  return known.length === files.length ? known : undefined;
}

/**
 * Fetches files, and checks each against its digest. They are called 0, 1, … in the directory, because their names are
 * of others' choice. @returns their paths @throws ProvisionError when one cannot be fetched or differs
 */
export async function fetchCheckedFiles(
  { title, files }: { readonly title: string; readonly files: readonly KnownFile[] },
  directory: string,
  context: ProvisionContext,
): Promise<readonly string[]> {
  const paths = files.map((_, index) => join(directory, String(index)));
  await withProgress(context.progress, { what: title, activity: 'fetching' }, async () => {
    const digests = await fetchAll(files, paths, context);
    for (const [index, file] of files.entries()) {
      const found = digests[index];
      if (found !== file.sha256) throw differs(file, found ?? 'none');
    }
  });
  return paths;
}

/**
 * Fetches files of which at least one has no digest, and tells the spec to use instead. @throws InputRefused with it
 * @throws ProvisionError when one cannot be fetched or differs
 */
export async function refuseWithoutDigests(set: FileSet, context: ProvisionContext): Promise<never> {
  let digests: readonly string[] = [];
  const found = (): ProvisionError => tellDigests(set, digests);
  await context.store.provide({
    kind: 'undigested',
    key: set.files.map(({ url }) => url).join('\n'),
    signal: context.signal,
    make: async (staging) => {
      const paths = set.files.map((_, index) => join(staging, String(index)));
      digests = await withProgress(context.progress, { what: set.title, activity: 'fetching' }, () =>
        fetchAll(set.files, paths, context),
      );
      // So the store keeps nothing.
      throw found();
    },
  });
  throw found();
}

function tellDigests({ prefix, title, files }: FileSet, digests: readonly string[]): ProvisionError {
  const wrong = files.findIndex(({ sha256 }, index) => sha256 !== undefined && sha256 !== digests[index]);
  const differing = files[wrong];
  if (differing?.sha256 !== undefined)
    return differs({ url: differing.url, sha256: differing.sha256 }, digests[wrong] ?? 'none');
  const without = files.filter(({ sha256 }) => sha256 === undefined);
  const first = without[0] === undefined ? title : fileName(without[0]);
  const more = without.length > 1 ? ` and of ${without.length - 1} more` : '';
  const spec = `${prefix}:${files.map(({ url }, index) => `${url}#sha256=${digests[index] ?? ''}`).join(',')}`;
  return new InputRefused(`${title}: expected the digest of ${first}${more}, found none. Nothing was run.`, {
    hint: `If you trust what was fetched now, write its digest: ${spec}`,
  });
}

async function fetchAll(
  files: readonly FetchedFile[],
  paths: readonly string[],
  context: ProvisionContext,
): Promise<readonly string[]> {
  const works = files.map((file, index) => async (signal: AbortSignal) => {
    const { sha256 } = await fetchFile(
      { title: file.url, url: file.url, path: paths[index] ?? '' },
      { ...context, signal },
    );
    return sha256;
  });
  return await sideBySide(context.signal, works, processorCount());
}

function differs({ url, sha256 }: KnownFile, found: string): ProvisionError {
  return new ProvisionError(`${url} is not the file that was asked for: expected SHA-256 ${sha256}, found ${found}.`, {
    hint: 'Either the digest is of another file, or the file has changed: ask its publisher for the digest',
  });
}
