import { join } from 'node:path';
import { copyUntrusted } from '../host/copy-tree.ts';
import { filesIn } from '../host/file-facts.ts';
import type { MergeInput } from '../report/merge/merge-input.ts';
import { mergeResults } from '../report/merge/merge-results.ts';
import type { ExpectedJob } from '../report/merge/missing-parts.ts';
import type { Results } from '../report/results.ts';
import { readResults } from './read-results.ts';
import { prepareResultsDirectory, writeResults } from './results-directory.ts';
import { RunRefused } from './run-refused.ts';

export interface DirectoriesMerge {
  /** Directories with results: how they are called, and their absolute paths. */
  readonly from: readonly { readonly name: string; readonly directory: string }[];
  /** Absolute. */
  readonly outDirectory: string;
  readonly expected: readonly ExpectedJob[];
}

export interface MergedDirectories {
  readonly results: Results;
  /** Files that were not copied, and why. */
  readonly leftOut: readonly string[];
}

/** No results of ours are larger. */
const limits = { files: 1_000_000, bytes: 64 * 1024 ** 3 };

/**
 * Puts the results of several runs into one directory, with their files and every report. Files are copied as from a
 * stranger: no link is followed. A directory without readable results counts as missing.
 * @throws RunRefused when the results contradict each other, or none can be read; nothing was written then.
 */
export function mergeDirectories({ from, outDirectory, expected }: DirectoriesMerge): MergedDirectories {
  const read = from.map(({ name, directory }) => ({ name, directory, parsed: readResults(directory, name) }));
  const inputs = read.flatMap(({ name, parsed }): readonly MergeInput[] => (parsed.kind === 'results' ? [{ name, results: parsed.results }] : []));
  const unreadable = read.flatMap(({ parsed }) => (parsed.kind === 'problem' ? [parsed.message] : []));
  const merged = mergeResults({ inputs, expected, unreadable });
  if (merged.kind === 'problems') throw new RunRefused([...unreadable, ...merged.problems].join('\n'));
  const overlapping = from.find(({ directory }) => isInside(directory, outDirectory) || isInside(outDirectory, directory));
  if (overlapping !== undefined) throw new RunRefused(`--out must not lie in ${overlapping.name}, nor around it: what is to be merged would be overwritten.`);
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== undefined) throw new RunRefused(refusal);
  const directories = new Map(read.map(({ name, directory }) => [name, directory]));
  const leftOut = merged.inputs.flatMap((input, index) => copyCells(input, { source: directories.get(input.name) ?? '', target: outDirectory, number: index + 1, bootFrom: merged.bootFrom }));
  writeResults(outDirectory, merged.results);
  return { results: merged.results, leftOut };
}

interface CellsCopy {
  readonly source: string;
  readonly target: string;
  /** Of this input, counted from 1. */
  readonly number: number;
  readonly bootFrom: ReadonlyMap<string, MergeInput>;
}

/** The boot that the results tell lies in `boot`, those of other shards beside it. */
function copyCells(input: MergeInput, { source, target, number, bootFrom }: CellsCopy): readonly string[] {
  return input.results.cells.flatMap(({ id }) =>
    filesIn(join(source, id)).filter(({ kind }) => kind === 'directory').flatMap(({ name }) => {
      const newName = name === 'boot' && bootFrom.get(id) !== input ? `boot-${number}` : name;
      return copyUntrusted(join(source, id, name), join(target, id, newName), limits).leftOut.map((what) => join(input.name, id, name, what));
    }),
  );
}

function isInside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
