import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releases } from '../../../src/provision/apt/releases.ts';
import { packageAssetName } from '../../../src/provision/apt/stored-packages.ts';
import type { PackageOrigin } from '../../../src/provision/provisioned.ts';
import { finishToolchain } from '../../../src/provision/toolchain/toolchain.ts';
import type { TestContext } from './provision-context.ts';
import { copyHostPrograms } from './unpacked-root.ts';
import { writeTree } from './write-tree.ts';

/** A suite of Debian that no mirror is asked for. */
export const trixie: PackageOrigin = { release: releases[0], places: [['trixie']] };

/** Puts a toolchain into the store, as if these packages had been fetched. Returns its directory. */
export async function storeToolchain(
  context: TestContext,
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const value = { files: [] };
  const name = ['toolchain', 'debian', 'trixie', ...packages].join('/');
  context.store.writeDocument(name, { resolvedAtMs: context.nowMs(), value });
  return await context.store.provide({
    ...packageAssetName({ kind: 'toolchain', version: 1, files: [] }),
    signal: context.signal,
    make: (root) => {
      copyHostPrograms(root, []);
      writeTree(root, files);
      writeFileSync(join(root, 'asset.json'), JSON.stringify(finishToolchain(root, 'test')));
      return Promise.resolve();
    },
  });
}

/** A compiler that can only say its version. */
export function saysVersion(name: string, version: string): string {
  return `#!/bin/sh\necho '${name} (Debian) ${version}'\necho 'Copyright (C) Free Software Foundation, Inc.'\n`;
}
