import type { Plan, KernelSpec, PlannedTest } from '../plan/plan.ts';
import type { CompilerSpec } from '../plan/compiler-spec.ts';
import { busModules, type PlanModels } from '../plan/model-buses.ts';
import { type BootArchive, provideBootArchive } from '../provision/initramfs/boot-archive.ts';
import { guestFilesFor } from '../provision/initramfs/guest-files.ts';
import { provideKernel } from '../provision/kernel/kernel.ts';
import { lackingConfig, mergedWishes } from '../provision/kernel/lacking-config.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import type { Turns } from '../provision/side-by-side.ts';
import type { Busybox } from '../provision/tools.ts';
import type { ConfigWish } from '../suite/config-line.ts';
import type { Suite } from '../suite/suite.ts';
import { laterModules } from './bus-supplies.ts';
import { hearsOfDevices } from './kernel-hot-plug.ts';
import { buildForSuites, type SuiteSupplies } from './suite-builds.ts';

/** A kernel, and what was built for it. */
export interface KernelSupplies extends SuiteSupplies {
  readonly kernel: KernelImage;
  /** Whether it hears of a device that is plugged in; absent: it does. */
  readonly announces?: boolean;
  /** The suites whose `info/kernel-config` this kernel does not meet, each with what it lacks. */
  readonly unmetConfigs: ReadonlyMap<Suite, string>;
}

/** What is to be provided for each kernel. */
export interface KernelRequest {
  readonly plan: Plan;
  /** What builds the modules. */
  readonly compiler: CompilerSpec;
  /** With the agent for each architecture. */
  readonly guestFiles: ReadonlyMap<string, Uint8Array>;
  /** What the device models are; absent: there are none. */
  readonly models?: PlanModels;
  /** The directory of the module that makes calls fail; absent: none can. */
  readonly callHelperSources?: string;
  /** The directory of the module that keeps the ledger; absent: no machine has it. */
  readonly ledgerSources?: string;
  /** The directory of the module that drives boards; absent: no test has a device behind one. */
  readonly boardSources?: string;
  /** Absolute path of the sources of the module that records coverage; absent: it is not wanted. */
  readonly coverageSources?: string | undefined;
}

/** The kernel with the modules of the plan's suites, and our helpers for it. @throws ProvisionError */
export async function supplyKernel(
  spec: KernelSpec,
  { plan, compiler, models = {}, callHelperSources, ledgerSources, boardSources, coverageSources }: KernelRequest,
  turns: Turns,
  context: ProvisionContext,
): Promise<KernelSupplies> {
  const kernel = await provideKernel(spec, context, wishesFor(spec, plan));
  const tests = testsOn(spec, plan);
  const sources = {
    calls: callHelperSources,
    ledger: ledgerSources,
    board: boardSources,
    coverage: coverageSources,
  };
  const use = { spec, kernel, compiler, tests, models, sources, turns };
  return {
    kernel,
    announces: hearsOfDevices(kernel),
    ...(await buildForSuites(use, context)),
    unmetConfigs: unmetConfigs(kernel, tests, context),
  };
}

interface ArchiveParts extends Pick<KernelSupplies, 'kernel' | 'builds' | 'calls' | 'ledger' | 'board' | 'coverage'> {
  readonly spec: KernelSpec;
  readonly busybox: Busybox;
}

/** What its machines boot from. @throws ProvisionError */
export async function archiveFor(
  { spec, busybox, kernel, builds, calls, ledger, board, coverage }: ArchiveParts,
  { plan, guestFiles, models: { buses = new Map(), trees } = {} }: KernelRequest,
  context: ProvisionContext,
): Promise<BootArchive> {
  const tests = testsOn(spec, plan);
  const builtModules = [...builds.values()].flatMap((build) => (build.kind === 'built' ? build.modules : []));
  const withDisk = tests.some(({ diskImage }) => diskImage !== undefined);
  const kernelModules = [...new Set(tests.flatMap(({ suite }) => suite.kernelModules))];
  const forBuses = [
    ...new Set(tests.flatMap((planned) => [...busModules(planned, buses), ...laterModules(planned, trees)])),
  ];
  return await provideBootArchive(
    {
      ...{
        kernel,
        busybox,
        guestFiles: guestFilesFor(kernel.arch, guestFiles),
        builtModules,
        kernelModules,
        busModules: forBuses,
        withDisk,
      },
      helpers: [calls?.helper, ledger, board].flatMap((helper) => (helper?.kind === 'ready' ? [helper.path] : [])),
      recorder: coverage?.recorder,
    },
    context,
  );
}

function testsOn(spec: KernelSpec, { tests }: Plan): readonly PlannedTest[] {
  return tests.filter(({ cell }) => cell.kernel.text === spec.text);
}

/** A kernel that we build gets what all suites of the plan need that run on it. */
function wishesFor(spec: KernelSpec, plan: Plan): readonly ConfigWish[] {
  const suites = new Set(testsOn(spec, plan).map(({ suite }) => suite));
  return mergedWishes([...suites].map(({ kernelConfig }) => kernelConfig));
}

/** A kernel of others is what it is. */
function unmetConfigs(
  kernel: KernelImage,
  tests: readonly PlannedTest[],
  { progress }: ProvisionContext,
): ReadonlyMap<Suite, string> {
  const unmet = new Map<Suite, string>();
  for (const suite of new Set(tests.map((test) => test.suite))) {
    const lacking = lackingConfig(kernel, suite.kernelConfig);
    if (lacking.kind === 'unknown')
      progress({ kind: 'warning', message: `${kernel.spec}: info/kernel-config of ${suite.name} ${lacking.reason}` });
    else if (lacking.words !== undefined) unmet.set(suite, lacking.words);
  }
  return unmet;
}
