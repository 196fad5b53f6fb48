import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rejudge } from '../../../src/app/rejudge.ts';
import type { LaterPlan } from '../../../src/engine/later-tests.ts';
import { localJudge } from '../../../src/engine/judging/judge-question.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { replayRecord } from '../../../src/record/replay.ts';
import { fakeQemu } from '../../fake-qemu/scenario.ts';
import { planOf, suite } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { entriesIn, runEngine, writtenTest } from './engine-rig.ts';
import { fakeSupplies } from './fake-supplies.ts';

/** A test whose template no other test of the plan has. */
function ownTest(root: string): PlannedTest {
  const directory = join(root, 'edu');
  const test = writtenTest(directory, 'a', { qemuArgs: ['-smp', '3'] });
  const [planned] = planOf([suite(directory, [], { tests: [test] })]).tests;
  if (planned === undefined) throw new Error('expected a test');
  return planned;
}

function numbered(planned: PlannedTest, number: number): PlannedTest {
  const name = `a.${number}`;
  return { ...planned, id: `edu/${name}`, test: { ...planned.test, name } };
}

async function runWith(planned: PlannedTest, root: string, planLater: LaterPlan): Promise<readonly RunEvent[]> {
  const events: RunEvent[] = [];
  await runEngine({
    plan: { cells: [planned.cell], tests: [planned] },
    supplies: new Map([[planned.cell, fakeSupplies(fakeQemu({}, root), join(root, 'archive'))]]),
    outDirectory: join(root, 'results'),
    planLater,
    onEvent: (event) => events.push(event),
  });
  return events;
}

it('runs tests that were planned from the first one, on its template, in the same record', async () => {
  const root = temporaryDirectory();
  const planned = ownTest(root);
  const events = await runWith(planned, root, ([first]) =>
    first?.verdict.outcome === 'pass'
      ? [1, 2, 3].map((number) => ({ planned: numbered(planned, number), madeFrom: planned }))
      : [],
  );
  const place = { directory: join(root, 'results'), name: 'results', unwritten: [] };
  const { results } = replayRecord(place);
  expect(results.tests.map(({ id, start, ok }) => [id, start, ok])).toEqual([
    ['edu/a', 'clone', true],
    ['edu/a.1', 'clone', true],
    ['edu/a.2', 'clone', true],
    ['edu/a.3', 'clone', true],
  ]);
  expect([results.exitStatus, results.interrupted]).toEqual([0, undefined]);
  expect(events.filter(({ kind }) => kind === 'run-more')).toEqual([{ kind: 'run-more', tests: 3 }]);
  expect(entriesIn(place.directory).map(({ entry }) => entry)).toEqual([
    'run',
    'boot',
    'attempt',
    'tests',
    'attempt',
    'attempt',
    'attempt',
    'end',
  ]);
  const again = [];
  for await (const { test, changed } of rejudge({ ...place, judge: localJudge })) again.push([test, changed]);
  expect(again).toEqual(['edu/a', 'edu/a.1', 'edu/a.2', 'edu/a.3'].map((id) => [id, false]));
});

it('ends as always when there is nothing more to plan', async () => {
  const root = temporaryDirectory();
  const events = await runWith(ownTest(root), root, () => []);
  expect(events.some(({ kind }) => kind === 'run-more')).toBe(false);
  const { results } = replayRecord({ directory: join(root, 'results'), name: 'results', unwritten: [] });
  expect([results.tests.length, results.exitStatus]).toEqual([1, 0]);
});
