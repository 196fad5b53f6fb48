import { hostStoreRoot } from '../provision/provision-context.ts';
import { AssetStore } from '../provision/store.ts';
import { saveToCache } from './cache-client.ts';
import { artifactAddress } from './job-facts.ts';
import { reportInterrupted } from './report-interrupted.ts';
import { cacheHost } from './run-step.ts';
import type { StepHost } from './step-host.ts';
import { parseState, stateName } from './step-state.ts';
import { StepWarnings } from './step-warnings.ts';
import { uploadPatienceMs, uploadResults } from './upload-results.ts';

/**
 * What is left to do after the step: the report of a run whose `main` died, results of a cancelled run, since little
 * time may be left, then the cache.
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
        patienceMs: uploadPatienceMs,
      });
      if (uploaded !== undefined)
        host.log.text(`results: artifact ${uploaded.name}, ${artifactAddress(uploaded.id, host.variable)}`);
    }
    if (state?.cache !== undefined)
      await saveToCache(state.cache, cacheHost(host, new AssetStore(hostStoreRoot()), warnings, signal));
  } catch (error) {
    warnings.add(
      `The step's clean-up went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    host.log.close();
  }
}
