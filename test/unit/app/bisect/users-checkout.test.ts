import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commitStates, createHistory, type History, search, stateIn } from './history-rig.ts';

/** Everything of the user's that must stay as it is. */
function userState({ top, git }: History): unknown {
  return {
    status: git('status', '--porcelain', '--branch'),
    index: git('ls-files', '--stage'),
    refs: git('for-each-ref'),
    worktrees: git('worktree', 'list', '--porcelain'),
    files: readdirSync(top).filter((name) => name !== '.git'),
    // Git may write the references, which are compared above, into another file.
    metadata: readdirSync(join(top, '.git')).filter((name) => name !== 'worktrees' && name !== 'packed-refs'),
    left: existsSync(join(top, '.git/worktrees')) ? readdirSync(join(top, '.git/worktrees')) : [],
  };
}

function untidy(history: History): readonly string[] {
  const commits = commitStates(history, ['good', 'good', 'bad', 'bad', 'bad']);
  history.write({ number: 'staged' });
  history.git('add', 'number');
  history.write({ number: 'not staged', untracked: 'mine' });
  return commits;
}

describe('the user’s checkout', () => {
  it('stays as it is, with what is staged, changed and untracked, and nothing is left behind', async () => {
    const history = createHistory();
    const [first = ''] = untidy(history);
    const before = userState(history);
    const { result } = await search(history, { asked: { good: [first], bad: 'HEAD' } });
    expect(result.outcome).toBe('found');
    expect(userState(history)).toEqual(before);
    expect(readdirSync(history.scratch)).toEqual([]);
  });

  it('stays as it is when the search is cancelled, which keeps what is known', async () => {
    const history = createHistory();
    const [first = ''] = untidy(history);
    const before = userState(history);
    const controller = new AbortController();
    let runs = 0;
    const outcomeAt = async (place: { readonly suiteDirectory: string }): Promise<ReturnType<typeof stateIn>> => {
      runs += 1;
      if (runs === 3) controller.abort(new Error('Ctrl-C'));
      controller.signal.throwIfAborted();
      return await Promise.resolve(stateIn(join(place.suiteDirectory, '..')));
    };
    await expect(
      search(history, { asked: { good: [first], bad: 'HEAD' }, outcomeAt, signal: controller.signal }),
    ).rejects.toThrow('Ctrl-C');
    expect(userState(history)).toEqual(before);
    expect(readdirSync(history.scratch)).toEqual([]);
    const kept: unknown = JSON.parse(readFileSync(join(history.root, 'out/bisect.json'), 'utf8'));
    expect(kept).toMatchObject({ outcome: 'unfinished', steps: [{ verdict: 'bad' }, { verdict: 'good' }] });
  });

  it('is not asked about hooks, and not named by variables of Git', async () => {
    const history = createHistory();
    const [first = ''] = untidy(history);
    const hook = join(history.top, '.git/hooks/post-checkout');
    writeFileSync(hook, `#!/bin/sh\ntouch '${history.root}/hooked'\n`);
    chmodSync(hook, 0o755);
    process.env['GIT_INDEX_FILE'] = join(history.root, 'other-index');
    process.env['GIT_DIR'] = join(history.root, 'no-such-repository');
    onTestFinished(() => {
      Reflect.deleteProperty(process.env, 'GIT_INDEX_FILE');
      Reflect.deleteProperty(process.env, 'GIT_DIR');
    });
    const { result } = await search(history, { asked: { good: [first], bad: 'main' } });
    expect(result.outcome).toBe('found');
    expect([existsSync(join(history.root, 'hooked')), existsSync(join(history.root, 'other-index'))]).toEqual([
      false,
      false,
    ]);
  });

  it('loses the worktree of a killed search at the next start, and none of the user’s that is away', async () => {
    const history = createHistory();
    const [first = ''] = commitStates(history, ['good', 'bad']);
    // A process that ended long ago owns this name.
    const dead = join(history.scratch, 'qemu-driver-test-1.1.zzzz.killed');
    const away = join(history.root, 'on-a-disk-that-is-not-mounted/driver');
    for (const parent of [dead, join(away, '..')]) mkdirSync(parent);
    history.git('worktree', 'add', '--quiet', '--detach', join(dead, 'driver'));
    history.git('worktree', 'add', '--quiet', '--detach', away);
    for (const path of [dead, join(away, '..')]) rmSync(path, { recursive: true });
    await search(history, { asked: { good: [first], bad: 'HEAD' } });
    const worktrees = history.git('worktree', 'list', '--porcelain').match(/^worktree .*$/gm);
    expect(worktrees).toEqual([`worktree ${history.top}`, `worktree ${away}`]);
  });
});

describe('a bisection in progress', () => {
  it('gives the ends, the commits to skip and the paths, whatever its words are, and is not changed', async () => {
    const history = createHistory();
    const [first = ''] = commitStates(history, ['good']);
    const culprit = history.commit({ 'src/a b.c': '1', state: 'bad' }, 'culprit');
    const skipped = history.commit({ 'src/a b.c': '2' }, 'skipped');
    for (const at of [1, 2, 3]) history.commit({ docs: String(at) }, `docs ${at}`);
    history.git('bisect', 'start', '--term-new=broken', '--term-old=working', 'HEAD', first, '--', 'src/a b.c');
    history.git('bisect', 'skip', skipped);
    const [before, log] = [userState(history), history.git('bisect', 'log')];
    const { result, steps } = await search(history);
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: culprit } });
    expect(steps.map(({ commit }) => commit.subject)).toEqual(['docs 3', '0 good', 'culprit']);
    expect([userState(history), history.git('bisect', 'log')]).toEqual([before, log]);
  });

  it('is asked for when no end is named', async () => {
    const history = createHistory();
    commitStates(history, ['good', 'bad']);
    await expect(search(history)).rejects.toThrow('has no bisection in progress that knows both');
    history.git('bisect', 'start');
    history.git('bisect', 'bad');
    await expect(search(history)).rejects.toThrow('has no bisection in progress that knows both');
  });
});

it('a test outside of a repository is refused', async () => {
  const history = createHistory();
  await expect(search(history, { path: '../elsewhere/probe' })).rejects.toThrow(
    'expected a test in a Git repository with a checkout, found none',
  );
});

it('a linked worktree of the user’s has a state of its own', async () => {
  const history = createHistory();
  const [first = '', second] = commitStates(history, ['good', 'bad', 'bad']);
  const linked = join(history.root, 'linked');
  history.git('worktree', 'add', '--quiet', '--detach', linked);
  execFileSync('git', ['bisect', 'start', 'HEAD', first], { cwd: linked, stdio: 'pipe' });
  await expect(search(history)).rejects.toThrow('has no bisection in progress');
  const { result } = await search({ ...history, top: linked });
  expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: second } });
});
