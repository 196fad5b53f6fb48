import { basename, dirname, join } from 'node:path';
import type { Finding } from '../diagnose/finding.ts';
import {
  type CodePlace,
  type CodeUnderTest,
  type FramesOf,
  fileUnderTest,
  inProject,
  placeKey,
  placesIn,
  type SourceFrame,
} from '../diagnose/source/code-place.ts';
import { locateFinding, placesOf } from '../diagnose/source/locate-finding.ts';
import type { RunListener } from '../event/event.ts';
import { filesBelow, kindOfFile } from '../host/files/file-facts.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import { moduleName } from '../provision/modules/module-closure.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import { kernelIdentity } from '../symbols/kernel-identity.ts';
import { type DebugReader, findDebugReader, ReaderFailed } from '../symbols/run-reader.ts';
import { hasDebugLines, Symbolizer } from '../symbols/symbolizer.ts';
import { codeUnderTest } from './code-under-test.ts';
import type { CellSupplies } from './supplies.ts';

/**
 * The modules that a test can load, by name: built ones, those in its data, and those in its suite's lib. If two have
 * the same name, neither is used, because it is unknown which one was loaded.
 */
export function modulesOfTest({ suite, test }: PlannedTest, { builds }: CellSupplies): ReadonlyMap<string, string> {
  const build = builds.get(suite);
  const shipped = [test.dataDirectory, suite.libDirectory].flatMap((directory) =>
    directory === undefined
      ? []
      : filesBelow(directory)
          .filter((path) => path.endsWith('.ko'))
          .map((path) => join(directory, path)),
  );
  const all = [...(build?.kind === 'built' ? build.debugModules : []), ...shipped];
  const counts = new Map<string, number>();
  for (const path of all) counts.set(moduleName(path), (counts.get(moduleName(path)) ?? 0) + 1);
  return new Map(all.map((path) => [moduleName(path), path] as const).filter(([name]) => counts.get(name) === 1));
}

/**
 * The kernel with debug information: the image itself, or a `vmlinux` of the same build beside it or at the top of its
 * build tree. Undefined: there is none, as with kernels of distributions.
 */
function debugKernel({ kernel: spec }: Cell, kernel: KernelImage): string | undefined {
  if (spec.kind !== 'path') return kernel.debugImage;
  const directory = dirname(spec.image);
  const beside = [
    join(directory, 'vmlinux'),
    join(directory, `vmlinux-${kernel.release}`),
    ...(basename(directory) === 'boot' ? [join(directory, '../../../vmlinux')] : []),
  ];
  const own = kernelIdentity(spec.image);
  return [spec.image, ...beside].find(
    (path) =>
      kindOfFile(path) === 'file' &&
      (path === spec.image || (own !== undefined && kernelIdentity(path) === own)) &&
      hasDebugLines(path),
  );
}

/** The checkout whose kernel the cell boots. */
function treeOf({ kernel }: Cell): string | undefined {
  return kernel.kind === 'source' && kernel.source.kind === 'tree' ? kernel.source.path : undefined;
}

/** A module of a kernel that we built, with debug information. */
function debugModule({ debugModules }: KernelImage, module: string): string | undefined {
  if (debugModules === undefined) return undefined;
  const path = filesBelow(debugModules).find((file) => file.endsWith('.ko') && moduleName(file) === module);
  return path === undefined ? undefined : join(debugModules, path);
}

export interface LocatorContext {
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

export const readerAdvice = 'sudo apt-get install binutils';

/** Finds the source lines of findings. If that fails, findings lack their lines; verdicts do not change. */
export class FindingLocator {
  readonly #context: LocatorContext;
  readonly #symbolizer: Symbolizer | undefined;
  readonly #kernels = new Map<string, string | undefined>();
  readonly #warned = new Set<string>();

  /** @param reader null: no reader is available */
  constructor(context: LocatorContext, reader: DebugReader | null = findDebugReader() ?? null) {
    this.#context = context;
    this.#symbolizer = reader === null ? undefined : new Symbolizer(reader);
  }

  /** Locates the findings of a test's machine. */
  async locate(
    findings: readonly Finding[],
    planned: PlannedTest,
    supplies: CellSupplies,
  ): Promise<readonly Finding[]> {
    if (findings.length === 0) return findings;
    return await this.#locate(findings, this.#lookupFor(planned, supplies));
  }

  /** The driver's lines of failed calls, `driver/edu.c:120`, by their places. */
  async locateCalls(
    places: readonly string[],
    planned: PlannedTest,
    supplies: CellSupplies,
  ): Promise<ReadonlyMap<string, string>> {
    const { code, objectOf } = this.#lookupFor(planned, supplies);
    const read = places.flatMap((text) =>
      placesIn(text).map(({ place }) => ({ text, place: { ...place, exact: true } })),
    );
    const frames = await this.#decode(
      read.map(({ place }) => place),
      objectOf,
    );
    return new Map(
      read.flatMap(({ text, place }) => {
        const line = lineUnderTest(frames.get(placeKey(place)) ?? [], code);
        return line === undefined ? [] : [[text, line]];
      }),
    );
  }

  #lookupFor(planned: PlannedTest, supplies: CellSupplies): Lookup {
    const { suite, cell } = planned;
    const modules = modulesOfTest(planned, supplies);
    const tree = treeOf(cell);
    const code =
      tree !== undefined && suite.moduleDirectories.length === 0
        ? codeUnderTest([], tree)
        : codeUnderTest(suite.moduleDirectories, suite.directory);
    return {
      code,
      objectOf: (module) =>
        module === undefined
          ? this.#kernelOf(cell, supplies)
          : (modules.get(module) ?? debugModule(supplies.kernel, module)),
    };
  }

  /**
   * Locates the findings of a cell's boot, before any module under test was loaded. They matter to people who test a
   * kernel.
   */
  async locateBoot(findings: readonly Finding[], cell: Cell, supplies: CellSupplies): Promise<readonly Finding[]> {
    const place = cell.kernel.kind === 'path' ? cell.kernel.image : treeOf(cell);
    if (place === undefined) return findings;
    return await this.#locate(findings, {
      code: codeUnderTest([], place),
      objectOf: (module) => (module === undefined ? this.#kernelOf(cell, supplies) : undefined),
    });
  }

  async #locate(findings: readonly Finding[], { code, objectOf }: Lookup): Promise<readonly Finding[]> {
    if (findings.length === 0) return findings;
    const frames = await this.#decode(placesOf(findings), objectOf);
    const framesOf: FramesOf = (place) => frames.get(placeKey(place))?.map((frame) => inProject(frame, code));
    return findings.map((finding) => locateFinding(finding, framesOf, code));
  }

  async #decode(
    places: readonly CodePlace[],
    objectOf: Lookup['objectOf'],
  ): Promise<ReadonlyMap<string, readonly SourceFrame[]>> {
    const decoded = new Map<string, readonly SourceFrame[]>();
    for (const module of new Set(places.map((place) => place.module))) {
      const object = objectOf(module);
      if (object === undefined) continue;
      const own = places.filter((place) => place.module === module);
      for (const [key, frames] of await this.#ask(object, own)) decoded.set(key, frames);
    }
    return decoded;
  }

  async #ask(object: string, places: readonly CodePlace[]): Promise<ReadonlyMap<string, readonly SourceFrame[]>> {
    const { signal } = this.#context;
    if (this.#symbolizer === undefined) {
      this.#warnOnce(
        `Neither addr2line nor llvm-symbolizer was found, so findings have no source lines: ${readerAdvice}`,
      );
      return new Map();
    }
    try {
      return await this.#symbolizer.decode(object, places, signal);
    } catch (error) {
      // A cancelled run keeps its findings, too.
      if (error instanceof ReaderFailed)
        this.#warnOnce(`Source lines could not be read from ${object}: ${error.message}`);
      else if (!signal.aborted) throw error;
      return new Map();
    }
  }

  #kernelOf(cell: Cell, { kernel }: CellSupplies): string | undefined {
    const { text } = cell.kernel;
    if (!this.#kernels.has(text)) this.#kernels.set(text, debugKernel(cell, kernel));
    return this.#kernels.get(text);
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    this.#context.listener({ kind: 'warning', message });
  }
}

interface Lookup {
  readonly code: CodeUnderTest;
  /** The object file with the debug information of a module or of the kernel; undefined: not known. */
  readonly objectOf: (module: string | undefined) => string | undefined;
}

/** The innermost line that is the author's: a call is often in an inlined function of the kernel's headers. */
function lineUnderTest(frames: readonly SourceFrame[], code: CodeUnderTest): string | undefined {
  for (const { file, line } of frames) {
    const path = fileUnderTest(file, code);
    if (path !== undefined) return `${path}:${line}`;
  }
  return undefined;
}
