import { loadSuites } from '../../src/app/load-suites.ts';
import { buildPlan } from '../../src/plan/build-plan.ts';
import type { KernelSpec, Plan } from '../../src/plan/plan.ts';

/** The kernel of all machines in the benchmark. */
export const kernel: KernelSpec = {
  kind: 'distribution',
  text: 'debian:6.1',
  distribution: 'debian',
  series: '6.1',
  flavour: 'generic',
  arch: 'x86_64',
};

/** The plan of one suite, as `run --kernel debian:6.1` would make it. */
export function planOf(suiteDirectory: string): Plan {
  const loaded = loadSuites([suiteDirectory], suiteDirectory);
  if (loaded.kind === 'problems')
    throw new Error(`the suite of the benchmark is broken: ${JSON.stringify(loaded.problems)}`);
  const built = buildPlan({
    suites: loaded.suites,
    kernels: [kernel],
    defaultKernel: kernel,
    smokeKernels: [],
    machines: [],
    qemu: undefined,
    diskImage: undefined,
    named: [],
    tests: [],
    tags: [],
    timeoutMs: undefined,
    bootTimeoutMs: undefined,
  });
  if (built.kind === 'problems')
    throw new Error(`the suite of the benchmark cannot be planned: ${JSON.stringify(built.problems)}`);
  return built.plan;
}
