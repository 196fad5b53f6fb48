import { keepHistory } from '../../app/keep-history.ts';
import { findOrigin } from '../../app/run-origin.ts';
import { environmentVariable } from '../../host/environment.ts';
import { plainLine } from '../../text/escape-text.ts';
import type { JobOutput } from '../job-output.ts';
import type { GitRemote } from './git.ts';
import { type HistoryWish, type JobPlace, whyNotKept } from './history-wish.ts';
import { pushHistory } from './push-history.ts';

/** A run that has ended, in a job whose CI system is known. */
export interface RunToKeep {
  readonly wish: HistoryWish;
  readonly place: JobPlace;
  readonly remote: GitRemote;
  /** What to allow when the push is refused: a complete sentence. */
  readonly advice: string;
  /** The end of the commit's message. */
  readonly messageEnd?: string;
  readonly outDirectory: string;
  /** The checkout; absolute. */
  readonly workspace: string;
  readonly version: string;
  readonly signal: AbortSignal;
}

/** Adds the run to the history in a branch. If that fails, it is a warning: the verdict is of the tests alone. */
export async function keepInBranch(run: RunToKeep, output: Pick<JobOutput, 'text' | 'warn'>): Promise<void> {
  const { wish, place, signal } = run;
  const why = signal.aborted ? 'the job was cancelled' : whyNotKept(wish, place);
  if (why !== undefined) {
    output.text(`history: this run is not kept, because ${why}.`);
    return;
  }
  try {
    await push(run, output);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    output.warn(`The history was not kept in the branch ${wish.branch}: ${plainLine(reason)}`);
  }
}

async function push(run: RunToKeep, output: Pick<JobOutput, 'text' | 'warn'>): Promise<void> {
  const { wish, remote, advice, outDirectory, workspace, version, signal, messageEnd = '' } = run;
  const question = { commit: undefined, branch: undefined, variable: environmentVariable, cwd: workspace };
  const origin = await findOrigin(question);
  const pushed = await pushHistory({
    remote,
    branch: wish.branch,
    message: `Run of ${origin.commit.slice(0, 12)}${messageEnd}`,
    addTo: (directory) =>
      keepHistory({
        from: [{ name: 'the results', directory: outDirectory }],
        site: { name: `the branch ${wish.branch}`, directory },
        findOrigin: () => Promise.resolve(origin),
        version,
      }),
    signal,
  });
  if (pushed.kind === 'not-pushed') {
    output.warn(`The history was not kept in the branch ${wish.branch}: ${plainLine(pushed.reason)}. ${advice}`);
    return;
  }
  const { runs, verdict, problems } = pushed.kept;
  for (const problem of problems) output.warn(`history: left out: ${plainLine(problem)}`);
  output.text(`history: ${plainLine(verdict)}; ${runs} ${runs === 1 ? 'run' : 'runs'} in the branch ${wish.branch}`);
}
