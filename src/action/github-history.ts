import { githubEvent, type Variable } from '../app/github-event.ts';
import { fieldOf } from '../bounds/parse-json.ts';
import type { GitRemote } from '../job/history/git.ts';
import type { JobPlace } from '../job/history/history-wish.ts';

/** Events after which a job runs the code of the branch that GITHUB_REF names. */
const branchEvents: ReadonlySet<string> = new Set([
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'workflow_run',
]);

/** What a GitHub job runs for. A pull request whose repository is not known counts as foreign. */
export function githubPlace(variable: Variable): JobPlace {
  const event = githubEvent(variable);
  const [eventName = 'an unknown event', refName = ''] = ['GITHUB_EVENT_NAME', 'GITHUB_REF_NAME'].map(variable);
  const isForeign = (from: unknown): boolean =>
    fieldOf(fieldOf(from, 'head'), 'repo') === undefined || repositoryOf(from) !== variable('GITHUB_REPOSITORY');
  const pull = fieldOf(event, 'pull_request');
  if (pull !== undefined) return { kind: 'change', what: 'a pull request', isForeign: isForeign(pull) };
  const head = fieldOf(fieldOf(fieldOf(event, 'workflow_run'), 'head_repository'), 'full_name');
  if (eventName === 'workflow_run' && head !== variable('GITHUB_REPOSITORY'))
    return { kind: 'change', what: 'a workflow run of another repository', isForeign: true };
  if (eventName === 'merge_group') return { kind: 'change', what: 'a merge queue', isForeign: false };
  if (!branchEvents.has(eventName)) return { kind: 'change', what: `the event ${eventName}`, isForeign: true };
  if (variable('GITHUB_REF_TYPE') === 'tag') return { kind: 'other', what: 'a tag' };
  // A schedule always runs on the default branch, even if the event does not name it.
  return {
    kind: 'branch',
    name: refName,
    isDefault: eventName === 'schedule' || refName === githubDefaultBranch(variable),
  };
}

function repositoryOf(pull: unknown): unknown {
  return fieldOf(fieldOf(fieldOf(pull, 'head'), 'repo'), 'full_name');
}

/** Undefined: the event does not name it. */
export function githubDefaultBranch(variable: Variable): string | undefined {
  const name = fieldOf(fieldOf(githubEvent(variable), 'repository'), 'default_branch');
  return typeof name === 'string' ? name : undefined;
}

/** The repository of the workflow, for Git. */
export function githubRemote(variable: Variable, token: string | undefined): GitRemote {
  const [server = 'https://github.com', repository = ''] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY'].map(variable);
  return { url: `${server}/${repository}.git`, user: 'x-access-token', token };
}

export const githubAdvice =
  'The job needs `permissions: contents: write`; if a rule protects the branch, let GitHub Actions push to it.';
