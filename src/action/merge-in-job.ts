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

/** No job has brought anything: there is nothing to put together, and nothing is known of the tests. */
export class NoParts extends Error {
  override readonly name = 'NoParts';
}

export interface JobMerge {
  /** Of the whole: each of its cells must be among the results. */
  readonly plan: Plan;
  /** As the workflow gave them. */
  readonly directories: readonly string[];
  readonly outDirectory: string;
  readonly warnings: StepWarnings;
}

/** A log is read in a browser. */
const columns = 120;

/**
 * Puts the results of other jobs together.
 * @throws NoParts; RunRefused when the results contradict each other.
 */
export async function mergeInJob(
  { plan, directories, outDirectory, warnings }: JobMerge,
  { log, workspace }: StepHost,
): Promise<Results> {
  const from = directories.flatMap((directory) => partsIn(resolve(workspace, directory), directory));
  if (!from.some(({ directory }) => hasResults(directory)))
    throw new NoParts(`There are no results in ${directories.join(', ')}: no job has brought any.`);
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
 * A directory with results, or one whose sub-directories have them: a single artifact is unpacked without one of its
 * own.
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
