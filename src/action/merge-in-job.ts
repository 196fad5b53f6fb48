import { resolve } from 'node:path';
import { mergeDirectories } from '../app/merge-directories.ts';
import { logReader } from '../app/results-directory.ts';
import { filesIn, kindOfFile } from '../host/files/file-facts.ts';
import type { Plan } from '../plan/plan.ts';
import { renderFinal } from '../report/terminal/final.ts';
import type { Results } from '../results/results.ts';
import { plainLine } from '../text/escape-text.ts';
import type { StepWarnings } from './job-log.ts';
import type { StepHost } from './step-host.ts';

/** No job has uploaded results, so there is nothing to merge. */
export class NoParts extends Error {
  override readonly name = 'NoParts';
}

export interface JobMerge {
  /** The whole plan: each of its cells must be in the results. */
  readonly plan: Plan;
  /** The directories as the workflow names them. */
  readonly directories: readonly string[];
  readonly outDirectory: string;
  readonly warnings: StepWarnings;
}

/** The log is read in a browser. */
const columns = 120;

/** Merges the results of other jobs. @throws NoParts @throws RunRefused when the results contradict each other */
export async function mergeInJob(
  { plan, directories, outDirectory, warnings }: JobMerge,
  { log, workspace }: StepHost,
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
  log.text(
    renderFinal(results, { color: true, columns, resultsDirectory: outDirectory, readLog: logReader(outDirectory) }),
  );
  const { missing = [], notes = [] } = results.merged ?? {};
  for (const what of missing) log.text(`missing: ${plainLine(what)}`);
  for (const note of notes) log.text(`note: ${plainLine(note)}`);
  for (const what of leftOut) warnings.add(`A file of the results was not copied: ${what}`);
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
