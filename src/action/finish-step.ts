import { reportKilledRun } from '../job/report-killed-run.ts';
import { hostStoreRoot } from '../provision/provision-context.ts';
import { AssetStore } from '../provision/store/store.ts';
import { saveToCache } from './cache-client.ts';
import { StepWarnings } from './job-log.ts';
import { readInputs } from './read-inputs.ts';
import { reportResults } from './report-results.ts';
import { cacheHost, makePlan, outputOf } from './run-step.ts';
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

/** Reports a run whose `main` died: results and reports from the record, log, summary, annotations, artifact. */
async function reportInterrupted(
  outDirectory: string,
  host: StepHost,
  warnings: StepWarnings,
  signal: AbortSignal,
): Promise<void> {
  const results = reportKilledRun({ outDirectory, workspace: host.workspace }, outputOf({ warnings }, host));
  if (results === undefined) return;
  const inputs = readInputs(host.inputs);
  await reportResults({ ...makePlan(inputs, host), inputs, results, outDirectory, warnings, signal }, host);
}
