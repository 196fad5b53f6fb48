import { join } from 'node:path';
import { makeDirectory, listDirectory } from '../host/directories.ts';
import { writeFileAt } from '../host/file-changes.ts';
import { kindOfFile } from '../host/file-facts.ts';
import { removeTree } from '../host/scratch-directory.ts';
import { renderJson } from '../report/json.ts';
import { renderJunit } from '../report/junit.ts';
import type { Results } from '../report/results.ts';
import { renderSummary } from '../report/summary.ts';

/** What every results directory of ours has, so that we never empty somebody else's. */
const mark = '.qemu-driver-test';

/**
 * Makes the directory ready for new results: the last run's are removed, so that nothing old is taken for new.
 * Returns why it cannot be used; undefined: it can.
 */
export function prepareResultsDirectory(directory: string): string | undefined {
  const kind = kindOfFile(directory);
  if (kind !== 'nothing' && kind !== 'directory') return `${directory} is not a directory: give another with --out.`;
  const names = kind === 'nothing' ? [] : listDirectory(directory);
  if (names.length > 0 && !names.includes(mark)) return `${directory} holds something that is not ours: empty it, or give another directory with --out.`;
  for (const name of names) removeTree(join(directory, name));
  makeDirectory(directory);
  writeFileAt(join(directory, mark), 'Results of qemu-driver-test. The next run with the same --out replaces them.\n');
  return undefined;
}

/** Writes the results and everything that is rendered from them. */
export function writeResults(directory: string, results: Results): void {
  writeFileAt(join(directory, 'results.json'), renderJson(results));
  writeFileAt(join(directory, 'junit.xml'), renderJunit(results));
  writeFileAt(join(directory, 'summary.md'), renderSummary(results));
}

