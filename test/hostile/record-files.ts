import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rejudge } from '../../src/app/rejudge.ts';
import { localJudge } from '../../src/engine/judging/judge-question.ts';
import { formatEntry, RecordDamaged } from '../../src/record/entry-text.ts';
import { warningConsole } from '../unit/diagnose/run-records.ts';
import { attempt, boot, end, header } from '../unit/record/record-rig.ts';
import { layFiles, wrongWithResults } from './check-results.ts';
import { attackWith } from './family.ts';
import { changeJson, jsonChange, type JsonChange } from './json-changes.ts';
import { oddText } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';
import { type Scratch, scratchPlace, secret } from './scratch.ts';

/** A change to a record: to the content of a line, or to its lines. */
type Step =
  | { readonly do: 'change'; readonly line: number; readonly change: JsonChange }
  | { readonly do: 'drop' | 'repeat' | 'swap' | 'cut'; readonly line: number; readonly at: number }
  | { readonly do: 'insert'; readonly line: number; readonly text: string };

const sound = [
  header(3),
  boot,
  { entry: 'template-lost', cell: 'cell', note: 'it is gone' } as const,
  attempt(
    0,
    {},
    { record: { consolePath: 'cell/edu/probe/console.log', timelinePath: 'cell/edu/probe/timeline.jsonl' } },
  ),
  attempt(1, { consoleText: warningConsole, runOutput: 'KTAP version 1\n1..2\nok 1 a\nnot ok 2 b\n' }),
  attempt(2, { ending: { kind: 'deadline', timeoutMs: 1000, answering: false }, statuses: {} }),
  end,
].map(formatEntry);

/** A record after a hostile job, a full disk or a kill. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  await attackWith({
    what: 'record file',
    seed,
    parts: Array.from({ length: 1 + random.below(6) }, () => stepOf(random)),
    complaintOf,
  });
}

function stepOf(random: Random): Step {
  const line = random.below(sound.length);
  if (random.below(4) !== 0) return { do: 'change', line, change: jsonChange(random) };
  if (random.below(4) === 0)
    return {
      do: 'insert',
      line,
      text: random.oneOf([oddText(random), '{}', '{"entry":"end","durationMs":1}', '[', '', '['.repeat(10_000)]),
    };
  return { do: random.oneOf(['drop', 'repeat', 'swap', 'cut']), line, at: random.below(1000) };
}

async function complaintOf(steps: readonly Step[]): Promise<string | undefined> {
  using scratch = scratchPlace();
  layFiles(scratch, 'cell');
  const lines = [...sound];
  for (const step of steps) apply(lines, step);
  writeFileSync(join(scratch.inside, 'record.jsonl'), lines.map((line) => `${line}\n`).join(''));
  return (await wrongWithResults(scratch)) ?? (await wrongWhenJudged(scratch));
}

function apply(lines: string[], step: Step): void {
  const text = lines[step.line];
  if (text === undefined) return;
  switch (step.do) {
    case 'change':
      lines[step.line] = changed(text, step.change);
      return;
    case 'drop':
      lines.splice(step.line, 1);
      return;
    case 'repeat':
      lines.push(text);
      return;
    case 'swap':
      lines.push(...lines.splice(step.line, 1));
      return;
    case 'cut':
      lines[step.line] = text.slice(0, step.at);
      return;
    case 'insert':
      lines.splice(step.line, 0, step.text);
  }
}

/** A line that is no longer JSON stays as it is. */
function changed(text: string, change: JsonChange): string {
  try {
    const value: unknown = JSON.parse(text);
    changeJson(value, [change]);
    return JSON.stringify(value);
  } catch {
    return text;
  }
}

async function wrongWhenJudged({ inside }: Scratch): Promise<string | undefined> {
  try {
    for await (const judged of rejudge({ directory: inside, name: 'results', judge: localJudge }))
      if (JSON.stringify(judged).includes(secret)) return 'a file of the outside was judged';
    return undefined;
  } catch (error) {
    if (error instanceof RecordDamaged) return undefined;
    throw error;
  }
}
