import type { FaultReport } from '../../device/fault/fault-spec.ts';
import type { EvidenceTexts, StageRecord } from '../../run/evidence/run-record.ts';
import { failedTest } from './failed-test.ts';
import { because, failedSetup, lastLine, type PointInput } from './point-input.ts';
import type { PointVerdict } from './point-verdict.ts';

/**
 * What the driver made of the fault. It may fail in any way, even in its probe, but the kernel must survive, teardown
 * must succeed, and whoever gets wrong data must get an error, too.
 */
export function judgePoint(input: PointInput): PointVerdict {
  const report = reportOf(input);
  const access = report?.first?.access;
  return { ...concludePoint(input, report), ...(access === undefined ? {} : { access }) };
}

/** The report of the sweep's own fault. */
function reportOf({ record, rules }: PointInput): FaultReport | undefined {
  const { point } = rules;
  return record.devices.find(({ id }) => id === point?.device)?.faults.find(({ id }) => id === point?.fault);
}

function concludePoint(input: PointInput, report: FaultReport | undefined): PointVerdict {
  const { record, texts, outcome, reason, findings } = input;
  const leak = findings.find(({ kind }) => kind === 'memory-leak');
  if (leak !== undefined) return because('leaked', leak.title);
  const left = failedTeardown(record.stages);
  const hit = report === undefined || report.fired === 0 ? undefined : report.first;
  switch (outcome) {
    case 'crash':
      return because('crashed', reason);
    case 'hang':
    case 'timeout':
      return because('hung', reason);
    case 'error':
      if (record.ending.kind === 'completed' && failedSetup(record.stages) !== undefined) break;
      return left === undefined ? because('unjudged', reason) : leftBehind(left, texts);
    case 'pass':
    case 'fail':
    case 'skip':
      if (left !== undefined) return leftBehind(left, texts);
  }
  if (hit === undefined) return because('missed', 'the fault never fired: the test took a different path');
  if (outcome === 'pass') return because('absorbed', 'the test passed in spite of the fault');
  return failedTest(input, hit);
}

function failedTeardown(stages: readonly StageRecord[]): StageRecord | undefined {
  return stages.find(({ name, exitStatus }) => name.endsWith('teardown') && exitStatus !== 0);
}

/** The teardown's last line says what did not work any more. */
function leftBehind({ name, exitStatus }: StageRecord, { point }: EvidenceTexts): PointVerdict {
  const said = lastLine(point?.logs.find(({ stage }) => stage === name)?.text ?? '');
  const ended = exitStatus === undefined ? `${name} did not end` : `${name} ended with exit status ${exitStatus}`;
  return because('leaked', said === undefined ? ended : `${name}: ${said}`);
}
