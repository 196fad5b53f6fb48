import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import { hostResources } from '../host/resources.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { createProvisionContext } from '../provision/provision-context.ts';
import type { Results } from '../report/results.ts';
import { chooseAccelerator } from './accelerator.ts';
import { announceAccelerator, announceSupplies, provisionListener, reportBuildFailures } from './announce.ts';
import { readGuestFiles } from './guest-files.ts';
import { automaticJobs } from './jobs.ts';
import { RunRefused } from './run-refused.ts';
import { assembleResults, type ResultsFrame } from './results.ts';
import { prepareResultsDirectory, writeResults } from './results-directory.ts';
import { runPlan } from './run-plan.ts';
import { provideSupplies } from './supplies.ts';
import { unbuiltFeatures } from './unbuilt-features.ts';

export interface SuitesRun {
  readonly plan: Plan;
  /** What the plan is a part of; undefined: it is all. */
  readonly shard: ShardOrigin | undefined;
  readonly accel: 'auto' | 'kvm' | 'tcg';
  readonly jobs: number | 'auto';
  readonly start: 'auto' | 'clone' | 'cold';
  /** Absolute. */
  readonly outDirectory: string;
  readonly cwd: string;
  readonly version: string;
  readonly guestDirectory: string;
  readonly reproduceWith: ResultsFrame['options'];
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

/**
 * The pipeline: plan → provision → machine → run → diagnose → report.
 * @throws RunRefused before anything was done; ProvisionError when the environment cannot test.
 */
export async function runSuites(run: SuitesRun): Promise<Results> {
  const { plan, listener, signal, outDirectory } = run;
  refuseUnbuilt(plan);
  const startedAt = now();
  const startedMs = performance.now();
  const resources = hostResources();
  const accelerator = chooseAccelerator(run.accel);
  const context = createProvisionContext({ progress: provisionListener(listener), signal });
  const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  const refusal = prepareResultsDirectory(outDirectory);
  if (refusal !== undefined) throw new RunRefused(refusal);
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator, listener);
  reportBuildFailures({ plan, supplies, listener, outDirectory });
  const jobs = run.jobs === 'auto' ? automaticJobs(plan, resources) : run.jobs;
  listener({ kind: 'run-begin', suites: suiteNames(plan), cells: plan.cells.map(({ id }) => id), tests: plan.tests.length, jobs });
  const outcome = await runPlan({ plan, supplies, accelerator, start: run.start, jobs, outDirectory, listener, signal });
  const results = assembleResults(
    {
      version: run.version,
      startedAt,
      durationMs: performance.now() - startedMs,
      host: { accelerator: outcome.accelerator.accelerator, acceleratorReason: outcome.accelerator.reason, cpus: resources.cpus, memoryMiB: resources.memoryMiB },
      plan,
      shard: run.shard,
      supplies,
      cwd: run.cwd,
      options: run.reproduceWith,
    },
    outcome,
  );
  writeResults(outDirectory, results);
  return results;
}

function refuseUnbuilt(plan: Plan): void {
  const unbuilt = unbuiltFeatures(plan);
  if (unbuilt.length > 0) throw new RunRefused(unbuilt.join('\n'));
}

function suiteNames(plan: Plan): readonly string[] {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}
