import { isAbsolute, join, relative } from 'node:path';
import { bounds, stepsInside } from '../bounds/bounds.ts';
import { linesOf, readCoverageMemory, reachedPoints } from '../coverage/coverage-memory.ts';
import { type CoveredModule, readCoveredModule } from '../coverage/covered-module.ts';
import { plainFunction } from '../coverage/function-points.ts';
import type { CodeUnderTest } from '../diagnose/source/code-place.ts';
import { readWholeFile } from '../host/files/file-facts.ts';
import type { HelperRequest } from '../provision/modules/helper-build.ts';
import { buildCovered, buildRecorder, type CoverageRecorder } from '../provision/modules/coverage-build.ts';
import { moduleName } from '../provision/modules/module-closure.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { ModuleBuild } from '../provision/provisioned.ts';
import { formatLines } from '../results/coverage/line-ranges.ts';
import type { CoverageReader } from '../run/evidence/coverage-evidence.ts';
import type { FileLines } from '../run/evidence/covered-lines.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { Suite } from '../suite/suite.ts';
import { codeUnderTest } from './code-under-test.ts';

type Built = Extract<ModuleBuild, { kind: 'built' }>;

/** How the coverage of a suite's modules is measured in a cell, or why it is not. */
export type SuiteCoverage =
  | {
      readonly kind: 'measured';
      /** The lines that can be covered, by file. */
      readonly files: readonly FileLines[];
      /** Absolute path of the directory that the files are relative to. */
      readonly root: string;
      readonly read: CoverageReader;
      /** The lines of functions, with those of what was inlined into them. */
      readonly linesOf: (functions: readonly CodeFunction[]) => readonly FileLines[];
    }
  | { readonly kind: 'none'; readonly reason: string };

/** A function of a module under test. */
export interface CodeFunction {
  readonly module: string;
  /** As the kernel names it. */
  readonly name: string;
}

/** The coverage of the suites of one kernel. */
export interface KernelCoverage {
  /** Path of the module that records what runs; undefined: this kernel has none. */
  readonly recorder: string | undefined;
  readonly suites: ReadonlyMap<Suite, SuiteCoverage>;
}

export type CoverageRequest = HelperRequest & {
  /** Absolute path of the sources of the recorder. */
  readonly sources: string;
};

/**
 * Builds the modules of suites a second time, for coverage, and puts them in place of the plain ones in `builds`. A
 * kernel or suite for which that cannot be done keeps the plain ones: its tests run all the same.
 */
export async function provideCoverage(
  builds: Map<Suite, ModuleBuild>,
  request: CoverageRequest,
  context: ProvisionContext,
): Promise<KernelCoverage> {
  const recorder = await buildRecorder(request.sources, request, context);
  const suites = new Map<Suite, SuiteCoverage>();
  for (const [suite, plain] of builds) {
    if (plain.kind === 'failed') continue;
    const covered = await coverSuite(suite, plain, { recorder, request, context });
    if (covered.build !== undefined) builds.set(suite, covered.build);
    suites.set(suite, covered.coverage);
    if (covered.coverage.kind === 'none')
      context.progress({
        kind: 'warning',
        message: `No coverage of ${suite.name} with ${request.kernel.spec}: ${covered.coverage.reason}`,
      });
  }
  return { recorder: recorder.kind === 'recorder' ? recorder.module : undefined, suites };
}

/** Of suites that build no modules. */
export function coverageOfNone(tests: readonly PlannedTest[]): KernelCoverage {
  const reason = 'it builds no modules: info/modules names none';
  return { recorder: undefined, suites: new Map(tests.map(({ suite }) => [suite, { kind: 'none', reason }])) };
}

interface Covering {
  readonly recorder: CoverageRecorder;
  readonly request: CoverageRequest;
  readonly context: ProvisionContext;
}

interface CoveredSuite {
  readonly coverage: SuiteCoverage;
  /** Absent: the plain one stays. */
  readonly build?: Built;
}

async function coverSuite(
  { moduleDirectories, moduleBuild, directory }: Suite,
  plain: Built,
  { recorder, request, context }: Covering,
): Promise<CoveredSuite> {
  if (recorder.kind === 'none') return { coverage: recorder };
  const { headers, compiler, kernel } = request;
  const wanted = { directories: moduleDirectories, options: moduleBuild, headers, compiler, kernel };
  const build = await buildCovered(wanted, recorder.uses, context);
  if (typeof build === 'string') return { coverage: { kind: 'none', reason: build } };
  const coverage = coverageOf(build, codeUnderTest(moduleDirectories, directory));
  if (coverage.kind === 'none') return { coverage };
  // What the compiler said is that of the plain build.
  const { said, log, cached, durationMs } = plain;
  return { coverage, build: { ...build, said, log, cached, durationMs } };
}

function coverageOf({ debugModules }: Built, code: CodeUnderTest): SuiteCoverage {
  const read = debugModules.map((path) => readCoveredModule(moduleName(path), readWholeFile(path)));
  const modules = read.filter((module) => typeof module !== 'string');
  const [reason = 'there is no module'] = read.filter((module) => typeof module === 'string');
  if (modules.length === 0) return { kind: 'none', reason };
  const files = projectFiles(modules, code);
  const coverable = modules.map(({ lines }) => new Map([...lines].map(([file, all]) => [file, [...all.keys()]])));
  return {
    kind: 'measured',
    files: fileLines(coverable, files),
    root: code.root,
    linesOf: (functions) => {
      const ran = modules.map((module) => linesOf(module, pointsIn(module, functions)));
      return fileLines(ran, files);
    },
    read: (memory) => {
      const recorded = readCoverageMemory(memory);
      if (recorded === undefined) return { kind: 'lost', reason: 'the guest overwrote what it had recorded' };
      const ran = modules.map((module) => linesOf(module, reachedPoints(module, recorded)));
      return { kind: 'read', files: fileLines(ran, files) };
    },
  };
}

function pointsIn({ name: module, functions: known }: CoveredModule, wanted: readonly CodeFunction[]): Set<number> {
  const own = wanted.filter((one) => one.module === module);
  return new Set(own.flatMap(({ name }) => [...(known.get(plainFunction(name)) ?? [])]));
}

/** By the name that the compiler gave it, each file of the project, as results name it. The kernel's are left out. */
function projectFiles(modules: readonly CoveredModule[], code: CodeUnderTest): ReadonlyMap<string, string> {
  const names = new Set(modules.flatMap(({ lines }) => [...lines.keys()]));
  const files = new Map<string, string>();
  for (const name of names) {
    if (isAbsolute(name)) continue;
    const file = relative(code.root, join(code.base, name));
    if (stepsInside(file) !== undefined && code.hasFile(file)) files.set(name, file);
  }
  return files;
}

/** Several modules may have code of one file. */
function fileLines(
  parts: readonly ReadonlyMap<string, readonly number[]>[],
  files: ReadonlyMap<string, string>,
): readonly FileLines[] {
  const found = new Map<string, Set<number>>();
  for (const [name, lines] of parts.flatMap((part) => [...part])) {
    const file = files.get(name);
    if (file === undefined) continue;
    const all = found.get(file) ?? new Set();
    found.set(file, all);
    for (const line of lines) all.add(line);
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, bounds.coverage.files)
    .map(([file, lines]) => ({ file, lines: formatLines(lines) }));
}
