import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunRefused } from '../../../src/app/load-suites.ts';
import { findOrigin } from '../../../src/app/run-origin.ts';
import { historyCommand } from '../../../src/cli/history-command.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { resultsDirectory } from '../report/html/sample-directory.ts';
import { cell, crash, results, test as testResult } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

const small = cell('debian:6.12', 'small');
const [first, second] = ['1'.repeat(40), '2'.repeat(40)];

/** Directories with results: `good` as expected, `bad` with a crash on the day after. */
function twoRuns(): string {
  const root = temporaryDirectory();
  mkdirSync(join(root, 'good'));
  mkdirSync(join(root, 'bad'));
  resultsDirectory(
    results([small], [testResult('edu/a', small.id)], { startedAt: '2026-01-01T00:00:00.000Z' }),
    {},
    join(root, 'good'),
  );
  resultsDirectory(
    results([small], [crash('edu/a', small.id)], { startedAt: '2026-01-02T00:00:00.000Z' }),
    {},
    join(root, 'bad'),
  );
  return root;
}

interface Said {
  readonly status: number;
  readonly written: string;
  readonly complaints: string;
}

async function history(root: string, ...words: readonly string[]): Promise<Said> {
  const { host, written, complaints } = commandIn(root);
  const status = await historyCommand(wordsOf('history', words), host);
  return { status, written: written(), complaints: complaints() };
}

const records = (root: string, site = 'site'): readonly string[] => readdirSync(join(root, site, 'history')).sort();
const page = (root: string, site = 'site'): string => readFileSync(join(root, site, 'index.html'), 'utf8');

describe('history', () => {
  it('makes a page, a badge and one small record a run', async () => {
    const root = twoRuns();
    expect(await history(root, 'good', '--out', 'site', '--commit', first, '--branch', 'main')).toEqual({
      status: 0,
      written: 'edu: 1 kernel ok\nsite/index.html: 1 run of 1 commit, 1 new\n',
      complaints: '',
    });
    expect(readdirSync(join(root, 'site')).sort()).toEqual(['.nojekyll', 'badge.svg', 'history', 'index.html']);
    expect(records(root)).toEqual([expect.stringMatching(/^20260101T000000Z-[0-9a-f]{16}\.json$/)]);
    expect(readFileSync(join(root, 'site/history', records(root)[0] ?? '')).length).toBeLessThan(600);
    expect(readFileSync(join(root, 'site/badge.svg'), 'utf8')).toContain('edu: 1 kernel ok');
  });

  it('grows, and keeps what is there', async () => {
    const root = twoRuns();
    await history(root, 'good', '--out', 'site', '--commit', first);
    const said = await history(root, 'bad', '--out', 'site', '--commit', second);
    expect(said.written).toBe('edu: 1 kernel fails\nsite/index.html: 2 runs of 2 commits, 1 new\n');
    expect(records(root)).toHaveLength(2);
  });

  it('adds a run once, whatever commit it is then said to be of', async () => {
    const root = twoRuns();
    await history(root, 'good', 'bad', '--out', 'site', '--commit', first);
    const before = [records(root), page(root)];
    const said = await history(root, 'site', 'good', 'bad', '--out', 'site', '--commit', second);
    expect(said.written).toContain('2 runs of 1 commit, 0 new');
    expect([records(root), page(root)]).toEqual(before);
  });

  it('comes to the same from two jobs at once, in any order', async () => {
    const root = twoRuns();
    await history(root, 'good', '--out', 'job-1', '--commit', first);
    await history(root, 'bad', '--out', 'job-2', '--commit', second);
    await history(root, 'job-1', 'job-2', '--out', 'site');
    await history(root, 'job-2', '--out', 'job-1');
    expect(records(root)).toHaveLength(2);
    expect([records(root, 'job-1'), page(root, 'job-1')]).toEqual([records(root), page(root)]);
  });

  it('finds the results in the directories of downloaded artifacts', async () => {
    const root = twoRuns();
    mkdirSync(join(root, 'artifacts/one'), { recursive: true });
    resultsDirectory(results([small], [testResult('edu/a', small.id)]), {}, join(root, 'artifacts/one'));
    expect((await history(root, 'artifacts', '--out', 'site', '--commit', first)).written).toContain(
      '1 run of 1 commit',
    );
  });

  it('shows the rest when files are broken, and names these', async () => {
    const root = twoRuns();
    await history(root, 'good', '--out', 'site', '--commit', first);
    const inside = join(root, 'site/history');
    writeFileSync(join(inside, 'cut.json'), '{"schema":"qemu-driver-test/history/1"');
    writeFileSync(join(inside, 'huge.json'), `"${'x'.repeat(5 * 1024 * 1024)}"`);
    writeFileSync(join(inside, 'other.json'), '{"\x1b[31m":1}');
    symlinkSync('/dev/zero', join(inside, 'link.json'));
    mkdirSync(join(inside, 'directory.json'));
    mkdirSync(join(root, 'empty'));
    const { status, written, complaints } = await history(root, 'bad', 'empty', '--out', 'site', '--commit', second);
    expect([status, written]).toEqual([0, expect.stringContaining('2 runs of 2 commits, 1 new')]);
    expect(complaints.split('\n').map((line) => line.replace(/: expected.*/, ''))).toEqual([
      ...['other', 'link', 'huge', 'directory', 'cut'].map((name) => `left out: site/history/${name}.json`),
      'left out: empty',
      '',
    ]);
    expect(complaints).not.toContain('\x1b');
  });

  it('never makes markup of what a record says', async () => {
    const root = twoRuns();
    await history(root, 'bad', '--out', 'site', '--commit', first);
    const path = join(root, 'site/history', records(root)[0] ?? '');
    const evil = '</script><script>alert(1)</script>';
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('edu_dma_done', evil).replaceAll('edu/a', `edu/${evil}`));
    await history(root, 'site', '--out', 'site');
    expect(page(root)).not.toContain('<script>alert');
    expect(page(root).match(/<script/g)).toHaveLength(2);
  });

  it('needs directories, --out, and at least one run', async () => {
    const root = twoRuns();
    await expect(history(root, '--out', 'site')).rejects.toThrow(UsageError);
    await expect(history(root, 'good')).rejects.toThrow(UsageError);
    mkdirSync(join(root, 'empty'));
    await expect(history(root, 'empty', 'gone', '--out', 'site')).rejects.toThrow(
      'empty: expected the results of runs, found none\ngone: expected the results of runs, found none\n' +
        'There is no run to show.',
    );
    expect(existsSync(join(root, 'site'))).toBe(false);
  });

  it("does not overwrite somebody else's page", async () => {
    const root = twoRuns();
    mkdirSync(join(root, 'site'));
    writeFileSync(join(root, 'site/index.html'), '<h1>My driver</h1>');
    await expect(history(root, 'good', '--out', 'site', '--commit', first)).rejects.toThrow(RunRefused);
    expect(page(root)).toBe('<h1>My driver</h1>');
    rmSync(join(root, 'site'), { recursive: true });
    writeFileSync(join(root, 'site'), '');
    await expect(history(root, 'good', '--out', 'site', '--commit', first)).rejects.toThrow('is not a directory');
  });
});

describe('what a run was of', () => {
  const ask = (
    variables: Readonly<Record<string, string>>,
    said: { readonly commit?: string; readonly branch?: string } = {},
  ): ReturnType<typeof findOrigin> =>
    findOrigin({
      commit: said.commit,
      branch: said.branch,
      variable: (name) => variables[name],
      cwd: temporaryDirectory(),
    });
  const github = {
    GITHUB_SHA: first,
    GITHUB_REF_NAME: '7/merge',
    GITHUB_HEAD_REF: 'topic',
    GITHUB_SERVER_URL: 'https://example.org',
    GITHUB_REPOSITORY: 'o/r',
  };

  it('is what the CI system says', async () => {
    expect(await ask(github)).toEqual({
      commit: first,
      branch: 'topic',
      commitsAt: 'https://example.org/o/r/commit/',
    });
    expect(
      await ask({ CI_COMMIT_SHA: second, CI_COMMIT_REF_NAME: 'main', CI_PROJECT_URL: 'https://example.org/o/r' }),
    ).toEqual({ commit: second, branch: 'main', commitsAt: 'https://example.org/o/r/-/commit/' });
  });

  it('is the head of a pull request, and not the merge commit on which GitHub runs the job', async () => {
    const event = join(temporaryDirectory(), 'event.json');
    writeFileSync(event, JSON.stringify({ pull_request: { head: { sha: second } } }));
    const pull = { ...github, GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: 'pull_request' };
    expect(await ask(pull)).toMatchObject({ commit: second, branch: 'topic' });
    // Here, the job has checked out the base branch.
    const target = { ...pull, GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_REF_NAME: 'main' };
    expect(await ask(target)).toMatchObject({ commit: first, branch: 'main' });
    expect(await ask({ ...pull, GITHUB_EVENT_PATH: `${event}-gone` })).toMatchObject({ commit: first });
  });

  it('is the head of a merge request, and not the merge commit of a pipeline for merged results', async () => {
    const merged = {
      CI_COMMIT_SHA: first,
      CI_COMMIT_REF_NAME: 'refs/merge-requests/7/merge',
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: second,
      CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'topic',
    };
    expect(await ask(merged)).toEqual({ commit: second, branch: 'topic' });
  });

  it('is what the user says, where the user says it', async () => {
    expect(await ask(github, { commit: 'ABCDEF0', branch: 'mine' })).toMatchObject({
      commit: 'abcdef0',
      branch: 'mine',
    });
    await expect(ask({}, { commit: 'HEAD' })).rejects.toThrow('7 to 64 hexadecimal digits, but it is "HEAD"');
  });

  it('is asked for when nobody knows', async () => {
    await expect(ask({})).rejects.toThrow('Name it with --commit SHA.');
  });
});
