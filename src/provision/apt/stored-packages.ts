import { join } from 'node:path';
import { asObject, fieldOf } from '../../bounds/parse-json.ts';
import { readJsonFile, writeJsonFile } from '../../host/files/json-file.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { AssetName } from '../store/store.ts';
import { unpackPackages } from './package-fetch.ts';
import { type PackageFile, packageSetKey, readPackageFiles } from './package-file.ts';

/** A set of packages that are unpacked together, and facts about the result. */
export interface PackageAsset {
  /** Increase `version` when `finish` or the selection of files changes. */
  readonly kind: string;
  readonly version: number;
  readonly files: readonly PackageFile[];
}

/** The description is in the asset itself, so that a warm start reads one small file. */
const descriptionName = 'asset.json';

/** Its name in the store. */
export function packageAssetName({ kind, version, files }: PackageAsset): AssetName {
  return { kind, key: `${kind} ${version}\n${packageSetKey(files)}` };
}

/**
 * Fetches and unpacks packages into the store. `finish` completes the directory and returns facts to store. @returns
 * the asset's directory
 */
export async function providePackages(
  context: ProvisionContext,
  what: string,
  asset: PackageAsset,
  finish: (directory: string) => Promise<object>,
): Promise<string> {
  return await context.store.provide({
    ...packageAssetName(asset),
    signal: context.signal,
    make: async (staging) => {
      await unpackPackages(context, what, asset.files, staging);
      writeJsonFile(join(staging, descriptionName), await finish(staging));
    },
  });
}

/** The facts that `finish` returned. */
export function readDescription(directory: string): Readonly<Record<string, unknown>> {
  return asObject(readJsonFile(join(directory, descriptionName))) ?? {};
}

/** The whole value of a ref that stands for packages. */
export interface PackageSet {
  readonly files: readonly PackageFile[];
}

export function readPackageSet(stored: unknown): PackageSet | undefined {
  const files = readPackageFiles(fieldOf(stored, 'files'));
  return files && { files };
}
