import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitStates, createHistory, type History, search } from './history-rig.ts';

const good = 'good';
const bad = 'bad';
const skip = 'skip';

/** What a fresh clone says after a replay of the log. */
function replayed({ root, top }: History): string {
  const clone = join(root, 'clone');
  execFileSync('git', ['clone', '--quiet', top, clone], { stdio: 'pipe' });
  return execFileSync('git', ['bisect', 'replay', join(root, 'out/bisect.log')], {
    cwd: clone,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

describe('the first bad commit', () => {
  it('is found after both ends were proved, with its finding, and its log can be replayed', async () => {
    const history = createHistory();
    const commits = commitStates(history, [good, good, good, good, good, bad, bad, bad, bad]);
    const { result, steps, begun } = await search(history, { asked: { good: [commits[0] ?? ''], bad: 'HEAD' } });
    expect(result).toMatchObject({
      outcome: 'found',
      firstBad: { hash: commits[5], subject: '5 bad', author: 'A Developer <dev@example.org>' },
      bad: commits[8],
      good: [commits[0]],
    });
    expect(begun).toEqual([
      '1/5 8 bad bad',
      '2/5 0 good good',
      '3/5 4 good between',
      '4/5 6 bad between',
      '5/5 5 bad between',
    ]);
    expect(steps.find(({ commit }) => commit.hash === commits[5])).toMatchObject({
      verdict: 'bad',
      title: 'WARNING in foo',
      source: { file: 'f.c', line: 3 },
    });
    expect(replayed(history)).toContain(`${commits[5]} is the first bad commit`);
    expect(JSON.parse(readFileSync(join(history.root, 'out/bisect.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(result)),
    );
  });

  it('is the bad end when it follows the good one, without another run', async () => {
    const history = createHistory();
    const [first = '', second] = commitStates(history, [good, bad]);
    const { result, begun } = await search(history, { asked: { good: [first], bad: undefined } });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: second } });
    expect(begun).toEqual(['1/2 1 bad bad', '2/2 0 good good']);
  });

  it('is the one on a side branch, not the merge that brought it', async () => {
    const history = createHistory();
    const [start = ''] = commitStates(history, [good]);
    history.git('checkout', '--quiet', '-b', 'side');
    history.commit({ side: '1' }, 'side 1');
    const culprit = history.commit({ side: '2', state: bad }, 'side 2');
    history.commit({ side: '3' }, 'side 3');
    history.git('checkout', '--quiet', 'main');
    history.commit({ main: '1' }, 'main 1');
    history.git('merge', '--quiet', '--no-edit', 'side');
    history.commit({ main: '2' }, 'main 2');
    const { result } = await search(history, { asked: { good: [start], bad: 'main' } });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: culprit, subject: 'side 2' } });
  });

  it('is found beside commits that cannot be tested', async () => {
    const history = createHistory();
    const commits = commitStates(history, [good, good, skip, good, bad, skip, skip, bad]);
    const { result, steps } = await search(history, { asked: { good: [commits[0] ?? ''], bad: 'HEAD' } });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: commits[4] } });
    expect(steps.some(({ verdict }) => verdict === skip)).toBe(true);
  });

  it('is one of those that cannot be tested when they hide it', async () => {
    const history = createHistory();
    const commits = commitStates(history, [good, good, skip, skip, bad, bad]);
    const { result } = await search(history, { asked: { good: [commits[0] ?? ''], bad: 'HEAD' } });
    expect(result.outcome).toBe('only-skipped');
    expect(result.candidates?.map(({ hash }) => hash).sort()).toEqual([...commits.slice(2, 5)].sort());
  });

  it('may have several good commits before it', async () => {
    const history = createHistory();
    const [start = ''] = commitStates(history, [good]);
    history.git('checkout', '--quiet', '-b', 'side');
    const side = history.commit({ side: '1' }, 'side');
    history.git('checkout', '--quiet', 'main');
    const [, culprit] = commitStates(history, [good, bad]);
    history.git('merge', '--quiet', '--no-edit', 'side');
    const { result, begun } = await search(history, { asked: { good: [start, side], bad: 'HEAD' } });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: culprit }, good: [side] });
    expect(begun.filter((line) => line.endsWith(' good'))).toHaveLength(1);
  });
});

describe('ends that are not what the user said', () => {
  it.each([
    [[good, good, good], 'not-bad', 1],
    [[bad, bad, bad], 'not-good', 2],
    [[good, bad, skip], 'unknown-end', 1],
    [[skip, good, bad], 'unknown-end', 2],
  ] as const)('%j: %s after %i runs', async (states, outcome, runs) => {
    const history = createHistory();
    const [first = ''] = commitStates(history, states);
    const { result, steps } = await search(history, { asked: { good: [first], bad: 'HEAD' } });
    expect([result.outcome, steps.length, result.firstBad]).toEqual([outcome, runs, undefined]);
  });

  it('are refused before anything is run when the good one is not older', async () => {
    const history = createHistory();
    const [first = '', last = ''] = commitStates(history, [good, bad]);
    await expect(search(history, { asked: { good: [last], bad: first } })).rejects.toThrow(
      'Are --good and --bad exchanged?',
    );
    await expect(search(history, { asked: { good: ['none'], bad: first } })).rejects.toThrow(
      '--good none: expected a commit of',
    );
    await expect(search(history, { asked: { good: [], bad: first } })).rejects.toThrow('--bad needs --good REF');
  });

  it('say that the good commit repaired what was bad before it branched off', async () => {
    const history = createHistory();
    const [base = ''] = commitStates(history, [bad]);
    history.git('checkout', '--quiet', '-b', 'repaired');
    const repaired = history.commit({ state: good }, 'repair');
    history.git('checkout', '--quiet', 'main');
    history.commit({ number: 'later' }, 'later');
    const { result } = await search(history, { asked: { good: [repaired], bad: 'main' } });
    expect(result).toMatchObject({ outcome: 'merge-base-bad', mergeBase: { hash: base } });
  });
});
