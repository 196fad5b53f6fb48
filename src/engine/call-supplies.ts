import type { ModuleCalls } from '../calls/machine-calls.ts';
import { asksForCalls } from '../plan/call-helper.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { buildHelper, type HelperRequest, type HelperSupply } from '../provision/modules/helper-build.ts';
import { moduleName } from '../provision/modules/module-closure.ts';
import { moduleImports } from '../provision/modules/module-imports.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { KernelHeaders, ModuleBuild } from '../provision/provisioned.ts';
import type { Suite } from '../suite/suite.ts';
import { callNotes, exportedSymbols } from './call-notes.ts';

/** What calls that fail need in a cell. */
export interface CallSupplies {
  readonly helper: HelperSupply;
  /** What the modules of each suite call. */
  readonly modules: ReadonlyMap<Suite, readonly ModuleCalls[]>;
  /** What the suites ask for and this kernel's modules do not call. */
  readonly notes: readonly string[];
}

/** A kernel whose modules have been built. */
export interface CallKernel {
  readonly builds: ReadonlyMap<Suite, ModuleBuild>;
  readonly headers: Pick<KernelHeaders, 'makeArgs'>;
  readonly provideHelper: () => Promise<HelperSupply>;
}

/** Undefined: no test of the kernel asks for calls that fail. */
export async function provideCalls(
  tests: readonly PlannedTest[],
  { builds, headers, provideHelper }: CallKernel,
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
  return { helper: await provideHelper(), modules, notes: notesOn(tests, modules, headers) };
}

function notesOn(
  tests: readonly PlannedTest[],
  all: ReadonlyMap<Suite, readonly ModuleCalls[]>,
  headers: Pick<KernelHeaders, 'makeArgs'>,
): readonly string[] {
  const namesFunctions = [...all.keys()].some(({ failable = [] }) => failable.length > 0);
  const kernelSymbols = namesFunctions ? exportedSymbols(headers) : undefined;
  return [...all].flatMap(([suite, modules]) => {
    const own = tests.filter((test) => test.suite === suite);
    const faults = own.flatMap(({ test }) => test.faults);
    return callNotes({ suite, faults, modules, kernelSymbols });
  });
}

function callsOf(path: string): ModuleCalls {
  return { name: moduleName(path), imports: moduleImports(path) };
}

/** Builds the helper. Why a kernel cannot have it is told once. */
export async function buildCallHelper(
  sources: string | undefined,
  request: HelperRequest,
  context: ProvisionContext,
): Promise<HelperSupply> {
  if (sources === undefined) return { kind: 'missing', reason: 'this installation does not have its sources' };
  const build = await buildHelper(sources, request, context);
  return build.kind === 'built' ? { kind: 'ready', path: build.module } : withoutCalls(request, build.reason, context);
}

function withoutCalls({ kernel }: HelperRequest, reason: string, { progress }: ProvisionContext): HelperSupply {
  progress({ kind: 'warning', message: `${kernel.spec}: no call can be made to fail: ${reason}` });
  return { kind: 'missing', reason };
}
