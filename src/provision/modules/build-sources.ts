import type { ModuleCompiler } from '../compiler/module-compiler.ts';
import type { KernelHeaders, KernelImage, ModuleBuild } from '../provisioned.ts';
import { buildDirectory } from './build-directory.ts';
import type { BuildPlace } from './build-place.ts';
import { type CompilerMessage, readCompilerMessages } from './compiler-messages.ts';
import type { ModuleSources } from './module-sources.ts';
import { prepareSources } from './prepare-sources.ts';

/** What a suite says about the build of its modules. */
export interface BuildOptions {
  /** Variables for make, as `NAME=VALUE`, by the absolute path of the directory. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  /** Absolute path of the program that prepares the copied sources; undefined: there is none. */
  readonly prepare: string | undefined;
  /** A warning of the compiler fails the build. */
  readonly warningsAreErrors: boolean;
}

export interface ModuleRequest {
  /** Absolute, in build order: a later one may use symbols of an earlier one. */
  readonly directories: readonly string[];
  readonly options: BuildOptions;
  readonly headers: KernelHeaders;
  readonly compiler: ModuleCompiler;
  readonly kernel: KernelImage;
  /** Modules of ours whose symbols these use; absent: none. */
  readonly uses?: UsedModules;
}

/** Modules that are loaded before those that are built. */
export interface UsedModules {
  /** Absolute path of the list of their symbols, `Module.symvers`. */
  readonly symbols: string;
  /** Identifies their build in cache keys. */
  readonly key: string;
}

/** Aborts the creation of an asset. `buildModules` turns it into a value. */
export class BuildFailed extends Error {
  readonly build: Extract<ModuleBuild, { readonly kind: 'failed' }>;

  constructor(build: BuildFailed['build']) {
    super('the modules did not build');
    this.build = build;
  }
}

/** The staged sources, and the kernel's build directory. */
type Staged = Pick<BuildPlace, 'tree' | 'kernelDirectory'>;

/** Prepares and builds the staged sources. Returns the output. @throws BuildFailed */
export async function buildAll(
  request: ModuleRequest,
  sources: ModuleSources,
  staged: Staged,
  signal: AbortSignal,
): Promise<string> {
  const { headers, compiler, directories, options } = request;
  const prepared = await prepareAll(request, sources, staged, signal);
  const symbols = request.uses === undefined ? [] : [request.uses.symbols];
  let log = prepared;
  for (const [index, directory] of sources.directories.entries()) {
    const author = directories[index] ?? directory;
    const variables = options.variables.get(author) ?? [];
    const earlier = sources.directories.slice(0, index);
    const { ok, command, output } = await buildDirectory(
      { headers, compiler, ...staged, directory, earlier, symbols, variables },
      author,
      signal,
    );
    if (!ok) throw new BuildFailed(failedBuild(request, author, { log: `${prepared}${output}`, command }));
    log += `${command}\n${output}`;
    if (options.warningsAreErrors) refuseWarnings(request, author, { log, command });
  }
  return log;
}

/** The suite's `info/build`. Returns its output. */
async function prepareAll(
  request: ModuleRequest,
  sources: ModuleSources,
  staged: Staged,
  signal: AbortSignal,
): Promise<string> {
  const { headers, compiler, directories, options } = request;
  const { prepare } = options;
  if (prepare === undefined) return '';
  const { ok, output } = await prepareSources(
    { program: prepare, headers, compiler, ...staged, directories: sources.directories },
    signal,
  );
  if (ok) return output;
  const build = failedBuild(request, directories[0] ?? '', { log: output, command: prepare });
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  const message: CompilerMessage = { severity: 'error', text: `info/build failed: ${last}` };
  throw new BuildFailed({ ...build, said: { errors: 1, warnings: 0, messages: [message] } });
}

interface Ran {
  readonly log: string;
  readonly command: string;
}

function refuseWarnings(request: ModuleRequest, author: string, ran: Ran): void {
  const { warnings, messages } = readCompilerMessages(ran.log, 'built');
  if (warnings === 0) return;
  const errors = messages.map(
    (message): CompilerMessage => ({
      ...message,
      severity: 'error',
      text: `${message.text} (a warning, and info/werror is set)`,
    }),
  );
  throw new BuildFailed({
    ...failedBuild(request, author, ran),
    said: { errors: warnings, warnings: 0, messages: errors },
  });
}

function failedBuild({ compiler }: ModuleRequest, directory: string, { log, command }: Ran): BuildFailed['build'] {
  const said = readCompilerMessages(log, 'failed');
  return { kind: 'failed', directory, output: log, compiler: compiler.title, command, said };
}
