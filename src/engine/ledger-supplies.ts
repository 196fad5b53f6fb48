import { architectureOf } from '../architecture/architectures.ts';
import type { PlannedTest } from '../plan/plan.ts';
import { ledgerHelper, wantsLedger } from '../plan/ledger.ts';
import { buildHelper, type HelperRequest, type HelperSupply } from '../provision/modules/helper-build.ts';
import { moduleName } from '../provision/modules/module-closure.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { TestJob } from '../run/agent/test-job.ts';
import type { ModuleBuild } from '../provision/provisioned.ts';
import type { Suite } from '../suite/suite.ts';

/** Of a cell's supplies. */
interface Supplied {
  readonly ledger?: HelperSupply | undefined;
  readonly builds: ReadonlyMap<Suite, ModuleBuild>;
}

export function asksForLedger(tests: readonly PlannedTest[]): boolean {
  return tests.some(({ suite }) => wantsLedger(suite));
}

/** Builds the helper. That a kernel cannot have it is told once, and is no error. */
export async function buildLedger(
  sources: string | undefined,
  request: HelperRequest,
  context: ProvisionContext,
): Promise<HelperSupply> {
  if (sources === undefined) return { kind: 'missing', reason: 'nobody asked for it' };
  const { noLedger } = architectureOf(request.kernel.arch).guest;
  if (noLedger !== undefined) return withoutLedger(request.kernel.spec, noLedger, context);
  const build = await buildHelper(sources, request, context);
  if (build.kind === 'built') return { kind: 'ready', path: build.module };
  return withoutLedger(request.kernel.spec, build.reason, context);
}

export function withoutLedger(kernel: string, reason: string, { progress }: ProvisionContext): HelperSupply {
  progress({ kind: 'warning', message: `${kernel}: nobody sees what a driver leaves behind: ${reason}` });
  return { kind: 'missing', reason };
}

/** What the ledger of a test's machine watches; empty: it has none. */
export function ledgerOf({ suite }: PlannedTest, { ledger, builds }: Supplied): Pick<TestJob, 'ledger'> {
  if (ledger?.kind !== 'ready' || !wantsLedger(suite)) return {};
  const build = builds.get(suite);
  const built = build?.kind === 'built' ? build.modules.map((path) => moduleName(path)) : [];
  return { ledger: [...new Set([...built, ...(suite.leaks?.watched ?? [])])] };
}

/** Without the ledger where the kernel cannot have it. */
export function presentModules(modules: readonly string[], { ledger }: Pick<Supplied, 'ledger'>): readonly string[] {
  return ledger?.kind === 'ready' ? modules : modules.filter((name) => name !== ledgerHelper);
}
