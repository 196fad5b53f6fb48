import type { ArchitectureName } from '../architecture/architecture.ts';
import { usualArchitecture } from '../architecture/architectures.ts';
import type { Suite } from '../suite/suite.ts';
import { cellIdentity, cellIds } from './cell-id.ts';
import type { Cell, DiskSpec, KernelSpec, MachineShape, Plan, PlannedTest, QemuSpec } from './plan.ts';
import { memoryOfFlavours } from './kernel-flavours.ts';
import type { PlanProblem } from './plan-problem.ts';
import { defaultQemu } from './qemu-spec.ts';
import { type SelectedTest, type Selection, selectTests } from './select-tests.ts';
import { parseSuiteSpecs } from './suite-specs.ts';

/** A request for a plan. An option that is absent (empty, undefined) is left to the suites, then to the defaults. */
export interface PlanRequest extends Selection {
  readonly suites: readonly Suite[];
  readonly kernels: readonly KernelSpec[];
  /** Used when neither the option nor the suite names one. */
  readonly defaultKernel: KernelSpec;
  /** The kernels of the suite of `smoke`, when the option names none. */
  readonly smokeKernels: readonly KernelSpec[];
  /** The architecture of a kernel's file, which the header says; absent: no file is looked at. */
  readonly architectureOfFile?: (path: string) => ArchitectureName | undefined;
  readonly machines: readonly MachineShape[];
  readonly qemu: QemuSpec | undefined;
  readonly diskImage: DiskSpec | undefined;
  /** Replaces every test's own timeout. */
  readonly timeoutMs: number | undefined;
  /** Replaces every suite's own limit of a boot. */
  readonly bootTimeoutMs: number | undefined;
}

const defaultMachine: MachineShape = { name: 'default', args: ['-m', '256M', '-smp', '1'] };

export type PlanBuild =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'problems'; readonly problems: readonly PlanProblem[] };

/**
 * Every selected test in every cell of its suite, ordered by cell, suite and name. A suite's cells are kernels ×
 * machines; its `info/kernel` and `info/qemu` count when the option is absent.
 */
export function buildPlan(request: PlanRequest): PlanBuild {
  const cellsOf = cellsBySuite(request);
  const selected = selectTests(request.suites, request);
  const problems = [
    ...suiteProblems(request.suites),
    ...imageProblems(request),
    ...machineProblems(request.machines),
    ...selected.problems,
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  const allCells = [...new Set([...cellsOf.values()].flat())];
  const tests = allCells.flatMap((cell) =>
    selected.tests
      .filter(({ suite }) => cellsOf.get(suite)?.includes(cell))
      .map((test) => plannedTest(test, cell, request)),
  );
  const cells = allCells.filter((cell) => tests.some((test) => test.cell === cell));
  return { kind: 'plan', plan: { cells, tests } };
}

/**
 * Suites that ask for the same cell share it. Ids are made before tests are selected, so that --test does not change
 * them.
 */
function cellsBySuite(request: PlanRequest): ReadonlyMap<Suite, readonly Cell[]> {
  const unnamed = new Map<string, Omit<Cell, 'id'>>();
  const identities = new Map<Suite, readonly string[]>();
  for (const suite of request.suites) {
    const wanted = cellsOfSuite(suite, request);
    identities.set(suite, [...new Set(wanted.map(cellIdentity))]);
    for (const cell of wanted) if (!unnamed.has(cellIdentity(cell))) unnamed.set(cellIdentity(cell), cell);
  }
  const ids = cellIds([...unnamed.values()]);
  const named = new Map(
    [...unnamed].map(([identity, cell], index): [string, Cell] => [identity, { id: ids[index] ?? '', ...cell }]),
  );
  return new Map([...identities].map(([suite, own]) => [suite, own.flatMap((identity) => named.get(identity) ?? [])]));
}

function cellsOfSuite(suite: Suite, request: PlanRequest): readonly Omit<Cell, 'id'>[] {
  const specs = parseSuiteSpecs(suite);
  const own = suite.smokeOf === undefined ? [specs.kernel ?? request.defaultKernel] : request.smokeKernels;
  const kernels = request.kernels.length > 0 ? request.kernels : own;
  const isOurChoice = request.machines.length === 0;
  const machines = isOurChoice ? [defaultMachine] : request.machines;
  const qemu = request.qemu ?? specs.qemu ?? defaultQemu;
  return kernels.flatMap((kernel) =>
    machines.map((machine) => ({
      kernel,
      machine: withMemoryFor(kernel, machine, isOurChoice),
      qemu,
      arch: architectureOfSpec(kernel, request),
    })),
  );
}

/** A file that cannot be read is refused later, with its reason. */
function architectureOfSpec(kernel: KernelSpec, { architectureOfFile }: PlanRequest): ArchitectureName {
  switch (kernel.kind) {
    case 'distribution':
      return kernel.arch;
    case 'path':
      return architectureOfFile?.(kernel.image) ?? usualArchitecture;
    case 'packages':
    case 'image':
    case 'container':
    case 'source':
      return usualArchitecture;
  }
}

/**
 * A machine with the memory that the kernel needs, if the user said nothing about memory. The same words in a suite or
 * a test come later and win.
 */
function withMemoryFor(kernel: KernelSpec, { name, args }: MachineShape, isOurChoice: boolean): MachineShape {
  const needed = kernel.kind === 'source' ? memoryOfFlavours(kernel.flavours) : undefined;
  if (needed === undefined) return { name, args };
  if (isOurChoice) return { name, args: args.map((arg, index) => (args[index - 1] === '-m' ? `${needed}M` : arg)) };
  return args.some((arg) => /^--?m$/.test(arg)) ? { name, args } : { name, args: ['-m', `${needed}M`, ...args] };
}

function plannedTest({ id, suite, test }: SelectedTest, cell: Cell, request: PlanRequest): PlannedTest {
  return {
    id,
    cell,
    suite,
    test,
    timeoutMs: request.timeoutMs ?? test.timeoutMs,
    bootTimeoutMs: request.bootTimeoutMs ?? suite.bootTimeoutMs,
    // The suite of `smoke` uses the programs of the built-in root.
    diskImage: suite.smokeOf === undefined ? (request.diskImage ?? parseSuiteSpecs(suite).diskImage) : undefined,
    ...(suite.imageInit === undefined ? {} : { imageInit: suite.imageInit }),
  };
}

function suiteProblems(suites: readonly Suite[]): readonly PlanProblem[] {
  if (suites.length === 0)
    return [
      { message: 'expected at least one suite, found none', hint: 'Give the path of a suite, for example: run tests/' },
    ];
  const byName = new Map<string, Suite>();
  return suites.flatMap((suite) => {
    const other = byName.get(suite.name.toLowerCase());
    byName.set(suite.name.toLowerCase(), suite);
    const ownProblems = parseSuiteSpecs(suite).problems.map(({ file, message, hint }) => ({
      message: `${file}: ${message}`,
      hint,
    }));
    return other === undefined ? ownProblems : [...ownProblems, wordSameName(suite, other)];
  });
}

function wordSameName(suite: Suite, other: Suite): PlanProblem {
  if (suite.directory === other.directory)
    return { message: `the suite ${suite.directory} is given twice`, hint: 'Name it once.' };
  return {
    message: `two suites are called ${suite.name}: ${other.directory} and ${suite.directory}`,
    hint: 'Rename one, or run them separately: results are stored under the name of the suite.',
  };
}

function imageProblems({ suites, diskImage }: PlanRequest): readonly PlanProblem[] {
  if (diskImage !== undefined) return [];
  return suites
    .filter((suite) => suite.imageInit !== undefined && suite.diskImage === undefined)
    .map(({ name }) => ({
      message: `${name}: info/init says that the disk image starts by itself, and there is no disk image`,
      hint: 'Name one in info/disk-image, or with --disk-image.',
    }));
}

function machineProblems(machines: readonly MachineShape[]): readonly PlanProblem[] {
  return machines.flatMap(({ name, args }, index) => {
    const other = machines.slice(0, index).find((earlier) => earlier.name.toLowerCase() === name.toLowerCase());
    if (other === undefined || (other.name === name && JSON.stringify(other.args) === JSON.stringify(args))) return [];
    return [
      {
        message: `two machines are called ${name}: their arguments are different`,
        hint: 'Give each --machine a name of its own.',
      },
    ];
  });
}
