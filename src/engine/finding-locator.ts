import { join, relative } from 'node:path';
import { placeKey, type CodePlace, type SourceFrame } from '../diagnose/source/code-place.ts';
import type { CodeUnderTest } from '../diagnose/source/code-under-test.ts';
import { locateFinding, placesOf } from '../diagnose/source/locate-finding.ts';
import type { Finding } from '../diagnose/finding.ts';
import type { RunListener } from '../event/event.ts';
import { kindOfFile } from '../host/file-facts.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import { projectRoot, repositoryOf } from '../provision/module-sources.ts';
import { findDebugReader, type DebugReader } from '../symbols/debug-reader.ts';
import { ReaderFailed } from '../symbols/run-reader.ts';
import { Symbolizer } from '../symbols/symbolizer.ts';
import { debugKernel, modulesOfTest } from './debug-objects.ts';
import type { CellSupplies } from './supplies.ts';

export interface LocatorContext {
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

export const readerAdvice = 'sudo apt-get install binutils';

/** Finds the lines of source that findings lead to. Whatever is missing for it costs the lines, never a verdict. */
export class FindingLocator {
  readonly #context: LocatorContext;
  readonly #symbolizer: Symbolizer | undefined;
  readonly #kernels = new Map<string, string | undefined>();
  readonly #warned = new Set<string>();

  /** @param reader null: there is none */
  constructor(context: LocatorContext, reader: DebugReader | null = findDebugReader() ?? null) {
    this.#context = context;
    this.#symbolizer = reader === null ? undefined : new Symbolizer(reader);
  }

  /** What a test's machine reported. */
  async locate(
    findings: readonly Finding[],
    planned: PlannedTest,
    supplies: CellSupplies,
  ): Promise<readonly Finding[]> {
    if (findings.length === 0) return findings;
    const { suite, cell } = planned;
    const modules = modulesOfTest(planned, supplies);
    const code = codeUnderTest(suite.moduleDirectories, suite.directory);
    return await this.#locate(findings, {
      code,
      objectOf: (module) => (module === undefined ? this.#kernelOf(cell, supplies) : modules.get(module)),
    });
  }

  /**
   * What a cell reported while booting, before there was a module under test: of interest to those who test a kernel.
   */
  async locateBoot(findings: readonly Finding[], cell: Cell, supplies: CellSupplies): Promise<readonly Finding[]> {
    if (cell.kernel.kind !== 'path') return findings;
    return await this.#locate(findings, {
      code: codeUnderTest([], cell.kernel.image),
      objectOf: (module) => (module === undefined ? this.#kernelOf(cell, supplies) : undefined),
    });
  }

  async #locate(findings: readonly Finding[], { code, objectOf }: Lookup): Promise<readonly Finding[]> {
    if (findings.length === 0) return findings;
    const frames = await this.#decode(placesOf(findings), objectOf);
    return findings.map((finding) => locateFinding(finding, (place) => frames.get(placeKey(place)), code));
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
        `Neither addr2line nor llvm-symbolizer is here, so findings come without the lines of source: ${readerAdvice}`,
      );
      return new Map();
    }
    try {
      return await this.#symbolizer.decode(object, places, signal);
    } catch (error) {
      // A cancelled run keeps its findings, too.
      if (error instanceof ReaderFailed)
        this.#warnOnce(`The lines of source could not be read from ${object}: ${error.message}`);
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
  /** The object file that has a module's debug information, or the kernel's; undefined: none is known. */
  readonly objectOf: (module: string | undefined) => string | undefined;
}

/** @param place what lies in the project where there are no directories of modules */
function codeUnderTest(moduleDirectories: readonly string[], place: string): CodeUnderTest {
  const base = projectRoot(moduleDirectories.length > 0 ? moduleDirectories : [place]);
  const repository = moduleDirectories[0] === undefined ? undefined : repositoryOf(moduleDirectories[0]);
  // A build begins above its modules, which may be above the repository: a driver often is one of its own.
  const root =
    repository !== undefined && moduleDirectories.every((directory) => `${directory}/`.startsWith(`${repository}/`))
      ? repository
      : base;
  return {
    root,
    base,
    directories: moduleDirectories.map((directory) => relative(root, directory)),
    hasFile: (path) => kindOfFile(join(root, path)) === 'file',
  };
}
