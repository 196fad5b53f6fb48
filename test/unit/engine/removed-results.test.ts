import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/event/event.ts';
import type { Results } from '../../../src/results/results.ts';
import { fakeQemu, type Step } from '../../fake-qemu/scenario.ts';
import { panicConsole } from '../diagnose/run-records.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { resultsIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

/**
 * Three tests, one after the other, whose machines do this; the results are removed when the event comes for the first
 * time.
 */
async function runAndRemove(isMoment: (event: RunEvent) => boolean, run: readonly Step[]): Promise<Results> {
  const root = temporaryDirectory();
  const directory = join(root, 'edu');
  const tests = ['a', 'b', 'c'].map((name) => writtenTest(directory, name));
  const plan = planOf([suite(directory, [], { tests })]);
  const outDirectory = join(root, 'results');
  const supplies = new Map(
    plan.cells.map((cell) => [cell, fakeSupplies(fakeQemu({ at: { 'stage run': run } }, root), join(root, 'archive'))]),
  );
  let isRemoved = false;
  const onEvent = (event: RunEvent): void => {
    if (isRemoved || !isMoment(event)) return;
    isRemoved = true;
    // Not before the machine has begun to write there.
    setTimeout(() => rmSync(outDirectory, { recursive: true }), event.kind === 'test-begin' ? 700 : 0);
  };
  await runEngine({ plan, supplies, outDirectory, start: 'cold', onEvent });
  return resultsIn(outDirectory);
}

const quick: readonly Step[] = [{ asUsual: true }];
/** Oopses, goes on for a while, and ends as if nothing had been. */
const oopsing: readonly Step[] = [
  { agent: 'begin run' },
  { say: 'console', text: panicConsole.replaceAll('\n', '\r\n') },
  { sleepMs: 1500 },
  { agent: 'end run 0' },
];

describe('results that somebody removes while the run goes on', () => {
  it('keep the known results, and end the run with the reason', async () => {
    const results = await runAndRemove(({ kind }) => kind === 'test-end', quick);
    expect([results.tests[0]?.outcome, results.tests[2]?.outcome]).toEqual(['pass', 'error']);
    expect(results.tests.at(-1)?.reason).toContain('record.jsonl was removed during the run');
    expect(results.exitStatus).toBe(1);
  });

  it('never make a pass of a test whose console was among them', async () => {
    const results = await runAndRemove(({ kind }) => kind === 'test-begin', oopsing);
    expect(results.tests[0]).toMatchObject({ outcome: 'error', ok: false });
    expect(results.tests[0]?.reason).toContain('console.log: it was removed during the run');
  });
});
