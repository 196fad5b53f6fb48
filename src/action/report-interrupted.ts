import { reportRecord } from '../app/report-record.ts';
import { logReader } from '../app/results-directory.ts';
import { hasRecord } from '../record/read-record.ts';
import { renderFinal } from '../report/final.ts';
import { readInputs } from './read-inputs.ts';
import { reportResults } from './report-results.ts';
import { makePlan } from './run-step.ts';
import type { StepHost } from './step-host.ts';
import type { StepWarnings } from './step-warnings.ts';

/** A log is read in a browser. */
const columns = 120;

/**
 * What `main` would have said of its run, had it not died: results and reports from the record, log, summary,
 * annotations, artifact. The job has failed already; here it learns why, and loses no test that had ended.
 */
export async function reportInterrupted(
  outDirectory: string,
  host: StepHost,
  warnings: StepWarnings,
  signal: AbortSignal,
): Promise<void> {
  if (!hasRecord(outDirectory)) {
    warnings.add('The step died before a test began: there is nothing to report.');
    return;
  }
  warnings.add('The step died during its run. What was known by then is reported here.');
  const place = { directory: outDirectory, name: outDirectory, unwritten: [] };
  const { results } = reportRecord(place, (event) => {
    if (event.kind === 'warning') warnings.add(event.message);
  });
  host.log.text(
    renderFinal(results, { color: true, columns, resultsDirectory: outDirectory, readLog: logReader(outDirectory) }),
  );
  const inputs = readInputs(host.inputs);
  await reportResults({ ...makePlan(inputs, host), inputs, results, outDirectory, warnings, signal }, host);
}
