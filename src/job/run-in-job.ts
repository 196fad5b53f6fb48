import type { Installation } from '../app/installation.ts';
import { logReader } from '../app/results-directory.ts';
import { runSuites } from '../app/run-suites.ts';
import { type PlanPart, runChoices } from '../command/run-options.ts';
import type { RunEvent } from '../event/event.ts';
import type { StoreUse } from '../provision/store/store.ts';
import { renderFinal } from '../report/terminal/final.ts';
import { createTerminalReporter } from '../report/terminal/terminal.ts';
import type { Results } from '../results/results.ts';
import type { JobOutput } from './job-output.ts';
import type { AskedPlan } from './plan-of-inputs.ts';
import { namingInputs } from './run-words.ts';
import { workspacePath } from './source-places.ts';

/** The program's name for somebody who runs a test again at home. */
const programName = ['qemu-driver-test'];
const tickMs = 250;
/** The log is read in a browser. */
const columns = 120;

export interface JobRun extends PlanPart, AskedPlan {
  readonly installation: Installation;
  readonly outDirectory: string;
  readonly signal: AbortSignal;
  readonly onStoreUse: (use: StoreUse) => void;
  /** The tests are not shown, because somebody else reports their outcomes. */
  readonly hidesTests?: boolean;
}

/** Runs the plan with the same engine and words as on a terminal. The part before the tests is collapsed. */
export async function runInJob(
  { plan, shard, table, args, workspace, installation, outDirectory, signal, onStoreUse, hidesTests = false }: JobRun,
  output: JobOutput,
): Promise<Results> {
  const reporter = createTerminalReporter({
    write: output.text,
    columns: () => columns,
    isTty: false,
    color: true,
    now: () => performance.now(),
    verbose: false,
  });
  output.beginFold('QEMU, kernels and modules');
  let isFolded = true;
  const unfold = (): void => {
    if (isFolded) output.endFold();
    isFolded = false;
  };
  const listener = (event: RunEvent): void => {
    if (event.kind === 'run-begin' || event.kind === 'build-failed') unfold();
    if (hidesTests && (event.kind === 'test-begin' || event.kind === 'test-end')) return;
    if (event.kind === 'warning') output.warn(event.message);
    else reporter.onEvent(event);
  };
  signal.addEventListener('abort', () => listener({ kind: 'cancelling', reason: 'the job was cancelled' }), {
    once: true,
  });
  const ticking = setInterval(reporter.tick, tickMs);
  try {
    const choices = namingInputs(table, () => runChoices(args, { invocation: programName, cwd: workspace }));
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
    if (!hidesTests) output.text(finalText(results, { outDirectory, workspace }));
    return results;
  } finally {
    clearInterval(ticking);
    unfold();
  }
}

/** The end of a run for the log of a job. Files in the checkout are named relative to it. */
export function finalText(
  results: Results,
  { outDirectory, workspace }: Pick<JobRun, 'outDirectory' | 'workspace'>,
): string {
  return renderFinal(results, {
    color: true,
    columns,
    resultsDirectory: workspacePath(outDirectory, workspace) ?? outDirectory,
    readLog: logReader(outDirectory),
  });
}
