import type { Variable } from '../app/github-event.ts';
import type { GitRemote } from '../job/history/git.ts';
import type { JobPlace } from '../job/history/history-wish.ts';

/** The token of the project's owner, for a GitLab whose job tokens cannot push. */
export const historyTokenName = 'QDT_HISTORY_TOKEN';

/** What a GitLab job runs for. */
export function gitlabPlace(variable: Variable): JobPlace {
  const [source, target] = [
    variable('CI_MERGE_REQUEST_SOURCE_PROJECT_ID') ?? variable('CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY'),
    variable('CI_MERGE_REQUEST_PROJECT_ID') ?? variable('CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY'),
  ];
  const isChange = ['CI_MERGE_REQUEST_IID', 'CI_EXTERNAL_PULL_REQUEST_IID'].some(
    (name) => variable(name) !== undefined,
  );
  if (isChange)
    return { kind: 'change', what: 'a merge request', isForeign: source === undefined || source !== target };
  const branch = variable('CI_COMMIT_BRANCH');
  return branch === undefined
    ? { kind: 'other', what: 'a tag' }
    : { kind: 'branch', name: branch, isDefault: branch === variable('CI_DEFAULT_BRANCH') };
}

/** The project, for Git. `secrets`: what was taken from the environment. */
export function gitlabRemote(variable: Variable, secrets: ReadonlyMap<string, string>): GitRemote {
  const url = `${variable('CI_PROJECT_URL') ?? ''}.git`;
  const caFile = variable('CI_SERVER_TLS_CA_FILE');
  const own = secrets.get(historyTokenName);
  return own === undefined
    ? { url, caFile, user: 'gitlab-ci-token', token: secrets.get('CI_JOB_TOKEN') }
    : { url, caFile, user: 'project-token', token: own };
}

export const gitlabAdvice =
  'In the settings of the project, under CI/CD, Job token permissions, allow Git push requests to the repository; or ' +
  `give a project access token with write_repository to the job as the masked variable ${historyTokenName}. If the ` +
  'branch is protected, let the user of the token push to it.';
