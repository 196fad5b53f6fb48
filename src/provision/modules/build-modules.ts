import { basename, join } from 'node:path';
import { asObject } from '../../bounds/parse-json.ts';
import { secretToken } from '../../host/clock.ts';
import { copyFileTo, writeFileAt } from '../../host/files/file-changes.ts';
import { sha256Of, sha256OfFile } from '../../host/files/file-digest.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { readJsonFile, writeJsonFile } from '../../host/files/json-file.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type ModuleBuild, ProvisionError, withProgress } from '../provisioned.ts';
import type { AssetName } from '../store/store.ts';
import type { ModuleCompiler } from '../compiler/module-compiler.ts';
import { provideStarter } from '../compiler/program-starter.ts';
import { provideKernelDirectory } from './kernel-directory.ts';
import { buildAll, BuildFailed, type ModuleRequest } from './build-sources.ts';
import { builtIn, copyStripped, furtherFilesRead } from './built-files.ts';
import { type CompilerMessages, parseCompilerMessages, readCompilerMessages } from './compiler-messages.ts';
import { describeFiles, findBuild, rememberBuild } from './module-cache.ts';
import { digestSources, findModuleSources, type ModuleSources, stageSources } from './module-sources.ts';

/**
 * Builds kernel modules from copies of their sources; the author's directories are only read. Each combination of
 * sources, headers and compiler is built once. A failed build is a value. @throws ProvisionError when the build
 * programs of the kernel cannot be started.
 */
export async function buildModules(request: ModuleRequest, context: ProvisionContext): Promise<ModuleBuild> {
  const startedAt = performance.now();
  const sources = findModuleSources(request.directories);
  const key = sha256Of(
    [
      'modules 7',
      request.headers.key,
      request.headers.release,
      ...compilerKey(request.compiler),
      await digestOptions(request, context.signal),
      ...(request.uses === undefined ? [] : [`uses ${request.uses.key}`]),
      await digestSources(sources, context.signal),
    ].join('\n'),
  );
  const known = async (): Promise<ModuleBuild | undefined> => await knownBuild(context, key, sources.root);
  const build =
    (await known()) ??
    (await context.store.withLock(
      `build-${key}`,
      context.signal,
      async () => (await known()) ?? (await freshBuild(request, sources, key, context)),
    ));
  return build.kind === 'failed' ? build : { ...build, durationMs: Math.round(performance.now() - startedAt) };
}

async function digestOptions({ directories, options }: ModuleRequest, signal: AbortSignal): Promise<string> {
  const { variables, prepare, warningsAreErrors } = options;
  const program = prepare === undefined ? '' : await sha256OfFile(prepare, signal);
  return JSON.stringify([directories.map((directory) => variables.get(directory) ?? []), program, warningsAreErrors]);
}

function compilerKey({ key, makeArgs, flags }: ModuleCompiler): readonly string[] {
  return [key, JSON.stringify([makeArgs, flags])];
}

async function knownBuild(context: ProvisionContext, key: string, root: string): Promise<ModuleBuild | undefined> {
  const id = await findBuild(context, key, root);
  const directory = id === undefined ? undefined : context.store.find(assetName(key, id));
  return directory === undefined ? undefined : readBuild(directory, true);
}

function assetName(key: string, id: string): AssetName {
  return { kind: 'modules', key: `${key} ${id}` };
}

async function freshBuild(
  request: ModuleRequest,
  sources: ModuleSources,
  key: string,
  context: ProvisionContext,
): Promise<ModuleBuild> {
  const id = secretToken();
  const purpose = request.uses === undefined ? '' : ', with coverage';
  const what = `${namesOf(sources.directories)} for ${request.kernel.release}${purpose}`;
  try {
    const { headers } = request;
    const compiler = await provideStarter(request.compiler, headers, context);
    let read: readonly string[] = [];
    const make = async (staging: string): Promise<void> => {
      const tree = join(staging, 'tree');
      stageSources(sources, tree, request.options.prepare !== undefined);
      const kernelDirectory = provideKernelDirectory(headers, compiler, join(staging, 'kernel'));
      const output = await buildAll({ ...request, compiler }, sources, { tree, kernelDirectory }, context.signal);
      read = furtherFilesRead(tree, sources.directories);
      await collect(sources, { tree, staging, output, compiler }, context.signal);
      for (const name of ['tree', 'kernel']) removeTree(join(staging, name));
    };
    const directory = await withProgress(context.progress, { what, activity: 'building' }, () =>
      context.store.provide({ ...assetName(key, id), signal: context.signal, make }),
    );
    rememberBuild(context, key, { id, furtherFiles: await describeFiles(sources.root, read, context.signal) });
    return readBuild(directory, false);
  } catch (error) {
    if (error instanceof BuildFailed) return error.build;
    throw error;
  }
}

/** By their last part, if that says which is which. */
function namesOf(directories: readonly string[]): string {
  const names = directories.map((directory) => basename(directory));
  return (new Set(names).size === names.length ? names : directories).join(', ');
}

const descriptionName = 'build.json';
const logName = 'build.log';

/** The directory of the unstripped modules, with the same layout as the stripped ones. */
const debugDirectory = 'debug';

interface Collecting {
  readonly tree: string;
  readonly staging: string;
  readonly output: string;
  readonly compiler: ModuleCompiler;
}

/** The result: a numbered directory for each source directory, with its modules and their symbols. */
async function collect(
  { directories }: ModuleSources,
  { tree, staging, output, compiler }: Collecting,
  signal: AbortSignal,
): Promise<void> {
  const modules: string[] = [];
  for (const [index, directory] of directories.entries()) {
    for (const path of builtIn(tree, directory)) {
      const kept = join(String(index), path);
      copyFileTo(join(tree, directory, path), join(staging, debugDirectory, kept));
      await copyStripped(join(tree, directory, path), join(staging, kept), compiler, signal);
      modules.push(kept);
    }
    const symbols = join(tree, directory, 'Module.symvers');
    if (kindOfFile(symbols) === 'file') copyFileTo(symbols, join(staging, String(index), 'Module.symvers'));
  }
  const digests = await Promise.all(modules.map((path) => sha256OfFile(join(staging, path))));
  const said = readCompilerMessages(output, 'built');
  if (said.warnings > 0) writeFileAt(join(staging, logName), `${compiler.title}\n${output}`);
  writeJsonFile(join(staging, descriptionName), {
    modules,
    key: sha256Of(digests.join('\n')),
    said,
    compiler: compiler.title,
  });
}

function readBuild(directory: string, cached: boolean): Extract<ModuleBuild, { readonly kind: 'built' }> {
  const description = readDescription(join(directory, descriptionName));
  if (description === undefined) {
    throw new ProvisionError(`${directory} is damaged.`, {
      hint: `Remove it to build it again: rm -r ${directory}`,
    });
  }
  const { modules, key, said, compiler } = description;
  return {
    kind: 'built',
    modules: modules.map((path) => join(directory, path)),
    debugModules: modules.map((path) => join(directory, debugDirectory, path)),
    key,
    cached,
    said,
    compiler,
    log: said.warnings > 0 ? join(directory, logName) : undefined,
    durationMs: 0,
  };
}

interface Description {
  readonly modules: readonly string[];
  readonly key: string;
  readonly said: CompilerMessages;
  readonly compiler: string;
}

function readDescription(path: string): Description | undefined {
  const { modules, key, said, compiler } = asObject(readJsonFile(path)) ?? {};
  const messages = parseCompilerMessages(said);
  if (!Array.isArray(modules) || !modules.every((one) => typeof one === 'string')) return undefined;
  if (typeof key !== 'string' || messages === undefined || typeof compiler !== 'string') return undefined;
  return { modules, key, said: messages, compiler };
}
