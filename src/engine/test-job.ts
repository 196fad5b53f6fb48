import { join } from 'node:path';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { TreeModels } from '../plan/device-tree.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { TestJob } from '../run/agent/test-job.ts';
import { bootDeadlineMs } from './boot-deadlines.ts';
import { callsOf } from './call-jobs.ts';
import { ledgerOf } from './ledger-supplies.ts';
import { machineDevices } from './machine-devices.ts';
import type { ModelPool } from './model-pool.ts';
import { type Attempt, attemptDirectory, type Run } from './run.ts';
import { builtFiles, type CellSupplies } from './supplies.ts';

/** All that a test needs, however its machine starts. */
export function jobOf(
  attempt: Attempt,
  run: Run,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<TestJob, 'machine' | 'clone'> {
  const { planned } = attempt;
  return {
    planned,
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    modules: builtFiles(planned, supplies),
    memoryDump: run.choices.memoryDump,
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
    ...modelsOf(planned, { ...run.services, trees: supplies.trees }),
    ...callsOf(planned, supplies),
    ...ledgerOf(planned, supplies),
    ...coverageOf(planned, supplies),
    resultsDirectory: run.outDirectory,
    directory: join(run.outDirectory, attemptDirectory(attempt)),
  };
}

/** How a test's folder comes to this kernel. */
export function transportOf({ archive }: CellSupplies): TestJob['folderTransport'] {
  return archive.hasVirtFs ? '9p' : 'tar';
}

function coverageOf({ suite }: PlannedTest, { coverage }: CellSupplies): Pick<TestJob, 'coverage'> {
  const own = coverage?.suites.get(suite);
  return own?.kind === 'measured' ? { coverage: own.read } : {};
}

/** The device models of a test, and the processes that serve them. */
export function modelsOf(
  planned: PlannedTest,
  { modelPool, trees }: { readonly modelPool: ModelPool; readonly trees: TreeModels | undefined },
): Pick<TestJob, 'models'> {
  const devices = machineDevices(planned, trees);
  return devices.length === 0 ? {} : { models: { devices, lend: (onOutput) => modelPool.lend({ onOutput }) } };
}
