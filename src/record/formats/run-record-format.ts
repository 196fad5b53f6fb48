import { coverage, crash, fault } from '../../results/formats/device-format.ts';
import { reachedLines } from '../../results/formats/coverage-format.ts';
import { stageName } from '../../results/formats/finding-format.ts';
import {
  amount,
  boolean,
  defined,
  formatOf,
  insidePath,
  listOf,
  object,
  oneOf,
  oneOfKinds,
  optional,
  orUndefined,
  readBy,
  text,
} from '../../results/formats/values.ts';
import type { RunRecord } from '../../run/evidence/run-record.ts';
import { ending, exitStatus } from './ending-format.ts';

const time = readBy(text('ISO 8601, UTC.'), 'a time such as 2026-01-31T10:00:00.000Z', (written) => {
  const at = new Date(written);
  return Number.isNaN(at.getTime()) ? undefined : at;
});

const path = insidePath('Relative to the results directory.');

const stage = object({
  name: stageName,
  durationMs: amount(),
  log: path,
  exitStatus: orUndefined(exitStatus('Missing: it did not end.')),
});

const device = defined(
  'device',
  object(
    {
      id: text(),
      model: text(),
      faults: listOf(fault),
      coverage: optional(coverage),
      crash: optional(crash),
      lost: optional(text('Why nothing is known of it.')),
    },
    'A device model in its machine.',
  ),
);

const coverageEvidence = oneOfKinds(
  'kind',
  [
    object({ kind: oneOf(['read']), files: reachedLines() }, 'The lines that ran.'),
    object({ kind: oneOf(['lost']), reason: text() }, 'It could not be read.'),
  ],
  'What ran of the modules under test. Missing: it was not recorded.',
);

export const runRecord = formatOf<RunRecord>()(
  defined(
    'record',
    object(
      {
        start: oneOf(['cold', 'clone']),
        startedAt: time,
        durationMs: amount('Launch until the machine was gone.'),
        isHeard: boolean('The agent said anything.'),
        ending,
        stages: listOf(stage),
        directory: path,
        artifacts: listOf(path),
        devices: listOf(device),
        notes: listOf(text()),
        startMs: orUndefined(amount('Launch until the first stage began. Missing: none did.')),
        consolePath: optional(path),
        buildLogPath: optional(path),
        timelinePath: optional(path),
        leaks: optional(listOf(text('A report of the kernel.'))),
        coverage: optional(coverageEvidence),
        postMortem: optional(object({ files: listOf(path) })),
      },
      'What was seen. Texts stay in their files.',
    ),
  ),
);
