import { logReader, reportRecord } from '../app/results-directory.ts';
import { hostStoreRoot } from '../provision/provision-context.ts';
import { AssetStore } from '../provision/store/store.ts';
import { hasRecord } from '../record/read-record.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { saveToCache } from './cache-client.ts';
import { StepWarnings } from './job-log.ts';
import { readInputs } from './read-inputs.ts';
import { reportResults } from './report-results.ts';
import { cacheHost, makePlan } from './run-step.ts';
import { artifactAddress, type StepHost } from './step-host.ts';
import { parseState, stateName } from './step-state.ts';
import { uploadGracePeriodMs, uploadResults } from './upload-results.ts';

/**
 * The work that remains after the step: the report of a run whose `main` died, then the results of a cancelled run,
 * because time may be short, then the cache.
 */
export async function finishStep(host: StepHost, signal: AbortSignal): Promise<void> {
  const warnings = new StepWarnings(host.log);
  try {
    const state = parseState(host.variable(`STATE_${stateName}`), warnings.add);
    if (state?.unreported !== undefined) await reportInterrupted(state.unreported, host, warnings, signal);
    if (state?.upload !== undefined) {
      const uploaded = await uploadResults(state.upload, {
        script: host.workers.artifact,
        env: host.services,
        signal,
        warn: warnings.add,
        gracePeriodMs: uploadGracePeriodMs,
      });
      if (uploaded !== undefined)
        host.log.text(`results: artifact ${uploaded.name}, ${artifactAddress(uploaded.id, host.variable)}`);
    }
    if (state?.cache !== undefined)
      await saveToCache(state.cache, cacheHost(host, new AssetStore(hostStoreRoot()), warnings, signal));
  } catch (error) {
    warnings.add(
      `The step's clean-up failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    host.log.close();
  }
}

/** The log is read in a browser. */
const columns = 120;

/**
 * Reports a run whose `main` died: results and reports from the record, log, summary, annotations, artifact. The job
 * has failed already; this shows why, and keeps the tests that had ended.
 */
async function reportInterrupted(
  outDirectory: string,
  host: StepHost,
  warnings: StepWarnings,
  signal: AbortSignal,
): Promise<void> {
  if (!hasRecord(outDirectory)) {
    warnings.add('The step died before a test began. There are no results to report.');
    return;
  }
  warnings.add('The step died during its run. This report covers the tests that had ended.');
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
