import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** As in dist/: libraries in CommonJS call require for Node's own modules. */
export const requireForBundles = {
  js:
    "import { createRequire as createRequireOfNode } from 'node:module';\nconst require = " +
    'createRequireOfNode(import.meta.url);',
};

/**
 * One of our modules (a path below `src/`) as a file that any Node can import: for tests that need a process of their
 * own.
 */
export function bundleModule(path: string, directory: string): string {
  const outfile = join(directory, 'bundled.mjs');
  buildSync({
    entryPoints: [fileURLToPath(new URL(`../../src/${path}`, import.meta.url))],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: requireForBundles,
  });
  return outfile;
}
