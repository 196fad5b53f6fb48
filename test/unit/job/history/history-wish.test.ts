import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { githubPlace, githubRemote } from '../../../../src/action/github-history.ts';
import { gitlabPlace, gitlabRemote } from '../../../../src/gitlab/gitlab-history.ts';
import { readPushFailure } from '../../../../src/job/history/git-refusal.ts';
import {
  type JobPlace,
  readHistoryWish,
  requireOwnBranch,
  whyNotKept,
} from '../../../../src/job/history/history-wish.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

type Variables = Readonly<Record<string, string>>;
const from = (variables: Variables) => (name: string) => variables[name];

function github(event: unknown, variables: Variables): JobPlace {
  const path = join(temporaryDirectory(), 'event.json');
  writeFileSync(path, JSON.stringify(event));
  return githubPlace(from({ GITHUB_REPOSITORY: 'me/driver', GITHUB_EVENT_PATH: path, ...variables }));
}

const repository = { default_branch: 'main', full_name: 'me/driver' };
const pullFrom = (repo: unknown): unknown => ({ repository, pull_request: { head: { sha: 'a'.repeat(40), repo } } });
const pull = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF_NAME: '7/merge' };

describe('the inputs history and history-runs', () => {
  it('name a branch, and which runs are kept in it', () => {
    expect(readHistoryWish(undefined, undefined)).toBeUndefined();
    expect(readHistoryWish('driver-history', undefined)).toEqual({ branch: 'driver-history', runs: 'default-branch' });
    expect(readHistoryWish('ci/history.v2', 'all')).toEqual({ branch: 'ci/history.v2', runs: 'all' });
  });

  it.each(['-x', 'a..b', 'a//b', 'a/', 'a.', 'x.lock', 'x.lock/y', 'a/.b', 'a b', "a'b", '$x', 'ä', 'a'.repeat(201)])(
    'refuse the branch %j',
    (name) => expect(() => readHistoryWish(name, undefined)).toThrow(/^Input history: expected the name of a branch/),
  );

  it('refuse other words, and a branch that has the driver', () => {
    expect(() => readHistoryWish(undefined, 'some')).toThrow(
      'Input history-runs: expected default-branch, branches, all, found "some".',
    );
    const place: JobPlace = { kind: 'branch', name: 'topic', isDefault: false };
    const wish = (branch: string) => ({ branch, runs: 'all' }) as const;
    for (const name of ['topic', 'main'])
      expect(() => requireOwnBranch(wish(name), place, 'main')).toThrow(`found ${name}, which is a source branch`);
    expect(() => requireOwnBranch(wish('driver-history'), place, 'main')).not.toThrow();
  });
});

describe('what a job runs for', () => {
  it('is read from the event of GitHub', () => {
    expect(github({ repository }, { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'main' })).toEqual({
      kind: 'branch',
      name: 'main',
      isDefault: true,
    });
    expect(github({}, { GITHUB_EVENT_NAME: 'schedule', GITHUB_REF_NAME: 'trunk' })).toMatchObject({ isDefault: true });
    expect(
      github({ repository }, { GITHUB_EVENT_NAME: 'push', GITHUB_REF_NAME: 'v1', GITHUB_REF_TYPE: 'tag' }),
    ).toEqual({ kind: 'other', what: 'a tag' });
    expect(github(pullFrom(repository), pull)).toMatchObject({ kind: 'change', isForeign: false });
  });

  it.each([
    ['a fork', pullFrom({ full_name: 'you/driver' }), pull],
    ['a fork that was removed', pullFrom(null), pull],
    ['a fork with more rights', pullFrom({ full_name: 'you/driver' }), { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['a comment', { repository }, { GITHUB_EVENT_NAME: 'issue_comment', GITHUB_REF_NAME: 'main' }],
    [
      'a run of a fork',
      { repository, workflow_run: { head_repository: { full_name: 'you/driver' } } },
      { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REF_NAME: 'main' },
    ],
  ])('is foreign for %s', (_, event, variables) =>
    expect(github(event, variables)).toMatchObject({ kind: 'change', isForeign: true }),
  );

  it('is read from the variables of GitLab', () => {
    const request = { CI_MERGE_REQUEST_IID: '7', CI_MERGE_REQUEST_PROJECT_ID: '1' };
    expect(gitlabPlace(from({ CI_COMMIT_BRANCH: 'main', CI_DEFAULT_BRANCH: 'main' }))).toEqual({
      kind: 'branch',
      name: 'main',
      isDefault: true,
    });
    expect(gitlabPlace(from({ ...request, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1' }))).toMatchObject({
      kind: 'change',
      isForeign: false,
    });
    expect(gitlabPlace(from({ ...request, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '2' }))).toMatchObject({
      isForeign: true,
    });
    expect(gitlabPlace(from(request))).toMatchObject({ isForeign: true });
    expect(gitlabPlace(from({ CI_COMMIT_TAG: 'v1' }))).toEqual({ kind: 'other', what: 'a tag' });
  });
});

describe('a run', () => {
  const places = {
    main: { kind: 'branch', name: 'main', isDefault: true },
    topic: { kind: 'branch', name: 'topic', isDefault: false },
    own: { kind: 'change', what: 'a pull request', isForeign: false },
    fork: { kind: 'change', what: 'a pull request', isForeign: true },
    tag: { kind: 'other', what: 'a tag' },
  } as const satisfies Readonly<Record<string, JobPlace>>;
  it.each([
    ['default-branch', ['main']],
    ['branches', ['main', 'topic']],
    ['all', ['main', 'topic', 'own', 'tag']],
  ] as const)('is kept with history-runs: %s for %j', (runs, kept) => {
    const found = Object.entries(places).filter(([, place]) => whyNotKept({ branch: 'h', runs }, place) === undefined);
    expect(found.map(([name]) => name)).toEqual(kept);
  });
});

describe('a remote', () => {
  it('is the repository of the job, with its token', () => {
    const variables = { GITHUB_SERVER_URL: 'https://example.org', GITHUB_REPOSITORY: 'me/driver' };
    expect(githubRemote(from(variables), 't')).toEqual({
      url: 'https://example.org/me/driver.git',
      user: 'x-access-token',
      token: 't',
    });
    const project = from({ CI_PROJECT_URL: 'https://example.org/me/driver' });
    const secrets = new Map([['CI_JOB_TOKEN', 'job']]);
    expect(gitlabRemote(project, secrets)).toMatchObject({ user: 'gitlab-ci-token', token: 'job' });
    secrets.set('QDT_HISTORY_TOKEN', 'own');
    expect(gitlabRemote(project, secrets)).toMatchObject({ url: 'https://example.org/me/driver.git', token: 'own' });
  });
});

describe('the answer to a push', () => {
  it.each([
    '!\trefs/heads/h:refs/heads/h\t[rejected] (fetch first)\nDone',
    "! [remote rejected] h -> h (cannot lock ref 'refs/heads/h': is at abc but expected def)",
    '!\tHEAD:refs/heads/h\t[remote rejected] (incorrect old value provided)',
  ])('is tried again after %j', (output) => expect(readPushFailure(output)).toEqual({ kind: 'overtaken' }));

  it.each([
    [
      "remote: Permission to me/driver.git denied to github-actions[bot].\nfatal: unable to access 'https://x/': The " +
        'requested URL returned error: 403\n',
      'the job’s token may not write to the repository (remote: Permission to me/driver.git denied to ' +
        'github-actions[bot].)',
    ],
    [
      "remote: You are not allowed to upload code.\nfatal: unable to access 'https://x/': The requested URL returned " +
        'error: 403\n',
      'the job’s token may not write to the repository (remote: You are not allowed to upload code.)',
    ],
    [
      'remote: GitLab: You are not allowed to push code to this project.\n',
      'the job’s token may not write to the repository (remote: GitLab: You are not allowed to push code to this ' +
        'project.)',
    ],
    [
      'remote: error: GH006: Protected branch update failed for refs/heads/h.\n' +
        '! [remote rejected] h -> h (protected branch hook declined)\n',
      'a rule protects the branch (remote: error: GH006: Protected branch update failed for refs/heads/h.)',
    ],
    [
      "fatal: unable to access 'https://x/': Could not resolve host: x\n",
      "the server cannot be reached (fatal: unable to access 'https://x/': Could not resolve host: x)",
    ],
    ['error: strange\n', 'error: strange'],
    ['', 'git failed without a message'],
  ])('is a refusal after %j', (output, reason) => expect(readPushFailure(output)).toEqual({ kind: 'refused', reason }));
});
