import type { BisectStep, StepJudgement } from '../../results/bisect-result.ts';
import { RunRefused } from '../load-suites.ts';
import type { BisectEnds } from './bisect-ends.ts';
import { type CommitFacts, commitFacts, type Git, GitRefused } from './git.ts';
import type { ScratchCheckout } from './scratch-checkout.ts';

/** Runs the test in a checkout. `number` and `commit` name its results. */
export type StepRunner = (step: StepToRun) => Promise<RunStep>;

export interface StepToRun {
  /** The top of the checkout. */
  readonly directory: string;
  readonly number: number;
  readonly commit: CommitFacts;
}

/** A judged run, and where its results are, relative to those of the bisection; undefined: nothing was run. */
export interface RunStep extends StepJudgement {
  readonly results?: string;
}

export type BisectEnd =
  | { readonly kind: 'found'; readonly commit: CommitFacts; readonly step: BisectStep | undefined }
  /** The first bad commit is one of these; only commits that cannot be tested are left. */
  | { readonly kind: 'only-skipped'; readonly candidates: readonly CommitFacts[] }
  /** An end is not what the user said. */
  | { readonly kind: 'not-good' | 'not-bad'; readonly step: BisectStep }
  /** An end cannot be tested, so nothing can be concluded. */
  | { readonly kind: 'unknown-end'; readonly step: BisectStep }
  /** The test fails at the commit from which a good one branched off: it was repaired there, not broken later. */
  | { readonly kind: 'merge-base-bad'; readonly commit: CommitFacts };

export interface BisectListener {
  /** `about`: how many runs there will be in all, as far as it is known. */
  readonly onStepBegin: (step: Pick<BisectStep, 'number' | 'commit' | 'role'>, about: number) => void;
  /** `log`: the output of `git bisect log`, so far. */
  readonly onStepEnd: (steps: readonly BisectStep[], log: string) => void;
}

export interface Bisection {
  readonly checkout: ScratchCheckout;
  readonly ends: BisectEnds;
  readonly run: StepRunner;
  readonly listener: BisectListener;
}

/**
 * Finds the first bad commit with Git's own bisection, in the checkout. First the ends are run: without this proof, the
 * result would rest on a claim. @throws GitRefused @throws what `run` throws
 */
export async function findFirstBad(bisection: Bisection): Promise<BisectEnd> {
  const search = new Search(bisection);
  return (await search.checkEnds()) ?? (await search.between());
}

async function refuseReversed(git: Git, bad: string, good: string): Promise<void> {
  if ((await git.ask('merge-base', '--is-ancestor', bad, good)).exitCode === 0)
    throw new RunRefused(
      `The bad commit ${bad.slice(0, 12)} is not newer than the good commit ${good.slice(0, 12)}: no commit between ` +
        'them can have broken the test. Are --good and --bad exchanged?',
    );
}

/** The exit status of `git bisect`: its log says the same. */
const onlySkippedLeft = 2;

class Search {
  readonly #bisection: Bisection;
  readonly #steps: BisectStep[] = [];

  constructor(bisection: Bisection) {
    this.#bisection = bisection;
  }

  /** The bad end first: it is the one that most often is not as it was. */
  async checkEnds(): Promise<BisectEnd | undefined> {
    const { ends, checkout } = this.#bisection;
    for (const commit of ends.good) await refuseReversed(checkout.git, ends.bad, commit);
    const bad = await this.#run(ends.bad, 'bad');
    if (bad.verdict !== 'bad') return { kind: bad.verdict === 'good' ? 'not-bad' : 'unknown-end', step: bad };
    for (const commit of ends.good) {
      const good = await this.#run(commit, 'good');
      if (good.verdict !== 'good') return { kind: good.verdict === 'bad' ? 'not-good' : 'unknown-end', step: good };
    }
    return undefined;
  }

  async between(): Promise<BisectEnd> {
    const { ends, checkout } = this.#bisection;
    const { git } = checkout;
    await checkout.clean();
    await git.tell(
      'bisect',
      'start',
      ends.bad,
      ...ends.good,
      ...(ends.paths.length === 0 ? [] : ['--', ...ends.paths]),
    );
    if (ends.skipped.length > 0) await git.ask('bisect', 'skip', ...ends.skipped);
    for (;;) {
      const log = await this.#log();
      this.#bisection.listener.onStepEnd(this.#steps, log);
      const end = (await this.#endIn(log)) ?? (await this.#next());
      if (end !== undefined) return end;
    }
  }

  /** Runs what Git has checked out, and tells Git the verdict. */
  async #next(): Promise<BisectEnd | undefined> {
    const { checkout, listener } = this.#bisection;
    const { git } = checkout;
    const hash = await git.tell('rev-parse', 'HEAD');
    const { verdict, commit } = this.#known(hash) ?? (await this.#run(hash, 'between'));
    await checkout.clean();
    const answer = await git.ask('bisect', verdict, hash);
    if (answer.exitCode === 0 || answer.exitCode === onlySkippedLeft) return undefined;
    listener.onStepEnd(this.#steps, await this.#log());
    if (verdict === 'bad' && /^The merge base /m.test(answer.output)) return { kind: 'merge-base-bad', commit };
    throw new GitRefused(['bisect', verdict], answer);
  }

  #known(hash: string): BisectStep | undefined {
    return this.#steps.find(({ commit }) => commit.hash === hash);
  }

  async #run(hash: string, role: BisectStep['role']): Promise<BisectStep> {
    const { checkout, run, listener } = this.#bisection;
    if (role !== 'between') {
      await checkout.clean();
      await checkout.git.tell('checkout', '--quiet', '--detach', hash);
    }
    const commit = await commitFacts(checkout.git, hash);
    const number = this.#steps.length + 1;
    listener.onStepBegin({ number, commit, role }, number + (await this.#left(role)));
    const obstacle = await checkout.fill();
    const ran: RunStep =
      obstacle === undefined
        ? await run({ directory: checkout.directory, number, commit })
        : { verdict: 'skip', reason: obstacle };
    const step = { number, commit, role, ...ran };
    this.#steps.push(step);
    if (role !== 'between') listener.onStepEnd(this.#steps, await this.#log());
    return step;
  }

  /** How many runs are likely to follow. */
  async #left(role: BisectStep['role']): Promise<number> {
    const { ends, checkout } = this.#bisection;
    const isBetween = role === 'between';
    const bad = isBetween ? 'refs/bisect/bad' : ends.bad;
    const good = isBetween ? ['--glob=refs/bisect/good-*'] : ends.good;
    const { stdout } = await checkout.git.ask('rev-list', '--bisect-vars', bad, '--not', ...good, '--', ...ends.paths);
    const steps = Number(/^bisect_steps=(\d+)$/m.exec(stdout)?.[1] ?? 0);
    if (isBetween) return steps;
    const untested = Number(/^bisect_all=(\d+)$/m.exec(stdout)?.[1] ?? 0) > 1 ? steps + 1 : 0;
    const goodBegun = this.#steps.filter((step) => step.role === 'good').length + (role === 'good' ? 1 : 0);
    return untested + ends.good.length - goodBegun;
  }

  async #log(): Promise<string> {
    const { exitCode, stdout } = await this.#bisection.checkout.git.ask('bisect', 'log');
    return exitCode === 0 ? stdout : '';
  }

  /** Git writes the end of a bisection into its log. */
  async #endIn(log: string): Promise<BisectEnd | undefined> {
    const { git } = this.#bisection.checkout;
    const first = /^# first (?:bad|new) commit: \[([0-9a-f]+)\]/m.exec(log)?.[1];
    if (first !== undefined) return { kind: 'found', commit: await commitFacts(git, first), step: this.#known(first) };
    if (!/^# only skipped commits left to test$/m.test(log)) return undefined;
    const hashes = [...log.matchAll(/^# possible first bad commit: \[([0-9a-f]+)\]/gm)].map(([, hash]) => hash ?? '');
    const candidates: CommitFacts[] = [];
    for (const hash of hashes) candidates.push(await commitFacts(git, hash));
    return { kind: 'only-skipped', candidates };
  }
}
