// Bundles the entry points into dist/: self-contained, with code that commands load later in dist/chunks, for Node
// 20.19 and later.
import { build } from 'esbuild';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { bundledTextForEsbuild } from './bundled-text.mjs';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '..');

const programs = {
  cli: 'src/cli.ts',
  'judge-worker': 'src/judge-worker.ts',
  'action/main': 'src/action.ts',
  'action/post': 'src/post.ts',
  'action/cache-worker': 'src/action/cache-worker.ts',
  'action/artifact-worker': 'src/action/artifact-worker.ts',
};

/** Started for each test, so it shares no files with the programs: it then has few to load, with little in them. */
const processOfModels = {
  device: 'src/device.ts',
  'device-host': 'src/device-host.ts',
  'device-loader': 'src/device-loader.ts',
  'type-stripper': 'src/type-stripper.ts',
};

export async function buildDist(outdir) {
  rmSync(outdir, { recursive: true, force: true });
  for (const entryPoints of [programs, processOfModels]) await bundle(entryPoints, outdir);
  chmodSync(resolve(outdir, 'cli.mjs'), 0o755);
  declareTypes('src/device.ts', resolve(outdir, 'types'));
}

/** `entryPoints`: the names of the bundles, and the files below the repository's root that they are made of. */
export async function bundle(entryPoints, outdir) {
  await build({ ...settings, entryPoints, outdir });
}

/**
 * The toolkit does not mark its modules as free of side effects, and includes an HTTP client for tokens that we never
 * asks for, and for tools that nobody downloads: 800 KB, where 14 are used of the one package, and 3 of the other.
 */
const toolkitWithoutUnused = {
  name: 'toolkit without what is not used',
  setup({ onResolve, resolve: resolveImport }) {
    onResolve({ filter: /./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const isToolkit =
        /^@actions\/(?:core|tool-cache)$/.test(path) || /\/@actions\/(?:core|tool-cache)\//.test(importer);
      if (!isToolkit || pluginData === seen) return undefined;
      const found = await resolveImport(path, { importer, resolveDir, kind, pluginData: seen });
      if (found.external || found.errors.length > 0) return found;
      // The workers do use the client: what is shared with them would be loaded, used or not.
      const suffix = path === '@actions/http-client' && /\/@actions\/tool-cache\//.test(importer) ? '?unused' : '';
      return { path: found.path, suffix, sideEffects: false };
    });
  },
};
const seen = Symbol('seen by the plugin itself');

const settings = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // Code that a command does not need is not even parsed, so --help is fast.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  // CommonJS libraries call require for Node's own modules.
  banner: {
    js:
      "import { createRequire as createRequireOfNode } from 'node:module';\nconst require = " +
      'createRequireOfNode(import.meta.url);',
  },
  legalComments: 'eof',
  plugins: [bundledTextForEsbuild, toolkitWithoutUnused],
  logLevel: 'warning',
};

/** Writes the types of the library for device models, for editors. */
function declareTypes(entry, outDir) {
  const { config } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [entry] }, ts.sys, root);
  const program = ts.createProgram([resolve(root, entry)], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: resolve(root, 'src'),
    outDir,
  });
  const { emitSkipped } = program.emit();
  if (emitSkipped) throw new Error(`${entry}: its declarations could not be written; npm run typecheck says why`);
  // TypeScript 6 includes no types that are not named, and models use Buffer.
  const declarations = resolve(outDir, basename(entry).replace('.ts', '.d.ts'));
  writeFileSync(declarations, `/// <reference types="node" />\n${readFileSync(declarations, 'utf8')}`);
}

if (process.argv[1] === import.meta.filename) await buildDist(resolve(root, 'dist'));
