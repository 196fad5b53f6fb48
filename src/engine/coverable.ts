import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { copyFileTo } from '../host/files/file-changes.ts';
import { fileSize, kindOfFile } from '../host/files/file-facts.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Cell } from '../plan/plan.ts';
import type { CoverableEntry } from '../record/entries.ts';
import type { CellSupplies } from './supplies.ts';

/** The sources in the results, relative to their directory. */
export const coverageSources = 'coverage/source';

/**
 * What will be known of the lines of the modules of all suites and cells, for the record. Their sources are copied into
 * the results, up to a limit, so that a report can be made wherever the results are.
 */
export function coverableEntries(
  supplies: ReadonlyMap<Cell, CellSupplies>,
  outDirectory: string,
): readonly CoverableEntry[] {
  const sources = new SourceCopies(outDirectory);
  return [...supplies].flatMap(([cell, { coverage }]) =>
    [...(coverage?.suites ?? [])].map(([suite, own]): CoverableEntry => {
      const entry = { entry: 'coverable', cell: cell.id, suite: suite.name } as const;
      if (own.kind === 'none') return { ...entry, files: [], reason: own.reason };
      const files = own.files.map(({ file, lines }) => {
        const source = sources.copy(own.root, file);
        return { file, coverable: lines, ...(source === undefined ? {} : { source }) };
      });
      return { ...entry, files };
    }),
  );
}

class SourceCopies {
  readonly #directory: string;
  readonly #known = new Map<string, string | undefined>();
  #leftBytes: number = bounds.coverage.sourcesBytes;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The path of the copy in the results; undefined: there is none. */
  copy(root: string, file: string): string | undefined {
    if (!this.#known.has(file)) this.#known.set(file, this.#copied(root, file));
    return this.#known.get(file);
  }

  #copied(root: string, file: string): string | undefined {
    const from = join(root, file);
    const to = join(coverageSources, file);
    try {
      if (kindOfFile(from) !== 'file') return undefined;
      const bytes = fileSize(from);
      if (bytes > bounds.coverage.sourceBytes || bytes > this.#leftBytes) return undefined;
      this.#leftBytes -= bytes;
      copyFileTo(from, join(this.#directory, to));
      return to;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return undefined;
    }
  }
}
