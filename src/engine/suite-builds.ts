import type { CompilerSpec } from '../plan/compiler-spec.ts';
import type { PlanModels } from '../plan/model-buses.ts';
import type { KernelSpec, PlannedTest } from '../plan/plan.ts';
import { provideCompiler } from '../provision/compiler/provide-compiler.ts';
import { provideHeaders } from '../provision/kernel/headers.ts';
import { buildModules } from '../provision/modules/build-modules.ts';
import type { HelperSupply } from '../provision/modules/helper-build.ts';
import type { HelperRequest } from '../provision/modules/helper-build.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import { type KernelImage, type ModuleBuild, ProvisionError } from '../provision/provisioned.ts';
import type { Turns } from '../provision/side-by-side.ts';
import type { Suite } from '../suite/suite.ts';
import { asksForBoard, buildBoard } from './bus-supplies.ts';
import { buildCallHelper, type CallSupplies, provideCalls } from './call-supplies.ts';
import { coverageOfNone, type KernelCoverage, provideCoverage } from './coverage-supplies.ts';
import { asksForLedger, buildLedger, withoutLedger } from './ledger-supplies.ts';

/** What is built for one kernel. */
export interface SuiteSupplies {
  /** The result of building each suite's `info/modules` for this kernel. */
  readonly builds: ReadonlyMap<Suite, ModuleBuild>;
  /** Undefined: no call fails. */
  readonly calls?: CallSupplies | undefined;
  /** What the modules under test leave behind is seen by this; undefined: nobody asks. */
  readonly ledger?: HelperSupply | undefined;
  /** The driver of boards; undefined: no device is behind one. */
  readonly board?: HelperSupply | undefined;
  /** How the coverage of the suites' modules is measured; undefined: it is not wanted, or there are none. */
  readonly coverage?: KernelCoverage | undefined;
}

/** The directories of our own modules; undefined: it is not wanted. */
interface HelperSources {
  readonly calls: string | undefined;
  readonly ledger: string | undefined;
  readonly board: string | undefined;
  readonly coverage: string | undefined;
}

export interface KernelUse {
  readonly spec: KernelSpec;
  readonly kernel: KernelImage;
  readonly compiler: CompilerSpec;
  readonly tests: readonly PlannedTest[];
  /** Of the device models. */
  readonly models: PlanModels;
  readonly sources: HelperSources;
  readonly turns: Turns;
}

/** Those of one kernel one after the other: they share what is prepared for it. */
export async function buildForSuites(use: KernelUse, context: ProvisionContext): Promise<SuiteSupplies> {
  const { spec, kernel, compiler: chosen, tests, models, sources, turns } = use;
  const suites = [...new Set(tests.map(({ suite }) => suite))].filter((suite) => suite.moduleDirectories.length > 0);
  if (suites.length === 0) return await supplyNoBuilds(use, context);
  const headers = await provideHeaders(spec, kernel, context);
  const own = { headers, compiler: await provideCompiler(chosen, headers, context), kernel };
  const builds = await buildEach(suites, { ...own, turns }, context);
  const coverage =
    sources.coverage === undefined
      ? undefined
      : await turns(async () => await provideCoverage(builds, { sources: sources.coverage ?? '', ...own }, context));
  // Of the modules that run, which are others for coverage.
  const calls = await provideCalls(tests, {
    builds,
    headers,
    provideHelper: () => turns(() => buildCallHelper(sources.calls, own, context)),
  });
  for (const note of calls?.notes ?? []) context.progress({ kind: 'warning', message: `${kernel.spec}: ${note}` });
  const ledger = asksForLedger(tests) ? await turns(() => buildLedger(sources.ledger, own, context)) : undefined;
  const board = asksForBoard(tests, models) ? await turns(() => buildBoard(sources.board, own, context)) : undefined;
  return { builds, calls, ledger, board, coverage };
}

type BuildRequest = HelperRequest & Pick<KernelUse, 'turns'>;

async function buildEach(
  suites: readonly Suite[],
  { turns, ...own }: BuildRequest,
  context: ProvisionContext,
): Promise<Map<Suite, ModuleBuild>> {
  const builds = new Map<Suite, ModuleBuild>();
  for (const suite of suites) {
    const request = { directories: suite.moduleDirectories, options: suite.moduleBuild, ...own };
    builds.set(
      suite,
      await turns(async () => {
        // Another kernel may have failed while this one waited.
        context.signal.throwIfAborted();
        return await buildModules(request, context);
      }),
    );
  }
  return builds;
}

/** Suites without modules of their own may have those of the kernel watched, and devices behind a board. */
async function supplyNoBuilds(use: KernelUse, context: ProvisionContext): Promise<SuiteSupplies> {
  const { tests, kernel, models, sources } = use;
  const ledger =
    asksForLedger(tests) && sources.ledger !== undefined
      ? await helperAlone(use, context, (own) => buildLedger(sources.ledger, own, context))
      : undefined;
  const board = asksForBoard(tests, models)
    ? await helperAlone(use, context, (own) => buildBoard(sources.board, own, context))
    : undefined;
  return {
    builds: new Map<Suite, ModuleBuild>(),
    coverage: sources.coverage === undefined ? undefined : coverageOfNone(tests),
    ledger: ledger instanceof ProvisionError ? withoutLedger(kernel.spec, ledger.message, context) : ledger,
    board: board instanceof ProvisionError ? { kind: 'missing', reason: board.message } : board,
  };
}

/** Without headers or a compiler there is no helper. */
async function helperAlone(
  { spec, kernel, compiler: chosen, turns }: KernelUse,
  context: ProvisionContext,
  build: (own: HelperRequest) => Promise<HelperSupply>,
): Promise<HelperSupply | ProvisionError> {
  try {
    const headers = await provideHeaders(spec, kernel, context);
    const compiler = await provideCompiler(chosen, headers, context);
    return await turns(() => build({ headers, compiler, kernel }));
  } catch (error) {
    if (error instanceof ProvisionError) return error;
    throw error;
  }
}
