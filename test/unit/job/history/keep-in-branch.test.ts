import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobPlace } from '../../../../src/job/history/history-wish.ts';
import { keepInBranch } from '../../../../src/job/history/keep-in-branch.ts';
import { resultsDirectory } from '../../report/html/sample-directory.ts';
import { cell, crash, results, test as testResult } from '../../report/sample-results.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { createBareRepository, type Repository, serveOverHttp, token } from './git-server.ts';

const small = cell('debian:6.12', 'small');
const commit = '5'.repeat(40);
const main: JobPlace = { kind: 'branch', name: 'main', isDefault: true };

beforeEach(() => {
  vi.stubEnv('GITHUB_SHA', commit);
  vi.stubEnv('GITHUB_EVENT_PATH', '');
});
afterEach(() => vi.unstubAllEnvs());

interface Attempt {
  readonly url: string;
  readonly place?: JobPlace;
  readonly signal?: AbortSignal;
}

interface Said {
  readonly texts: readonly string[];
  readonly warnings: readonly string[];
}

/** Keeps a run in which a test crashed. */
async function keep({ url, place = main, signal = new AbortController().signal }: Attempt): Promise<Said> {
  const texts: string[] = [];
  const warnings: string[] = [];
  const found = results([small], [testResult('edu/a', small.id), crash('edu/b', small.id)]);
  await keepInBranch(
    {
      wish: { branch: 'driver-history', runs: 'default-branch' },
      place,
      remote: { url, user: 'robot', token },
      advice: 'Allow it.',
      messageEnd: ' [skip ci]',
      outDirectory: resultsDirectory(found),
      workspace: temporaryDirectory(),
      version: '0',
      signal,
    },
    { text: (text) => texts.push(text), warn: (message) => warnings.push(message) },
  );
  return { texts, warnings };
}

const branches = ({ git }: Repository): string => git('for-each-ref', '--format=%(refname:short)').trim();

describe('a run of the default branch', () => {
  it('is kept although a test crashed, under its commit', async () => {
    const repository = createBareRepository();
    expect(await keep({ url: `file://${repository.path}` })).toEqual({
      texts: ['history: edu: 1 kernel fails; 1 run in the branch driver-history'],
      warnings: [],
    });
    expect(repository.git('log', '-1', '--format=%s', 'driver-history')).toBe(
      `Run of ${commit.slice(0, 12)} [skip ci]\n`,
    );
    const [record = ''] = repository.git('ls-tree', '-r', '--name-only', 'driver-history', 'history/').split('\n');
    expect(repository.git('show', `driver-history:${record}`)).toContain(commit);
  });

  it('is not kept where the push is refused: a warning says what to allow', async () => {
    const { url } = await serveOverHttp(createBareRepository());
    const { texts, warnings } = await keep({ url: url.replace('driver.git', 'other.git') });
    expect(texts).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(/^The history was not kept in the branch driver-history: .*\. Allow it\.$/) as string,
    ]);
    expect(warnings.join('')).not.toContain(token);
  });
});

describe('a run that is not kept', () => {
  it.each<[string, Partial<Attempt>, string]>([
    [
      'of a fork',
      { place: { kind: 'change', what: 'a pull request', isForeign: true } },
      'history: this run is not kept, because it is for a pull request, whose code may come from another repository.',
    ],
    [
      'of another branch',
      { place: { kind: 'branch', name: 'topic', isDefault: false } },
      'history: this run is not kept, because topic is not the default branch (history-runs: branches keeps it).',
    ],
    [
      'of a cancelled job',
      { signal: AbortSignal.abort() },
      'history: this run is not kept, because the job was cancelled.',
    ],
  ])('%s changes nothing, and says why', async (_, attempt, text) => {
    const repository = createBareRepository();
    expect(await keep({ url: `file://${repository.path}`, ...attempt })).toEqual({ texts: [text], warnings: [] });
    expect(branches(repository)).toBe('');
  });
});
