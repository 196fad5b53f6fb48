import type { ModuleCalls } from '../calls/machine-calls.ts';
import { asksForCalls } from '../plan/call-helper.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { buildModules } from '../provision/modules/build-modules.ts';
import type { ModuleRequest } from '../provision/modules/build-sources.ts';
import { compilerWords } from '../provision/modules/compiler-messages.ts';
import { moduleName } from '../provision/modules/module-closure.ts';
import { moduleImports } from '../provision/modules/module-imports.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { ModuleBuild } from '../provision/provisioned.ts';
import type { Suite } from '../suite/suite.ts';

/** The module that makes calls fail, built for one kernel; or why this kernel cannot have it. */
export type CallHelper =
  | { readonly kind: 'ready'; readonly path: string }
  | { readonly kind: 'missing'; readonly reason: string };

/** What calls that fail need in a cell. */
export interface CallSupplies {
  readonly helper: CallHelper;
  /** What the modules of each suite call. */
  readonly modules: ReadonlyMap<Suite, readonly ModuleCalls[]>;
}

/** Undefined: no test of the kernel asks for calls that fail. */
export async function provideCalls(
  tests: readonly PlannedTest[],
  builds: ReadonlyMap<Suite, ModuleBuild>,
  provideHelper: () => Promise<CallHelper>,
): Promise<CallSupplies | undefined> {
  const asking = new Set(tests.filter(({ suite, test }) => asksForCalls(suite, test)).map(({ suite }) => suite));
  if (asking.size === 0) return undefined;
  const modules = new Map<Suite, readonly ModuleCalls[]>();
  for (const suite of asking) {
    const build = builds.get(suite);
    if (build?.kind === 'built') modules.set(suite, build.modules.map(callsOf));
  }
  // A test without its modules does not run anyway.
  if (modules.size === 0) return undefined;
  return { helper: await provideHelper(), modules };
}

function callsOf(path: string): ModuleCalls {
  return { name: moduleName(path), imports: moduleImports(path) };
}

/** Builds the helper like a module of a suite: once for each kernel and compiler. The reason is told once. */
export async function buildCallHelper(
  sources: string | undefined,
  request: Pick<ModuleRequest, 'headers' | 'compiler' | 'kernel'>,
  context: ProvisionContext,
): Promise<CallHelper> {
  if (sources === undefined) return { kind: 'missing', reason: 'this installation does not have its sources' };
  const options = { variables: new Map(), prepare: undefined, warningsAreErrors: false };
  const build = await buildModules({ ...request, directories: [sources], options }, context);
  const [path] = build.kind === 'built' ? build.modules : [];
  if (path !== undefined) return { kind: 'ready', path };
  const reason = build.kind === 'failed' ? whyNot(build) : 'it has no module';
  context.progress({ kind: 'warning', message: `${request.kernel.spec}: no call can be made to fail: ${reason}` });
  return { kind: 'missing', reason };
}

function whyNot({ said, output }: Extract<ModuleBuild, { kind: 'failed' }>): string {
  const first = said.messages.find(({ severity }) => severity === 'error');
  const [, own] = /#error "([^"\n]{1,200})"/.exec(output) ?? [];
  return own ?? (first === undefined ? 'its helper does not build' : compilerWords(first));
}
