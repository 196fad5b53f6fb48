import { resolve } from 'node:path';
import { mergeDirectories } from '../app/merge-directories.ts';
import { filesIn, kindOfFile } from '../host/files/file-facts.ts';
import type { Plan } from '../plan/plan.ts';
import type { Results } from '../results/results.ts';
import { plainLine } from '../text/escape-text.ts';
import type { JobOutput } from './job-output.ts';
import { finalText } from './run-in-job.ts';

/** No job has left results, so there is nothing to merge. */
export class NoParts extends Error {
  override readonly name = 'NoParts';
}

export interface JobMerge {
  /** The whole plan: each of its cells must be in the results. */
  readonly plan: Plan;
  /** The directories as the inputs name them. */
  readonly directories: readonly string[];
  readonly outDirectory: string;
  /** The checkout; absolute. */
  readonly workspace: string;
}

/** Merges the results of other jobs. @throws NoParts @throws RunRefused when the results contradict each other */
export async function mergeParts(
  { plan, directories, outDirectory, workspace }: JobMerge,
  output: JobOutput,
): Promise<Results> {
  const from = directories.flatMap((directory) => partsIn(resolve(workspace, directory), directory));
  if (!from.some(({ directory }) => hasResults(directory)))
    throw new NoParts(`No results in ${directories.join(', ')}: no job has uploaded any.`);
  const expected = plan.cells.map(({ kernel, machine }) => ({
    kernel: kernel.text,
    machine: machine.name,
    shard: undefined,
  }));
  const { results, leftOut } = await mergeDirectories({ from, outDirectory, expected });
  output.text(finalText(results, { outDirectory, workspace }));
  const { missing = [], notes = [] } = results.merged ?? {};
  for (const what of missing) output.text(`missing: ${plainLine(what)}`);
  for (const note of notes) output.text(`note: ${plainLine(note)}`);
  for (const what of leftOut) output.warn(`A file of the results was not copied: ${what}`);
  return results;
}

/**
 * A directory with results, or one whose sub-directories hold results. A single artifact is unpacked without a
 * sub-directory.
 */
function partsIn(directory: string, name: string): readonly { readonly name: string; readonly directory: string }[] {
  if (hasResults(directory)) return [{ name, directory }];
  return filesIn(directory)
    .filter(({ kind }) => kind === 'directory')
    .map((entry) => ({ name: entry.name, directory: resolve(directory, entry.name) }));
}

function hasResults(directory: string): boolean {
  return kindOfFile(resolve(directory, 'results.json')) === 'file';
}
