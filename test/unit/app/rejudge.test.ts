import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { rejudge, type Rejudged } from '../../../src/app/rejudge.ts';
import { localJudge } from '../../../src/engine/judging/judge-question.ts';
import { panicConsole } from '../diagnose/run-records.ts';
import { attempt, boot, end, header, recordOf } from '../record/record-rig.ts';

it('a kept run is judged again from its logs, and what changed is said', async () => {
  // The first passed once, and its console says otherwise; of the second nothing is new.
  const directory = await recordOf([header(2), boot, attempt(0), attempt(1), end]);
  const console = join(directory, attempt(0).record.consolePath ?? '');
  mkdirSync(dirname(console), { recursive: true });
  writeFileSync(console, panicConsole);
  const rejudged: Rejudged[] = [];
  for await (const one of rejudge({ directory, name: 'results', judge: localJudge })) rejudged.push(one);
  expect(rejudged.map(({ test, changed, was, now }) => [test, changed, was.outcome, now.outcome])).toEqual([
    ['edu/test-0', true, 'pass', 'crash'],
    ['edu/test-1', false, 'pass', 'pass'],
  ]);
});
