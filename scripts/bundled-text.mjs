// `import script from './client/main.ts?bundled'` is the text of that file, bundled and minified for a browser. It
// works for style sheets, too. The same code serves both builders, esbuild for dist/ and Vite for tests, and Node,
// which runs some programs from their sources (scripts/bench). `import source from './line-relay.c?raw'` is the
// unchanged text of a file, which Vite supports itself.
import { readFileSync } from 'node:fs';
import { build, buildSync } from 'esbuild';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const suffix = '?bundled';
const rawSuffix = '?raw';
const root = resolve(import.meta.dirname, '..');

const bundling = (path) => ({
  entryPoints: [path],
  write: false,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: ['chrome110', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
});

async function bundleText(path) {
  return (await build(bundling(path))).outputFiles[0].text;
}

export const bundledTextForEsbuild = {
  name: 'bundled-text',
  setup(builder) {
    builder.onResolve({ filter: /\?bundled$/ }, ({ path, resolveDir }) => ({
      // A comment in the bundle contains the path. It is relative, so that the bundle does not depend on the directory.
      path: relative(root, resolve(resolveDir, path.slice(0, -suffix.length))),
      namespace: 'bundled-text',
    }));
    builder.onLoad({ filter: /./, namespace: 'bundled-text' }, async ({ path }) => ({
      contents: await bundleText(resolve(root, path)),
      loader: 'text',
    }));
    builder.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: relative(root, resolve(resolveDir, path.slice(0, -rawSuffix.length))),
      namespace: 'raw-text',
    }));
    builder.onLoad({ filter: /./, namespace: 'raw-text' }, ({ path }) => ({
      contents: readFileSync(resolve(root, path)),
      loader: 'text',
    }));
  },
};

// The id ends with .js, or Vite would handle a style sheet itself.
const idOf = (path) => `\0bundled-text:${path}.js`;
const pathOf = (id) =>
  id.startsWith('\0bundled-text:') ? id.slice('\0bundled-text:'.length, -'.js'.length) : undefined;

export const bundledTextForVite = {
  name: 'bundled-text',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source.endsWith(suffix) && importer !== undefined
      ? idOf(resolve(dirname(importer), source.slice(0, -suffix.length)))
      : undefined,
  async load(id) {
    const path = pathOf(id);
    return path === undefined ? undefined : `export default ${JSON.stringify(await bundleText(path))};`;
  },
};

/** For registerHooks of node:module. */
export const bundledTextForNode = {
  load(url, context, nextLoad) {
    if (url.endsWith(rawSuffix))
      return textModule(readFileSync(fileURLToPath(url.slice(0, -rawSuffix.length)), 'utf8'));
    if (!url.endsWith(suffix)) return nextLoad(url, context);
    const { outputFiles } = buildSync(bundling(fileURLToPath(url.slice(0, -suffix.length))));
    return textModule(outputFiles[0].text);
  },
};

function textModule(text) {
  return { format: 'module', source: `export default ${JSON.stringify(text)};`, shortCircuit: true };
}
