import { GitMissing, runGit } from '../host/git.ts';
import { isAddress, type RunOrigin } from '../results/history/history-record.ts';
import { eventHeadSha, githubEvent, type Variable } from './github-event.ts';
import { RunRefused } from './load-suites.ts';

export interface OriginQuestion {
  /** What the user said. */
  readonly commit: string | undefined;
  readonly branch: string | undefined;
  /** The environment. */
  readonly variable: Variable;
  /** The repository, or a directory in it. */
  readonly cwd: string;
}

/**
 * What was tested: as the user says, or else as the CI system says, or else what is checked out. @throws RunRefused
 * when nobody knows the commit
 */
export async function findOrigin(question: OriginQuestion): Promise<RunOrigin> {
  const told = github(question.variable) ?? gitlab(question.variable) ?? (await checkedOut(question.cwd));
  const commit = question.commit?.toLowerCase() ?? told?.commit;
  if (commit === undefined)
    throw new RunRefused(
      'The commit of the new results is not known: this is not a CI job of GitHub or GitLab, and ' +
        `${question.cwd} is not in a Git repository. Name it with --commit SHA.`,
    );
  if (!/^[0-9a-f]{7,64}$/.test(commit))
    throw new RunRefused(
      `The commit must be 7 to 64 hexadecimal digits, but it is ${JSON.stringify(question.commit ?? commit)}.`,
    );
  const branch = question.branch ?? told?.branch;
  return {
    commit,
    ...(branch === undefined ? {} : { branch }),
    ...(told?.commitsAt === undefined || !isAddress(told.commitsAt) ? {} : { commitsAt: told.commitsAt }),
  };
}

interface Told {
  readonly commit: string;
  readonly branch: string | undefined;
  readonly commitsAt: string | undefined;
}

function github(variable: Variable): Told | undefined {
  const commit = variable('GITHUB_SHA');
  const [server, repository] = [variable('GITHUB_SERVER_URL'), variable('GITHUB_REPOSITORY')];
  if (commit === undefined) return undefined;
  const commitsAt = server === undefined || repository === undefined ? undefined : `${server}/${repository}/commit/`;
  // What actions/checkout takes for this event is the base branch, and not the pull request.
  const isOfBase = variable('GITHUB_EVENT_NAME') === 'pull_request_target';
  const head = isOfBase ? undefined : eventHeadSha(githubEvent(variable));
  const branch = isOfBase ? undefined : variable('GITHUB_HEAD_REF');
  return { commit: head ?? commit, branch: branch ?? variable('GITHUB_REF_NAME'), commitsAt };
}

/** In a pipeline for merged results, CI_COMMIT_SHA is a merge commit of GitLab's own. */
function gitlab(variable: Variable): Told | undefined {
  const commit = variable('CI_COMMIT_SHA');
  const project = variable('CI_PROJECT_URL');
  if (commit === undefined) return undefined;
  return {
    commit: variable('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') ?? commit,
    branch: variable('CI_MERGE_REQUEST_SOURCE_BRANCH_NAME') ?? variable('CI_COMMIT_REF_NAME'),
    commitsAt: project === undefined ? undefined : `${project}/-/commit/`,
  };
}

async function checkedOut(cwd: string): Promise<Told | undefined> {
  const commit = await git(cwd, ['rev-parse', 'HEAD']);
  if (commit === undefined) return undefined;
  const branch = await git(cwd, ['rev-parse', '--abbrev-ref', 'HEAD']);
  return { commit, branch: branch === 'HEAD' ? undefined : branch, commitsAt: undefined };
}

/** What git says; undefined: there is no git, or no repository. */
async function git(cwd: string, words: readonly string[]): Promise<string | undefined> {
  try {
    const { exitCode, stdout } = await runGit(words, { cwd });
    return exitCode === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
  } catch (error) {
    if (!(error instanceof GitMissing)) throw error;
    return undefined;
  }
}
