import { dirname, join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { copyUntrusted } from '../host/files/copy-tree.ts';
import { realPlace } from '../host/files/file-facts.ts';
import { directoriesInside, readWholeInside } from '../host/files/read-inside.ts';
import { isSystemError } from '../host/system-error.ts';
import { recordName } from '../record/entries.ts';
import { RecordDamaged } from '../record/entry-text.ts';
import { hasRecord } from '../record/read-record.ts';
import { replayRecord } from '../record/replay.ts';
import type { MergeInput } from '../results/merge/merge-cells.ts';
import { coverageSources } from '../engine/coverable.ts';
import { mergeResults, type MergeOutcome } from '../results/merge/merge-results.ts';
import type { ExpectedJob } from '../results/merge/missing-parts.ts';
import { type ParsedResults, parseResults } from '../results/parse-results.ts';
import type { Results } from '../results/results.ts';
import { RunRefused } from './load-suites.ts';
import { prepareResultsDirectory, writeResults } from './results-directory.ts';

export interface ReadResults {
  readonly parsed: ParsedResults;
  /** The part of the memory budget that it uses. */
  readonly bytes: number;
}

/**
 * Reads the results in a directory: by replaying its record, even of a killed run, or, without a record, from its
 * results.json, as for a merge. `name` is the directory's name in messages. A file that is not a plain file, or larger
 * than `maxBytes`, is a problem of that directory.
 */
export function readResults(directory: string, name: string, maxBytes: number = bounds.results.bytes): ReadResults {
  return hasRecord(directory) ? replayed(directory, name) : parsedFile(directory, name, maxBytes);
}

/** A record stays on disk, so it uses none of the budget. */
function replayed(directory: string, name: string): ReadResults {
  try {
    return { parsed: { kind: 'results', results: replayRecord({ directory, name, unwritten: [] }).results }, bytes: 0 };
  } catch (error) {
    if (error instanceof RecordDamaged) return { parsed: { kind: 'problem', message: error.message }, bytes: 0 };
    if (!isSystemError(error)) throw error;
    return {
      parsed: {
        kind: 'problem',
        message: `${join(name, recordName)}: expected the record of a run, found ${error.code}`,
      },
      bytes: 0,
    };
  }
}

function parsedFile(directory: string, name: string, maxBytes: number): ReadResults {
  const file = join(name, 'results.json');
  const read = readWholeInside({ directory, path: 'results.json' }, maxBytes);
  const problem = (found: string): ReadResults => ({
    parsed: { kind: 'problem', message: `${file}: expected the results of a run, found ${found}` },
    bytes: 0,
  });
  switch (read.kind) {
    case 'text':
      return { parsed: parseResults(read.text, file), bytes: read.bytes };
    case 'nothing':
      return problem('no such file');
    case 'refused':
      return problem(read.reason);
  }
}

export interface DirectoriesMerge {
  /** Directories with results: their names in messages, and absolute paths. */
  readonly from: readonly { readonly name: string; readonly directory: string }[];
  /** Absolute. */
  readonly outDirectory: string;
  readonly expected: readonly ExpectedJob[];
}

export interface MergedDirectories {
  readonly results: Results;
  /** Files that were not copied, and why. Only a limited number is listed. */
  readonly leftOut: readonly string[];
}

const maxLeftOut = 200;

/**
 * Merges the results of several runs into one directory, with their files and all reports. Inputs are untrusted: no
 * link is followed, no pipe is opened, and no path leaves the directory. A directory without readable results counts as
 * missing, with a reason; the others are merged. @throws RunRefused before anything is written, when results contradict
 * each other or none can be read
 */
export async function mergeDirectories({ from, outDirectory, expected }: DirectoriesMerge): Promise<MergedDirectories> {
  const read = readParts(from);
  const inputs = read.flatMap(({ name, parsed }): readonly MergeInput[] =>
    parsed.kind === 'results' ? [{ name, results: parsed.results }] : [],
  );
  const unreadable = read.flatMap(({ parsed }) => (parsed.kind === 'problem' ? [parsed.message] : []));
  const merged = mergeResults({ inputs, expected, unreadable });
  if (merged.kind === 'problems') throw new RunRefused([...unreadable, ...merged.problems].join('\n'));
  const out = realPlace(outDirectory);
  const overlapping = from.find(
    ({ directory }) => isInside(realPlace(directory), out) || isInside(out, realPlace(directory)),
  );
  if (overlapping !== undefined)
    throw new RunRefused(
      `--out must not be inside ${overlapping.name} or contain it: the results to merge would be overwritten.`,
    );
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== undefined) throw new RunRefused(refusal);
  const directories = new Map(read.map(({ name, directory }) => [name, directory]));
  const leftOut: string[] = [];
  for (const [index, input] of merged.inputs.entries()) {
    leftOut.push(
      ...(await copyCells(input, {
        source: directories.get(input.name) ?? '',
        target: outDirectory,
        number: index + 1,
        bootFrom: merged.bootFrom,
      })),
    );
  }
  leftOut.push(...(await copySources(merged, directories, outDirectory)));
  writeResults(outDirectory, merged.results);
  const more = leftOut.length - maxLeftOut;
  return {
    results: merged.results,
    leftOut: more > 0 ? [...leftOut.slice(0, maxLeftOut), `and ${more} more`] : leftOut,
  };
}

/** The sources beside the coverage: each part has its own, and those of the same run are the same. */
async function copySources(
  { results, inputs }: Extract<MergeOutcome, { kind: 'merged' }>,
  directories: ReadonlyMap<string, string>,
  outDirectory: string,
): Promise<readonly string[]> {
  const leftOut: string[] = [];
  if (results.coverage === undefined) return leftOut;
  for (const { name } of inputs) {
    const from = { directory: directories.get(name) ?? '', path: coverageSources };
    if (directoriesInside({ ...from, path: dirname(coverageSources) }).length === 0) continue;
    const copied = await copyUntrusted(from, join(outDirectory, coverageSources), bounds.parts);
    leftOut.push(...copied.leftOut.map((what) => join(name, coverageSources, what)));
  }
  return leftOut;
}

interface CellsCopy {
  readonly source: string;
  readonly target: string;
  /** The number of this input, counted from 1. */
  readonly number: number;
  readonly bootFrom: ReadonlyMap<string, MergeInput>;
}

/** The boot that the results describe goes to `boot`; boots of other shards go beside it. */
async function copyCells(
  input: MergeInput,
  { source, target, number, bootFrom }: CellsCopy,
): Promise<readonly string[]> {
  const leftOut: string[] = [];
  for (const { id } of input.results.cells) {
    for (const name of directoriesInside({ directory: source, path: id })) {
      if (name.includes('\ufffd')) leftOut.push(`${join(input.name, id, name)}: its name is not UTF-8`);
      const newName = name === 'boot' && bootFrom.get(id) !== input ? `boot-${number}` : name;
      const copied = await copyUntrusted(
        { directory: source, path: `${id}/${name}` },
        join(target, id, newName),
        bounds.parts,
      );
      leftOut.push(...copied.leftOut.map((what) => join(input.name, id, name, what)));
    }
  }
  return leftOut;
}

interface ReadPart {
  readonly name: string;
  readonly directory: string;
  readonly parsed: ParsedResults;
}

/** One after the other, because they share one budget. */
function readParts(from: DirectoriesMerge['from']): readonly ReadPart[] {
  let bytesLeft = bounds.results.mergedBytes;
  return from.map(({ name, directory }) => {
    const { parsed, bytes } = readResults(directory, name, Math.min(bounds.results.bytes, bytesLeft));
    bytesLeft -= bytes;
    return { name, directory, parsed };
  });
}

function isInside(path: string, directory: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}
