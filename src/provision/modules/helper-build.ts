import type { ProvisionContext } from '../provision-context.ts';
import type { ModuleBuild } from '../provisioned.ts';
import { buildModules } from './build-modules.ts';
import type { ModuleRequest } from './build-sources.ts';
import { compilerWords } from './compiler-messages.ts';

/** A helper for the machines of one kernel; or why this kernel cannot have it. */
export type HelperSupply =
  | { readonly kind: 'ready'; readonly path: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** A module of ours, built for one kernel; or why this kernel cannot have it. */
export type HelperBuild =
  | { readonly kind: 'built'; readonly module: string; readonly key: string }
  | { readonly kind: 'failed'; readonly reason: string };

type FailedBuild = Extract<ModuleBuild, { kind: 'failed' }>;

export type HelperRequest = Pick<ModuleRequest, 'headers' | 'compiler' | 'kernel'>;

/**
 * Builds the module in a directory of `guest` like a module of a suite: once for each kernel and compiler. @param
 * directory absolute @throws ProvisionError as `buildModules`
 */
export async function buildHelper(
  directory: string,
  request: HelperRequest,
  context: ProvisionContext,
): Promise<HelperBuild> {
  const options = { variables: new Map(), prepare: undefined, warningsAreErrors: false };
  const build = await buildModules({ ...request, directories: [directory], options }, context);
  if (build.kind === 'failed') return { kind: 'failed', reason: whyNot(build) };
  const [module] = build.modules;
  return module === undefined
    ? { kind: 'failed', reason: 'it has no module' }
    : { kind: 'built', module, key: build.key };
}

/** Why a helper did not build: what its source says of the kernel (`#error`), or the first error. */
function whyNot(build: FailedBuild): string {
  return /#error "([^"\n]{1,200})"/.exec(build.output)?.[1] ?? firstErrorOf(build);
}

/** The compiler's first error; without one, the last line of the build. */
export function firstErrorOf({ said, output }: FailedBuild): string {
  const first = said.messages.find(({ severity }) => severity === 'error');
  return first === undefined ? (output.trimEnd().split('\n').at(-1) ?? '').slice(0, 300) : compilerWords(first);
}
