import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StepPlace } from '../../../../src/app/bisect/run-step.ts';
import type { StepJudgement } from '../../../../src/results/bisect-result.ts';
import { createHistory, type History, search, stateIn } from './history-rig.ts';

const judged = { bad: { verdict: 'bad', reason: 'x' }, good: { verdict: 'good', reason: '' } } as const;

/** A suite in a directory of the repository, with a driver inside it and one beside it. */
function withDrivers(): { readonly history: History; readonly first: string; readonly culprit: string } {
  const history = createHistory();
  const suite = {
    'sub/tests/info/modules': 'own\n../driver\n',
    'sub/tests/old/run': '#!/bin/sh\n',
    'sub/tests/own/Kbuild': 'obj-m := own.o\n',
    'sub/driver/Kbuild': 'obj-m := foo.o\n',
  };
  const first = history.commit({ ...suite, 'sub/tests/own/own.c': 'good', 'sub/driver/foo.c': '0' }, 'first');
  history.commit({ 'sub/driver/foo.c': '1' }, 'second');
  const culprit = history.commit({ 'sub/tests/own/own.c': 'bad' }, 'culprit');
  history.commit({ 'sub/driver/foo.c': '2' }, 'last');
  return { history, first, culprit };
}

function text(place: StepPlace, path: string): string {
  return readFileSync(join(place.suiteDirectory, path), 'utf8');
}

describe('the suite of each commit', () => {
  it('keeps its place in the repository, and so does the working directory', async () => {
    const { history, first, culprit } = withDrivers();
    const places: string[] = [];
    const outcomeAt = (place: StepPlace): StepJudgement => {
      places.push(relative(place.cwd, place.suiteDirectory));
      return judged[text(place, 'own/own.c') as 'good' | 'bad'];
    };
    const { result } = await search(history, {
      path: 'sub/tests/old',
      cwd: join(history.top, 'sub'),
      asked: { good: [first], bad: 'HEAD' },
      outcomeAt,
    });
    expect([result.firstBad?.hash, result.test]).toEqual([culprit, 'sub/tests/old']);
    expect(new Set(places)).toEqual(new Set(['tests']));
  });

  it('has the same path from above the repository', async () => {
    const { history, first } = withDrivers();
    const places = new Set<string>();
    await search(history, {
      path: 'sub/tests/old',
      cwd: history.root,
      asked: { good: [first], bad: 'HEAD' },
      outcomeAt: (place) => {
        places.add(relative(place.cwd, place.suiteDirectory));
        return judged[text(place, 'own/own.c') as 'good' | 'bad'];
      },
    });
    expect([...places]).toEqual(['driver/sub/tests']);
  });
});

describe('--current-suite', () => {
  it('tests the drivers of every commit, also in the suite, with the suite as it was at the beginning', async () => {
    const { history, first, culprit } = withDrivers();
    history.git('rm', '--quiet', '-r', 'sub/tests/old');
    history.write({ 'sub/tests/new/run': 'as it is now', 'sub/tests/own/own.c': 'as it is now' });
    const seen: (readonly string[])[] = [];
    const outcomeAt = (place: StepPlace): StepJudgement => {
      history.write({ 'sub/tests/new/run': 'edited meanwhile' });
      seen.push([
        text(place, 'new/run'),
        text(place, '../driver/foo.c'),
        String(existsSync(join(place.suiteDirectory, 'old'))),
      ]);
      return judged[text(place, 'own/own.c') as 'good' | 'bad'];
    };
    const { result } = await search(history, {
      path: 'sub/tests/new',
      asked: { good: [first], bad: 'HEAD' },
      withCurrentSuite: true,
      outcomeAt,
    });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: culprit } });
    expect(seen.slice(0, 2)).toEqual([
      ['as it is now', '2', 'false'],
      ['as it is now', '0', 'false'],
    ]);
  });

  it('is refused when the suite is not valid, before anything is run', async () => {
    const { history, first } = withDrivers();
    history.write({ 'sub/tests/info/timeout': 'soon' });
    const asked = { good: [first], bad: 'HEAD' };
    await expect(search(history, { path: 'sub/tests/old', asked, withCurrentSuite: true })).rejects.toThrow(
      'sub/tests/info/timeout:1: ',
    );
  });
});

describe('submodules', () => {
  /** The driver is in a submodule. Each commit of the repository pins one of it. */
  function withSubmodule(): { readonly history: History; readonly pins: readonly string[] } {
    const history = createHistory();
    const library = createHistory();
    const outer = (...words: readonly string[]): string => history.git('-c', 'protocol.file.allow=always', ...words);
    history.commit({ state: 'skip' }, 'before');
    const pins = ['good', 'good', 'bad', 'bad'].map((state, at) => {
      const pinned = library.commit({ state, number: String(at) }, state);
      if (at === 0) outer('submodule', '--quiet', 'add', library.top, 'lib');
      outer('-C', 'lib', 'fetch', '--quiet', 'origin');
      outer('-C', 'lib', 'checkout', '--quiet', pinned);
      return history.commit({}, `pin ${at}`);
    });
    // There is no network to fetch from.
    rmSync(library.top, { recursive: true });
    return { history, pins };
  }

  const outcomeAt = (place: StepPlace): StepJudgement => stateIn(join(place.suiteDirectory, '../lib'));

  it('are checked out from the user’s own copies, and the configuration stays', async () => {
    const { history, pins } = withSubmodule();
    const config = readFileSync(join(history.top, '.git/config'), 'utf8');
    const { result } = await search(history, { asked: { good: [pins[0] ?? ''], bad: 'HEAD' }, outcomeAt });
    expect(result).toMatchObject({ outcome: 'found', firstBad: { hash: pins[2] } });
    expect(readFileSync(join(history.top, '.git/config'), 'utf8')).toBe(config);
    expect(history.git('status', '--porcelain')).toBe('');
  });

  it('of which the user has no copy stay empty', async () => {
    const { history, pins } = withSubmodule();
    history.git('submodule', '--quiet', 'deinit', '--force', 'lib');
    rmSync(join(history.top, '.git/modules/lib'), { recursive: true });
    const config = readFileSync(join(history.top, '.git/config'), 'utf8');
    const { result } = await search(history, { asked: { good: [pins[0] ?? ''], bad: 'HEAD' }, outcomeAt });
    expect(result).toMatchObject({ outcome: 'unknown-end', steps: [{ verdict: 'skip', reason: 'no state' }] });
    expect(readFileSync(join(history.top, '.git/config'), 'utf8')).toBe(config);
  });

  it('at a commit that the user’s copy does not have make the commit one that cannot be tested', async () => {
    const { history, pins } = withSubmodule();
    history.git('update-index', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
    history.git('commit', '--quiet', '--message=pin nothing');
    const { result } = await search(history, { asked: { good: [pins[0] ?? ''], bad: 'HEAD' }, outcomeAt });
    expect(result.outcome).toBe('unknown-end');
    expect(result.steps[0]?.reason).toContain('the submodule lib cannot be checked out');
  });
});
