import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { locateTest, runBisect, type BisectRun } from '../../../../src/app/bisect/run-bisect.ts';
import type { StepPlace } from '../../../../src/app/bisect/run-step.ts';
import type { BisectResult, BisectStep, StepJudgement } from '../../../../src/results/bisect-result.ts';
import { ownScratchParent } from '../../own-scratch.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';

/** A repository with a history that a test makes. */
export interface History {
  readonly root: string;
  /** The top of the user's checkout. */
  readonly top: string;
  /** The parent of scratch directories. */
  readonly scratch: string;
  readonly git: (...words: readonly string[]) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Commits these files, and returns the hash. */
  readonly commit: (files: Readonly<Record<string, string>>, subject?: string) => string;
}

export function createHistory(): History {
  const root = temporaryDirectory();
  const top = join(root, 'driver');
  mkdirSync(top);
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: top, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'A Developer');
  git('config', 'user.email', 'dev@example.org');
  const write: History['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text, { mode: basename(path) === 'run' ? 0o755 : 0o644 });
    }
  };
  const commit: History['commit'] = (files, subject = Object.values(files).join(' ')) => {
    write(files);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', `--message=${subject}`);
    return git('rev-parse', 'HEAD');
  };
  return { root, top, scratch: ownScratchParent(root), git, write, commit };
}

/** Commits one after the other, each with its verdict in the file `state`. The number makes each commit a change. */
export function commitStates(history: History, states: readonly StepJudgement['verdict'][]): readonly string[] {
  return states.map((state, index) =>
    history.commit({ state, number: `${history.git('rev-list', '--all', '--count')} ${index}` }, `${index} ${state}`),
  );
}

/** The verdict that a checkout has in its file `state`. */
export function stateIn(directory: string): StepJudgement {
  const path = join(directory, 'state');
  const verdict = existsSync(path) ? readFileSync(path, 'utf8').trim() : 'skip';
  switch (verdict) {
    case 'good':
      return { verdict, outcome: 'pass', reason: '' };
    case 'bad':
      return {
        verdict,
        outcome: 'crash',
        reason: 'it crashed',
        title: 'WARNING in foo',
        source: { file: 'f.c', line: 3 },
      };
    default:
      return { verdict: 'skip', reason: 'no state' };
  }
}

export interface SearchChanges extends Partial<Omit<BisectRun, 'runTest' | 'located'>> {
  readonly path?: string;
  /** The outcome at a commit; by default, what its file `state` says. */
  readonly outcomeAt?: (place: StepPlace) => StepJudgement | Promise<StepJudgement>;
}

export interface Search {
  readonly result: BisectResult;
  readonly steps: readonly BisectStep[];
  readonly begun: readonly string[];
}

/** A bisection of `tests/probe` in that history. */
export async function search(history: History, changes: SearchChanges = {}): Promise<Search> {
  const { path = 'tests/probe', outcomeAt, ...rest } = changes;
  const signal = changes.signal ?? new AbortController().signal;
  const located = await locateTest(join(history.top, path), signal);
  const begun: string[] = [];
  const steps: BisectStep[] = [];
  const result = await runBisect({
    located,
    asked: { good: [], bad: undefined },
    runTest: async (place) => ({
      judgement: await (outcomeAt?.(place) ?? stateIn(join(place.suiteDirectory, '..'))),
      results: undefined,
    }),
    withCurrentSuite: false,
    outDirectory: join(history.root, 'out'),
    cwd: history.top,
    version: '0',
    onBegin: () => undefined,
    listener: {
      onStepBegin: ({ number, commit, role }, about) => void begun.push(`${number}/${about} ${commit.subject} ${role}`),
      onStepEnd: (step) => void steps.push(step),
    },
    signal,
    ...rest,
  });
  return { result, steps, begun };
}
