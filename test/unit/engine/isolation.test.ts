import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localJudge } from '../../../src/engine/judging/judge-question.ts';
import type { Judge } from '../../../src/engine/judging/judge.ts';
import type { Results } from '../../../src/results/results.ts';
import { fakeQemu, type Scenario } from '../../fake-qemu/scenario.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

/** Our own bug, in the judging of one test. */
function brokenFor(test: string, error: () => unknown): Judge {
  return {
    ...localJudge,
    judge: async (job) => {
      if (job.record.directory.endsWith(`/${test}`)) throw error();
      return await localJudge.judge(job);
    },
  };
}

interface Three {
  readonly results: Results;
  readonly outDirectory: string;
}

async function runThree(judge: Judge, scenario: Scenario = {}): Promise<Three> {
  const root = temporaryDirectory();
  const directory = join(root, 'edu');
  const tests = ['a', 'b', 'c'].map((name) => writtenTest(directory, name));
  const plan = planOf([suite(directory, [], { tests })]);
  const outDirectory = join(root, 'results');
  const supplies = new Map(
    plan.cells.map((cell) => [cell, fakeSupplies(fakeQemu(scenario, root), join(root, 'archive'))]),
  );
  await runEngine({ plan, supplies, outDirectory, judge, start: 'cold', jobs: 2 });
  return { results: resultsIn(outDirectory), outDirectory };
}

describe('our own bug in one test', () => {
  it('is that test’s error, with the stack in its own log; the others go on, and the run is not ok', async () => {
    const { results, outDirectory } = await runThree(brokenFor('b', () => new RangeError('Invalid string length')));
    expect(results.tests.map(({ outcome, ok }) => [outcome, ok])).toEqual([
      ['pass', true],
      ['error', false],
      ['pass', true],
    ]);
    const [, broken] = results.tests;
    const log = 'debian-6.12-default/edu/b/internal-error.log';
    expect(broken?.reason).toBe(
      `Internal error: Invalid string length; ${log} has the stack. This is a bug of qemu-driver-test: ` +
        'please report it',
    );
    expect(readFileSync(join(outDirectory, log), 'utf8')).toMatch(
      /^RangeError: Invalid string length\n\s+at .*isolation\.test\.ts/,
    );
    // What was seen before stays.
    expect(broken).toMatchObject({
      stages: [{ name: 'run', exitStatus: 0 }],
      console: 'debian-6.12-default/edu/b/console.log',
    });
    expect([results.exitStatus, results.interrupted]).toEqual([1, undefined]);
  });

  it('is not blamed when the host refuses a resource; the reason names it', async () => {
    const refused = Object.assign(new Error("EPERM: operation not permitted, rmdir 'results'"), {
      code: 'EPERM',
      syscall: 'rmdir',
    });
    const { results } = await runThree(brokenFor('b', () => refused));
    expect(results.tests.map(({ outcome }) => outcome)).toEqual(['pass', 'error', 'pass']);
    expect(results.tests[1]?.reason).toBe(`the host failed: ${refused.message}`);
  });

  it('makes the exit status 1 and not 69 even when it hits every test before it is judged', async () => {
    const broken: Judge = { ...localJudge, judge: () => Promise.reject(new Error('all broken')) };
    const { results } = await runThree(broken);
    expect([results.exitStatus, results.totals.error]).toEqual([1, 3]);
  });

  it.each<[string, unknown]>([
    ['no Error', 'just a text'],
    ['an error without end', new Error('x'.repeat(10_000_000))],
    ['an error of many lines', new Error('one\ntwo\nthree')],
  ])('may be thrown as %s', async (_what, thrown) => {
    const { results } = await runThree(brokenFor('a', () => thrown));
    expect(results.totals).toMatchObject({ pass: 2, error: 1 });
    expect(results.tests[0]?.reason.length).toBeLessThan(1000);
    expect(results.tests[0]?.reason).not.toContain('\n');
  });

  it('in the cell’s own boot costs that cell, with the stack beside its logs', async () => {
    const broken: Judge = { ...localJudge, findBugs: () => Promise.reject(new Error('cannot read')) };
    const { results, outDirectory } = await runThree(broken);
    expect(results.tests.map(({ outcome, reason }) => [outcome, reason.split(';')[0]])).toEqual(
      Array.from({ length: 3 }, () => ['error', 'Internal error: cannot read']),
    );
    expect(readFileSync(join(outDirectory, 'debian-6.12-default/boot/internal-error.log'), 'utf8')).toContain(
      'cannot read',
    );
    expect(results.exitStatus).toBe(1);
  });

  it('in its record affects only that test', async () => {
    const broken: Judge = {
      ...localJudge,
      judge: async (job) => ({
        ...(await localJudge.judge(job)),
        ...(job.record.directory.endsWith('/c') ? { outcome: 'great' as 'pass' } : {}),
      }),
    };
    const { results } = await runThree(broken);
    expect(results.tests.map(({ outcome }) => outcome)).toEqual(['pass', 'pass', 'error']);
    expect(results.tests[2]?.reason).toContain(
      'an entry of the record that could not be read back: entry: verdict.outcome',
    );
  });
});
