import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepHistory, type KeptHistory } from '../../../../src/app/keep-history.ts';
import type { GitRemote } from '../../../../src/job/history/git.ts';
import { pushHistory, type PushedHistory } from '../../../../src/job/history/push-history.ts';
import { resultsDirectory } from '../../report/html/sample-directory.ts';
import { cell, results, test as testResult } from '../../report/sample-results.ts';
import { createBareRepository, type Repository, serveOverHttp, token } from './git-server.ts';

const branch = 'driver-history';
const small = cell('debian:6.12', 'small');
const never = new AbortController().signal;

/** Adds a run of this day to the history in the directory. */
function adderOf(day: number): (directory: string) => Promise<KeptHistory> {
  const from = resultsDirectory(
    results([small], [testResult('edu/a', small.id)], { startedAt: `2026-01-0${day}T00:00:00.000Z` }),
  );
  const origin = { commit: String(day).repeat(40), branch: 'main' };
  return (directory) =>
    keepHistory({
      from: [{ name: 'results', directory: from }],
      site: { name: 'site', directory },
      findOrigin: () => Promise.resolve(origin),
      version: '0',
    });
}

function remoteOf({ path }: Repository): GitRemote {
  return { url: `file://${path}`, user: 'robot', token: undefined };
}

function push(remote: GitRemote, day: number, addTo = adderOf(day)): Promise<PushedHistory> {
  return pushHistory({ remote, branch, message: `Run of ${day}`, addTo, signal: never });
}

const filesOf = ({ git }: Repository): readonly string[] =>
  git('ls-tree', '-r', '--name-only', branch).trimEnd().split('\n');
const recordsOf = (repository: Repository): readonly string[] =>
  filesOf(repository).filter((name) => name.startsWith('history/'));

describe('a history in a branch', () => {
  it('begins the branch, without the commits of the driver, and then grows by one record a run', async () => {
    const repository = createBareRepository();
    repository.commit('main', 'driver.c', 'int x;\n');
    expect(await push(remoteOf(repository), 1)).toMatchObject({ kind: 'pushed', kept: { runs: 1, added: 1 } });
    expect(filesOf(repository)).toEqual([
      '.nojekyll',
      'badge.svg',
      expect.stringMatching(/^history\/20260101T000000Z-\w+\.json$/),
      'index.html',
    ]);
    expect(await push(remoteOf(repository), 2)).toMatchObject({ kind: 'pushed', kept: { runs: 2, added: 1 } });
    expect(recordsOf(repository)).toHaveLength(2);
    expect(repository.git('log', '--format=%s', branch).trimEnd().split('\n')).toEqual(['Run of 2', 'Run of 1']);
  });

  it('is not changed by a run that it has', async () => {
    const repository = createBareRepository();
    await push(remoteOf(repository), 1);
    expect(await push(remoteOf(repository), 1)).toMatchObject({ kind: 'pushed', kept: { runs: 1, added: 0 } });
    expect(repository.git('rev-list', '--count', branch)).toBe('1\n');
  });

  it('has every run and all of them on the page, when jobs push at the same time', async () => {
    const repository = createBareRepository();
    await push(remoteOf(repository), 1);
    // Each of the first attempts waits for the others, so that all but one are overtaken.
    let waiting = 0;
    let release = (): void => undefined;
    const all = new Promise<void>((resolve) => (release = resolve));
    let attempts = 0;
    const together =
      (day: number) =>
      async (directory: string): Promise<KeptHistory> => {
        attempts += 1;
        const kept = await adderOf(day)(directory);
        if (++waiting === 3) release();
        await all;
        return kept;
      };
    const pushed = await Promise.all([2, 3, 4].map((day) => push(remoteOf(repository), day, together(day))));
    expect(pushed.map(({ kind }) => kind)).toEqual(['pushed', 'pushed', 'pushed']);
    expect(attempts).toBeGreaterThan(3);
    expect(recordsOf(repository)).toHaveLength(4);
    const page = repository.git('show', `${branch}:index.html`);
    for (const day of [1, 2, 3, 4]) expect(page).toContain(String(day).repeat(40));
  });

  it('is pushed over HTTP with the token, which is in no argument', async () => {
    const repository = createBareRepository();
    const { url, commandLines } = await serveOverHttp(repository);
    expect(await push({ url, user: 'robot', token }, 1)).toMatchObject({ kind: 'pushed' });
    expect(recordsOf(repository)).toHaveLength(1);
    expect(commandLines.filter((line) => line.includes('git push --porcelain') || line.includes(url))).not.toEqual([]);
    expect(commandLines.filter((line) => line.includes(token))).toEqual([]);
  });
});

describe('a push that is refused', () => {
  it('says so for a wrong token, and never names it', async () => {
    const { url } = await serveOverHttp(createBareRepository());
    const refused = await push({ url, user: 'robot', token: 'wrong-token' }, 1);
    expect(refused).toMatchObject({
      kind: 'not-pushed',
      reason: expect.stringContaining('does not accept the job’s token') as string,
    });
    expect(JSON.stringify(refused)).not.toContain('wrong-token');
  });

  it('says so without a token, and does not wait for somebody to type one', async () => {
    const { url } = await serveOverHttp(createBareRepository());
    expect(await push({ url, user: 'robot', token: undefined }, 1)).toMatchObject({
      kind: 'not-pushed',
      reason: expect.stringContaining('does not accept the job’s token') as string,
    });
  });

  it('says so for a protected branch', async () => {
    const repository = createBareRepository();
    const hook = join(repository.path, 'hooks/pre-receive');
    writeFileSync(
      hook,
      '#!/bin/sh\necho "GitLab: You are not allowed to push code to protected branches on this project."\nexit 1\n',
    );
    chmodSync(hook, 0o755);
    expect(await push(remoteOf(repository), 1)).toEqual({
      kind: 'not-pushed',
      reason:
        'a rule protects the branch (remote: GitLab: You are not allowed to push code to protected branches on this ' +
        'project.)',
    });
  });

  it('says so for a repository that is not there', async () => {
    const remote = { url: 'file:///nowhere/driver.git', user: 'robot', token: undefined };
    expect(await push(remote, 1)).toMatchObject({
      kind: 'not-pushed',
      reason: expect.stringContaining('there is no such repository') as string,
    });
  });
});

describe('a branch with other files', () => {
  it('is left alone', async () => {
    const repository = createBareRepository();
    repository.commit(branch, 'driver.c', 'int x;\n');
    expect(await push(remoteOf(repository), 1)).toEqual({
      kind: 'not-pushed',
      reason: `the branch ${branch} has other files and no history: name another branch, which is then made`,
    });
    expect(filesOf(repository)).toEqual(['driver.c']);
  });
});
