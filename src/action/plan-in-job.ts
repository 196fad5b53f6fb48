import { join } from 'node:path';
import { logReader } from '../app/results-directory.ts';
import { runSuites } from '../app/run-suites.ts';
import { type PlanPart, runChoices } from '../command/run-options.ts';
import type { RunEvent } from '../event/event.ts';
import type { StoreUse } from '../provision/store/store.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { createTerminalReporter } from '../report/terminal/terminal.ts';
import type { Results } from '../results/results.ts';
import type { StepWarnings } from './job-log.ts';
import type { ActionInputs } from './read-inputs.ts';
import { namingInputs } from './run-words.ts';
import type { StepHost } from './step-host.ts';

/** The program's name for somebody who runs a test again at home. */
const programName = ['qemu-driver-test'];
const tickMs = 250;
/** The log is read in a browser. */
const columns = 120;

export interface JobRun extends PlanPart {
  readonly inputs: ActionInputs;
  readonly outDirectory: string;
  readonly warnings: StepWarnings;
  readonly signal: AbortSignal;
  readonly onStoreUse: (use: StoreUse) => void;
}

/** Runs the plan with the same engine and words as on a terminal. The part before the tests is collapsed. */
export async function runPlanInJob(
  { plan, shard, inputs, outDirectory, warnings, signal, onStoreUse }: JobRun,
  { log, installation, workspace }: StepHost,
): Promise<Results> {
  const reporter = createTerminalReporter({
    write: log.text,
    columns: () => columns,
    isTty: false,
    color: true,
    now: () => performance.now(),
    verbose: false,
  });
  log.beginFold('QEMU, kernels and modules');
  let isFolded = true;
  const unfold = (): void => {
    if (isFolded) log.endFold();
    isFolded = false;
  };
  const listener = (event: RunEvent): void => {
    if (event.kind === 'run-begin' || event.kind === 'build-failed') unfold();
    if (event.kind === 'warning') warnings.add(event.message);
    else reporter.onEvent(event);
  };
  signal.addEventListener('abort', () => listener({ kind: 'cancelling', reason: 'the job was cancelled' }), {
    once: true,
  });
  const ticking = setInterval(reporter.tick, tickMs);
  try {
    const choices = namingInputs(() => runChoices(inputs.args, programName));
    const results = await runSuites({
      plan,
      shard,
      choices,
      outDirectory,
      cwd: workspace,
      installation,
      listener,
      signal,
      onStoreUse,
    });
    log.text(
      renderFinal(results, { color: true, columns, resultsDirectory: outDirectory, readLog: logReader(outDirectory) }),
    );
    return results;
  } finally {
    clearInterval(ticking);
    unfold();
  }
}

/** The default directory for results: one per step, outside the checkout. */
export function resultsPlace(variable: StepHost['variable'], workspace: string): string {
  const step = (variable('GITHUB_ACTION') ?? 'step').replace(/[^\w.-]/g, '_');
  return join(variable('RUNNER_TEMP') ?? workspace, `qemu-driver-test-${step}`);
}
