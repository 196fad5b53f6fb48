import type { Finding } from '../diagnose/finding.ts';
import type { AttemptResult, DeviceResult, StageResult, TestResult } from '../results/results.ts';
import type { DeviceRecord } from '../run/evidence/device-record.ts';
import type { RunRecord, StageRecord } from '../run/evidence/run-record.ts';
import type { AttemptEntry, PlannedEntry } from './entries.ts';

/** The fields of a finding in the schema. The detector knows more, on which nobody else should rely. */
export function published({ kind, title, fingerprint, line, source, report }: Finding): Finding {
  return { kind, title, fingerprint, line, ...(source === undefined ? {} : { source }), report };
}

/** A test for `results.json`, based on the attempt that is shown. */
export function testResult(planned: PlannedEntry, { record, startReason, verdict }: AttemptEntry): TestResult {
  const { id, cell, description, tags, parameters, reproduce, shell, point } = planned;
  return {
    id,
    cell,
    description,
    ...(tags === undefined ? {} : { tags }),
    ...(parameters === undefined ? {} : { parameters }),
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: verdict.reason,
    start: record.start,
    startReason,
    startMs: rounded(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings,
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    ...consoleOf(record),
    ...(record.buildLogPath === undefined ? {} : { buildLog: record.buildLogPath }),
    ...(record.postMortem === undefined
      ? {}
      : { postMortem: { files: record.postMortem.files, whereabouts: verdict.whereabouts } }),
    notes: [...record.notes, ...verdict.notes],
    ...(record.timelinePath === undefined ? {} : { timeline: record.timelinePath }),
    ...(record.coverage?.kind === 'read' ? { coverage: record.coverage.files } : {}),
    ...(record.devices.length === 0 ? {} : { devices: record.devices.map(deviceResult) }),
    reproduce,
    shell,
    ...(point === undefined || verdict.point === undefined ? {} : { point: { ...point, ...verdict.point } }),
  };
}

/** One of several attempts for `results.json`. */
export function attemptResult({ record, verdict }: AttemptEntry): AttemptResult {
  return {
    outcome: verdict.outcome,
    ok: verdict.ok,
    reason: verdict.reason,
    startMs: rounded(record.startMs),
    durationMs: Math.round(record.durationMs),
    ...consoleOf(record),
  };
}

export interface NotRun {
  /** The number of its finished attempts. */
  readonly done: number;
  readonly repeat: number;
  /** The number of failures after which --bail started no more tests; undefined: the run was interrupted. */
  readonly bail: number | undefined;
}

/** A test that did not run, or not often enough. */
export function notRunResult(planned: PlannedEntry, { done, repeat, bail }: NotRun): TestResult {
  const cause =
    bail === undefined
      ? 'the run was interrupted'
      : `after ${bail} ${bail === 1 ? 'failure' : 'failures'}, --bail started no more tests`;
  const runs = `${done} of ${repeat} runs, which were as expected`;
  const { point } = planned;
  const partly = bail === undefined ? `interrupted after ${runs}` : `ended after ${runs}: ${cause}`;
  const reason = done === 0 ? `not run: ${cause}` : partly;
  const unknown = unknownResult(planned, { reason, startReason: 'it was not started' });
  return point === undefined ? unknown : { ...unknown, point: { ...point, outcome: 'unjudged', why: reason } };
}

/** The result of a test without evidence. */
export function unknownResult(
  {
    id,
    cell,
    description,
    tags,
    parameters,
    expected,
    reproduce,
    shell,
  }: Pick<TestResult, 'id' | 'cell' | 'description' | 'tags' | 'parameters' | 'expected' | 'reproduce' | 'shell'>,
  { reason, startReason }: Pick<TestResult, 'reason' | 'startReason'>,
): TestResult {
  return {
    id,
    cell,
    description,
    ...(tags === undefined ? {} : { tags }),
    ...(parameters === undefined ? {} : { parameters }),
    outcome: 'error',
    ok: false,
    expected,
    reason,
    start: 'cold',
    startReason,
    startMs: null,
    durationMs: 0,
    stages: [],
    findings: [],
    subtests: [],
    artifacts: [],
    notes: [],
    reproduce,
    shell,
  };
}

function consoleOf({ consolePath }: Pick<RunRecord, 'consolePath'>): { readonly console?: string } {
  return consolePath === undefined ? {} : { console: consolePath };
}

function rounded(milliseconds: number | undefined): number | null {
  return milliseconds === undefined ? null : Math.round(milliseconds);
}

function stageResult({ name, exitStatus, durationMs, log }: StageRecord): StageResult {
  return { name, exitStatus: exitStatus ?? null, durationMs: Math.round(durationMs), log };
}

function deviceResult({ id, model, faults, crash }: DeviceRecord): DeviceResult {
  return { id, model, faults, ...(crash === undefined ? {} : { crash }) };
}
