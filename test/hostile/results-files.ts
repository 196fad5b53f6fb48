import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonPieces } from '../../src/results/json.ts';
import { cell, crash, eduHardware, faultyDevice, results, test } from '../unit/report/sample-results.ts';
import { layFiles, wrongWithResults } from './check-results.ts';
import { attackWith } from './family.ts';
import { changeJson, jsonChange, type JsonChange } from './json-changes.ts';
import { spoilt } from './odd-text.ts';
import { randomOf } from './random.ts';
import { scratchPlace } from './scratch.ts';

const place = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2000, findings: [] } });
const timeline = `${place.id}/edu/probe/timeline.jsonl`;
const console_ = `${place.id}/edu/probe/console.log`;

/** Results as a run leaves them, with an example of everything. */
const sound = [
  ...jsonPieces(
    results(
      [place],
      [
        test('edu/probe', place.id, {
          subtests: [{ name: 'a', status: 'fail', reason: 'b' }],
          notes: ['a note'],
          timeline,
          attempts: [{ outcome: 'pass', ok: true, reason: '', startMs: 1, durationMs: 2, console: console_ }],
          flaky: true,
        }),
        crash('edu/crash', place.id, {
          devices: [faultyDevice],
          console: console_,
          timeline,
          postMortem: { files: [console_], whereabouts: ['idle'] },
          artifacts: [`${place.id}/edu/probe/console.log`],
        }),
      ],
      {
        hardware: [eduHardware],
        shard: { index: 1, count: 2, plan: 'd'.repeat(64), tests: 4 },
        merged: { from: 1, missing: ['shard 2 of 2'], notes: ['a note'] },
        interrupted: { notRun: [{ id: 'edu/x', cell: place.id }], damage: ['a line'] },
      },
    ),
  ),
].join('');

/** A results.json as a hostile job may leave it for a merge or report. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const parts = Array.from({ length: 1 + random.below(6) }, () => jsonChange(random));
  const spoil = (bytes: Buffer): Buffer => (seed % 9 === 0 ? spoilt(randomOf(seed), bytes) : bytes);
  await attackWith({ what: 'results file', seed, parts, complaintOf: (changes) => complaintOf(changes, spoil) });
}

async function complaintOf(
  changes: readonly JsonChange[],
  spoil: (bytes: Buffer) => Buffer,
): Promise<string | undefined> {
  using scratch = scratchPlace();
  layFiles(scratch, place.id);
  const value: unknown = JSON.parse(sound);
  changeJson(value, changes);
  writeFileSync(join(scratch.inside, 'results.json'), spoil(Buffer.from(JSON.stringify(value))));
  return await wrongWithResults(scratch);
}
