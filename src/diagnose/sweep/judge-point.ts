import type { FaultReport } from '../../device/fault/fault-spec.ts';
import type { EvidenceTexts, StageRecord } from '../../run/evidence/run-record.ts';
import type { Finding } from '../finding.ts';
import type { Outcome } from '../verdict.ts';
import { failedTest } from './failed-test.ts';
import { because, failedSetup, lastLine, type PointInput } from './point-input.ts';
import type { PointVerdict } from './point-verdict.ts';

/**
 * What the driver made of the fault. It may fail in any way, even in its probe, but the kernel must survive, teardown
 * must succeed, and whoever gets wrong data must get an error, too.
 */
export function judgePoint(input: PointInput): PointVerdict {
  const report = reportOf(input);
  // The place of a call is known before, and nothing else can be hit there.
  const access = input.rules.point?.call ?? report?.first?.access;
  return { ...concludePoint(input, report), ...(access === undefined ? {} : { access }) };
}

/** The report of the sweep's own fault. */
function reportOf({ record, rules }: PointInput): FaultReport | undefined {
  const { device, fault } = rules.point ?? {};
  const owners = record.devices.filter(({ id }) => device === undefined || id === device);
  return owners.flatMap(({ faults }) => faults).find(({ id }) => id === fault);
}

function concludePoint(input: PointInput, report: FaultReport | undefined): PointVerdict {
  const { record, texts, outcome, reason, findings } = input;
  const leaked = findings.filter(({ kind }) => leaks.has(kind)).map(({ title }) => title);
  if (leaked.length > 0) return because('leaked', leaked.join('; '));
  const blame = input.rules.point?.call === undefined ? undefined : findings.find(({ kind }) => kind === 'complaint');
  if (blame !== undefined && !endedInside.has(outcome)) return because('crashed', blame.title);
  const left = leftTeardown(input, report);
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
  const refused = refusalWords(report);
  if (outcome === 'pass')
    return refused === undefined
      ? because('absorbed', 'the test passed in spite of the fault')
      : because('reported', refused);
  return failedTest(input, hit, refused);
}

/** Findings that make a point one that leaked, whatever became of the test. */
const leaks: ReadonlySet<Finding['kind']> = new Set(['memory-leak', 'leak']);

/**
 * Their own reason is worse than a complaint. A complaint after hardware failed may be how the kernel tells it. After a
 * call failed it blames the driver: it returned an error without its minus, or gave a name twice.
 */
const endedInside: ReadonlySet<Outcome> = new Set(['crash', 'hang', 'timeout']);

/** What the driver told the kernel after the fault; undefined: nothing. */
function refusalWords(report: FaultReport | undefined): string | undefined {
  if (report?.refusals === undefined) return undefined;
  return report.refusals.loads > 0
    ? 'the driver gave the kernel an error, and the module was not loaded'
    : 'the driver gave the kernel an error, and its probe failed';
}

/** The first teardown that failed. A module that refused to be loaded cannot be unloaded: nothing is left of it. */
function leftTeardown({ record, texts }: PointInput, report: FaultReport | undefined): StageRecord | undefined {
  const left = failedTeardown(record.stages);
  if (left === undefined || (report?.refusals?.loads ?? 0) === 0) return left;
  const said = lastLine(texts.point?.logs.find(({ stage }) => stage === left.name)?.text ?? '') ?? '';
  return notLoaded.test(said) ? undefined : left;
}

/** What rmmod and modprobe of busybox and kmod say. */
const notLoaded = /\b(?:rmmod|modprobe)\b.{0,200}(?:no such file or directory|not (?:currently )?loaded|not found)/i;

function failedTeardown(stages: readonly StageRecord[]): StageRecord | undefined {
  return stages.find(({ name, exitStatus }) => name.endsWith('teardown') && exitStatus !== 0);
}

/** The teardown's last line says what did not work any more. */
function leftBehind({ name, exitStatus }: StageRecord, { point }: EvidenceTexts): PointVerdict {
  const said = lastLine(point?.logs.find(({ stage }) => stage === name)?.text ?? '');
  const ended = exitStatus === undefined ? `${name} did not end` : `${name} ended with exit status ${exitStatus}`;
  return because('leaked', said === undefined ? ended : `${name}: ${said}`);
}
