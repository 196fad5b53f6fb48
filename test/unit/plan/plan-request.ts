import { posix } from 'node:path';
import { buildPlan, type PlanRequest } from '../../../src/plan/build-plan.ts';
import { parseDiskSpec } from '../../../src/plan/disk-spec.ts';
import type { DiskSpec, KernelSpec, MachineShape, Plan, QemuSpec } from '../../../src/plan/plan.ts';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { parseMachineOption } from '../../../src/plan/parse-machine-option.ts';
import { formatPlanProblem, type SpecParse } from '../../../src/plan/plan-problem.ts';
import { parseQemuSpec } from '../../../src/plan/qemu-spec.ts';
import type { ModuleBuildOptions, Suite, SuiteTest } from '../../../src/suite/suite.ts';

export const kernel = (text: string): KernelSpec => specOf(parseKernelSpec(text, '/work'));
export const disk = (text: string): DiskSpec => specOf(parseDiskSpec(text, '/work'));
export const qemu = (text: string): QemuSpec => specOf(parseQemuSpec(text, '/work'));
export const machine = (text: string): MachineShape => specOf(parseMachineOption(text));

/** No variables, no preparation, and warnings are only told. */
export const plainBuild: ModuleBuildOptions = { variables: new Map(), prepare: undefined, warningsAreErrors: false };

/** A suite of tests that have nothing but names. */
export function suite(directory: string, tests: readonly string[], changes: Partial<Suite> = {}): Suite {
  return {
    name: posix.basename(directory),
    directory,
    description: '',
    kernel: undefined,
    qemu: undefined,
    diskImage: undefined,
    qemuArgs: [],
    bootTimeoutMs: undefined,
    moduleDirectories: [],
    moduleBuild: plainBuild,
    kernelModules: [],
    kernelConfig: [],
    libDirectory: undefined,
    tags: [],
    linked: [],
    devices: [],
    expectConsole: [],
    setup: undefined,
    teardown: undefined,
    tests: tests.map((name) => suiteTest(directory, name)),
    ...changes,
  };
}

export function suiteTest(directory: string, name: string, changes: Partial<SuiteTest> = {}): SuiteTest {
  return {
    name,
    directory: `${directory}/${name}`,
    description: '',
    qemuArgs: [],
    timeoutMs: 60_000,
    expectation: { kind: 'pass' },
    devices: [],
    faults: [],
    expectConsole: [],
    start: 'auto',
    afterBug: 'end',
    shutdown: 'skip',
    setup: undefined,
    run: `${directory}/${name}/run`,
    teardown: undefined,
    dataDirectory: undefined,
    row: undefined,
    tags: [],
    linked: [],
    ...changes,
  };
}

/** What `run` asks for when it is given suites and no options, but for `changes`. */
export function request(suites: readonly Suite[], changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    suites,
    kernels: [],
    defaultKernel: kernel('debian:6.12'),
    smokeKernels: [],
    machines: [],
    qemu: undefined,
    diskImage: undefined,
    named: [],
    tests: [],
    tags: [],
    timeoutMs: undefined,
    bootTimeoutMs: undefined,
    ...changes,
  };
}

export function planOf(suites: readonly Suite[], changes?: Partial<PlanRequest>): Plan {
  const build = buildPlan(request(suites, changes));
  if (build.kind === 'plan') return build.plan;
  throw new Error(build.problems.map(formatPlanProblem).join('\n'));
}

export function planProblemsOf(suites: readonly Suite[], changes?: Partial<PlanRequest>): readonly string[] {
  const build = buildPlan(request(suites, changes));
  return build.kind === 'plan' ? [] : build.problems.map(formatPlanProblem);
}

/** `cell: suite/test`, in order. */
export function testsOf(plan: Plan): readonly string[] {
  return plan.tests.map(({ cell, id }) => `${cell.id}: ${id}`);
}

function specOf<Spec>(parse: SpecParse<Spec>): Spec {
  if (parse.kind === 'spec') return parse.spec;
  throw new Error(formatPlanProblem(parse.problem));
}
