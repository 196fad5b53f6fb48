import { dirname, join } from 'node:path';
import type { ArchitectureName } from '../../architecture/architecture.ts';
import type { ModuleCompiler } from '../compiler/module-compiler.ts';
import type { ProvisionContext } from '../provision-context.ts';
import type { ModuleBuild } from '../provisioned.ts';
import { buildModules } from './build-modules.ts';
import type { ModuleRequest, UsedModules } from './build-sources.ts';
import { buildHelper, firstErrorOf, type HelperRequest } from './helper-build.ts';

type Built = Extract<ModuleBuild, { kind: 'built' }>;

/** The module of ours that records what runs; `reason`: why this kernel cannot have it. */
export type CoverageRecorder =
  | { readonly kind: 'recorder'; readonly module: string; readonly uses: UsedModules }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * Builds the recorder for a kernel, from `guest/coverage`. @param directory absolute @throws ProvisionError as
 * `buildModules`
 */
export async function buildRecorder(
  directory: string,
  request: HelperRequest,
  context: ProvisionContext,
): Promise<CoverageRecorder> {
  const build = await buildHelper(directory, request, context);
  if (build.kind === 'failed') return { kind: 'none', reason: `the recorder did not build: ${build.reason}` };
  const { module, key } = build;
  return { kind: 'recorder', module, uses: { symbols: join(dirname(module), 'Module.symvers'), key } };
}

/**
 * Builds modules once more, so that they tell the recorder what runs. That build has its own place in the cache. A
 * warning that is an error was one in the plain build. A text: why it failed. @throws ProvisionError as
 * `buildModules`
 */
export async function buildCovered(
  request: ModuleRequest,
  uses: UsedModules,
  context: ProvisionContext,
): Promise<Built | string> {
  const { compiler, options, kernel } = request;
  const covered: ModuleRequest = {
    ...request,
    compiler: { ...compiler, flags: [...compiler.flags, ...coverageFlags(compiler, kernel.arch)] },
    options: { ...options, warningsAreErrors: false },
    uses,
  };
  const build = await buildModules(covered, context);
  return build.kind === 'built' ? build : `the modules did not build for coverage: ${firstErrorOf(build)}`;
}

/**
 * A call at the beginning of each block. No jump takes its place at a function's end. gcc neither moves code before
 * these calls, nor merges branches that do nothing but return an error: each has a counter, which nobody reads.
 */
function coverageFlags({ family }: ModuleCompiler, arch: ArchitectureName): readonly string[] {
  const common = ['-fsanitize-coverage=trace-pc', '-fno-optimize-sibling-calls', ...jumpsInCode(arch)];
  if (family !== 'gcc') return common;
  // On x86-64, gcc schedules only once.
  const once = arch === 'x86_64' ? [] : ['-fno-schedule-insns'];
  return [...common, ...once, '-fno-schedule-insns2', '-fprofile-arcs'];
}

/**
 * A table of jumps leads into code from elsewhere. On x86-64 its entries have relocations; others write distances that
 * are known to the compiler alone.
 */
function jumpsInCode(arch: ArchitectureName): readonly string[] {
  return arch === 'x86_64' ? [] : ['-fno-jump-tables'];
}
