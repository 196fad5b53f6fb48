import { bounds } from '../bounds/bounds.ts';
import { asObject } from '../bounds/parse-json.ts';
import type { JudgingRules, Verdict } from '../diagnose/verdict.ts';
import * as results from '../results/parse-results.ts';
import {
  amount,
  arrayOf,
  boolean,
  insidePath,
  name,
  number,
  object,
  objectWith,
  oneOf,
  type Shape,
  ShapeMismatch,
  string,
  whole,
} from '../results/shape.ts';
import type { DeviceRecord } from '../run/evidence/device-record.ts';
import type { Ending, NotStartedCause, PostMortemRecord, RunRecord, StageRecord } from '../run/evidence/run-record.ts';
import type { ConsoleExpectation, Expectation } from '../suite/suite.ts';
import {
  type AttemptEntry,
  type BootEntry,
  type EndEntry,
  type HeaderEntry,
  type PlannedEntry,
  type RecordEntry,
  recordSchema,
  type TemplateLostEntry,
} from './entries.ts';

type Kinds<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: Shape<Extract<T, { readonly kind: Kind }>>;
};

/** Reads a union by its `kind`. The table is an object so that the compiler finds what is missing in it. */
function taggedBy<T extends { readonly kind: string }>(kinds: Kinds<T>): Shape<T> {
  const shapes = new Map<string, Shape<T>>(Object.entries(kinds));
  return (value, place) => {
    const kind = asObject(value)?.['kind'];
    const shape = typeof kind === 'string' ? shapes.get(kind) : undefined;
    if (shape === undefined) throw new ShapeMismatch(`${place}.kind`, `one of ${[...shapes.keys()].join(', ')}`, kind);
    return shape(value, place);
  };
}

function bare<Kind extends string>(kind: Kind): Shape<{ readonly kind: Kind }> {
  return object({ kind: oneOf([kind]) });
}

function detailed<Kind extends string>(kind: Kind): Shape<{ readonly kind: Kind; readonly detail: string }> {
  return object({ kind: oneOf([kind]), detail: string });
}

const cause: Shape<NotStartedCause> = taggedBy<NotStartedCause>({
  'module-build': object({ kind: oneOf(['module-build']), directory: string, output: string }),
  'boot-failed': detailed('boot-failed'),
  'model-failed': detailed('model-failed'),
});

type QemuExit = Extract<Ending, { readonly kind: 'qemu-exited' }>;
const writtenExit = objectWith<
  Pick<QemuExit, 'kind' | 'lastOutput'>,
  { readonly exitCode: number; readonly signal: string }
>({ kind: oneOf(['qemu-exited']), lastOutput: string }, { exitCode: number, signal: string });
/** JSON has no `undefined`: what is absent was it. */
const qemuExit: Shape<QemuExit> = (value, place) => {
  const { exitCode, signal, ...rest } = writtenExit(value, place);
  return { ...rest, exitCode, signal };
};

const ending: Shape<Ending> = taggedBy<Ending>({
  completed: bare('completed'),
  deadline: object({ kind: oneOf(['deadline']), timeoutMs: number, answering: boolean }),
  'no-power-off': object({ kind: oneOf(['no-power-off']), timeoutMs: number }),
  'boot-deadline': object({
    kind: oneOf(['boot-deadline']),
    timeoutMs: number,
    phase: oneOf(['kernel-silent', 'kernel-started', 'init-started']),
  }),
  'guest-shutdown': bare('guest-shutdown'),
  'guest-reset': bare('guest-reset'),
  'guest-panicked': bare('guest-panicked'),
  'after-bug': object({ kind: oneOf(['after-bug']), bug: string }),
  'qemu-exited': qemuExit,
  'agent-lost': detailed('agent-lost'),
  'model-broke': detailed('model-broke'),
  'over-limit': detailed('over-limit'),
  'host-failed': detailed('host-failed'),
  'internal-error': object({ kind: oneOf(['internal-error']), detail: string, log: string }),
  'not-started': object({ kind: oneOf(['not-started']), cause }),
  cancelled: bare('cancelled'),
});

/** Reads a line of a record, parsed as JSON. @throws ShapeMismatch with the place of what is wrong. */
export const entryShape: Shape<RecordEntry> = (value, place) => {
  const kind = asObject(value)?.['entry'];
  switch (kind) {
    case 'run':
      return header(value, place);
    case 'boot':
      return boot(value, place);
    case 'template-lost':
      return templateLost(value, place);
    case 'attempt':
      return attempt(value, place);
    case 'end':
      return end(value, place);
    default:
      throw new ShapeMismatch(`${place}.entry`, 'one of run, boot, template-lost, attempt, end', kind);
  }
};

/** A pattern as its source: patterns of suites have no flags. */
const pattern: Shape<RegExp> = (value, place) => {
  const source = string(value, place);
  try {
    return new RegExp(source);
  } catch {
    throw new ShapeMismatch(place, 'a regular expression', source);
  }
};

const expectation: Shape<Expectation> = (value, place) => {
  const { kind, title } = objectWith<{ readonly kind: Expectation['kind'] }, { readonly title: RegExp }>(
    { kind: oneOf(['pass', 'any-failure', 'fail', 'timeout', 'hang', 'crash']) },
    { title: pattern },
  )(value, place);
  return kind === 'crash' ? { kind, title } : { kind };
};

const writtenExpectation = objectWith<Omit<ConsoleExpectation, 'until'>, { readonly until: string }>(
  { kind: oneOf(['allow', 'require']), pattern, reason: string, file: string, line: number },
  { until: string },
);
const consoleExpectation: Shape<ConsoleExpectation> = (value, place) => {
  const { until, ...rest } = writtenExpectation(value, place);
  return { ...rest, until };
};

const rules: Shape<JudgingRules> = object({
  expectation,
  expectConsole: arrayOf(consoleExpectation),
  isSweepPoint: boolean,
});
const planned: Shape<PlannedEntry> = object({
  id: results.testId,
  cell: results.cellId,
  suite: name,
  description: string,
  expected: string,
  rules,
  reproduce: string,
  shell: string,
});
const { boot: _boot, ...cellShapes } = results.cellShapes;
type OptionalInHeader = 'shuffleSeed' | 'shard';
const header: Shape<HeaderEntry> = objectWith<
  Omit<HeaderEntry, OptionalInHeader>,
  Required<Pick<HeaderEntry, OptionalInHeader>>
>(
  {
    entry: oneOf(['run']),
    schema: oneOf([recordSchema]),
    tool: object({ version: string }),
    startedAt: results.moment,
    host: results.host,
    repeat: whole(1),
    cells: arrayOf(object(cellShapes), bounds.results.cells),
    tests: arrayOf(planned, bounds.results.tests),
  },
  { shuffleSeed: number, shard: results.shard },
);
const boot: Shape<BootEntry> = object({
  entry: oneOf(['boot']),
  cell: results.cellId,
  outcome: oneOf(['ok', 'failed']),
  durationMs: amount,
  findings: arrayOf(results.finding),
});
const templateLost: Shape<TemplateLostEntry> = object({
  entry: oneOf(['template-lost']),
  cell: results.cellId,
  note: string,
});
const end: Shape<EndEntry> = object({ entry: oneOf(['end']), durationMs: amount });

const writtenStage = objectWith<Omit<StageRecord, 'exitStatus'>, { readonly exitStatus: number }>(
  { name: results.stageName, durationMs: amount, log: insidePath },
  { exitStatus: number },
);
const stage: Shape<StageRecord> = (value, place) => {
  const { exitStatus, ...rest } = writtenStage(value, place);
  return { ...rest, exitStatus };
};
type OptionalInDevice = 'coverage' | 'crash' | 'lost';
const device: Shape<DeviceRecord> = objectWith<
  Omit<DeviceRecord, OptionalInDevice>,
  Required<Pick<DeviceRecord, OptionalInDevice>>
>(
  { id: string, model: string, faults: arrayOf(results.fault) },
  { coverage: results.coverage, crash: results.crash, lost: string },
);
const time: Shape<Date> = (value, place) => {
  const at = new Date(string(value, place));
  if (Number.isNaN(at.getTime())) throw new ShapeMismatch(place, 'a time such as 2026-01-31T10:00:00.000Z', value);
  return at;
};
const postMortem: Shape<PostMortemRecord> = object({ files: arrayOf(insidePath) });
type OptionalInRecord = 'timelinePath' | 'postMortem';
const writtenRecord = objectWith<
  Omit<RunRecord, OptionalInRecord | 'startMs'>,
  Required<Pick<RunRecord, OptionalInRecord>> & { readonly startMs: number }
>(
  {
    start: oneOf(['cold', 'clone']),
    startedAt: time,
    durationMs: amount,
    isHeard: boolean,
    ending,
    stages: arrayOf(stage),
    directory: insidePath,
    consolePath: insidePath,
    artifacts: arrayOf(insidePath),
    devices: arrayOf(device),
    notes: arrayOf(string),
  },
  { startMs: amount, timelinePath: insidePath, postMortem },
);
const runRecord: Shape<RunRecord> = (value, place) => {
  const { startMs, ...rest } = writtenRecord(value, place);
  return { ...rest, startMs };
};
const verdict: Shape<Verdict> = object({
  outcome: results.outcome,
  ok: boolean,
  expected: string,
  reason: string,
  findings: arrayOf(results.finding),
  subtests: arrayOf(results.subtest),
  whereabouts: arrayOf(string),
  notes: arrayOf(string),
});
const attempt: Shape<AttemptEntry> = object({
  entry: oneOf(['attempt']),
  test: whole(),
  attempt: whole(1),
  startReason: string,
  record: runRecord,
  verdict,
});
