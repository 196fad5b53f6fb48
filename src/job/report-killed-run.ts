import { reportRecord } from '../app/results-directory.ts';
import { hasRecord } from '../record/read-record.ts';
import type { Results } from '../results/results.ts';
import type { JobOutput } from './job-output.ts';
import { finalText } from './run-in-job.ts';

export interface KilledRun {
  readonly outDirectory: string;
  /** The checkout; absolute. */
  readonly workspace: string;
}

/**
 * Makes results and reports from the record of a run whose process died. The job has failed already; this shows why,
 * and keeps the tests that had ended. Undefined: no test had begun.
 */
export function reportKilledRun(run: KilledRun, output: JobOutput): Results | undefined {
  const { outDirectory } = run;
  if (!hasRecord(outDirectory)) {
    output.warn('The job died before a test began. There are no results to report.');
    return undefined;
  }
  output.warn('The job died during its run. This report covers the tests that had ended.');
  const { results } = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: [] }, (event) => {
    if (event.kind === 'warning') output.warn(event.message);
  });
  output.text(finalText(results, run));
  return results;
}
