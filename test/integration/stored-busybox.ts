import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storeRoot } from './cli.ts';

/** The path of the busybox that an earlier run has left in the store. */
export function storedBusybox(): string {
  const assets = join(storeRoot(), 'assets');
  const found = readdirSync(assets)
    .filter((name) => name.startsWith('tools-'))
    .flatMap((asset) => readdirSync(join(assets, asset), { recursive: true }).map((path) => join(asset, String(path))))
    .find((path) => path.endsWith('bin/busybox'));
  if (found === undefined) throw new Error('the store has no busybox');
  return join(assets, found);
}
