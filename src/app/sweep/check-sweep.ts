import { isCallFault, parseCallFault } from '../../calls/call-fault.ts';
import { selectCalls } from '../../calls/select-calls.ts';
import { type FaultTrigger, FaultSyntaxError } from '../../device/fault/fault-spec.ts';
import { parseFault } from '../../device/fault/parse-fault.ts';
import { knownFunctions } from '../../engine/call-faults.ts';
import { devicesOf } from '../../plan/device-args.ts';
import type { PlannedTest, SweepFault } from '../../plan/plan.ts';
import { sweepFaults } from '../../plan/sweep-plan.ts';
import { RunRefused } from '../load-suites.ts';
import { deviceAccesses } from './device-accesses.ts';
import { driverCalls } from './driver-calls.ts';
import type { SweepTarget } from './sweep-target.ts';

export interface SweepRequest {
  readonly planned: PlannedTest;
  readonly device: string | undefined;
  readonly faults: readonly string[];
  /** Of calls: each time that a place is reached. */
  readonly all: boolean;
}

/**
 * What to sweep: the accesses to a device, calls of the driver, or both. @throws RunRefused when there is none, or when
 * a fault is invalid or has its own trigger
 */
export function sweepTargets({ planned, device, faults, all }: SweepRequest): readonly SweepTarget[] {
  const named = sweepFaults(faults);
  const calls = named.filter(({ text }) => isCallFault(text));
  const others = named.filter(({ text }) => !isCallFault(text));
  for (const fault of others) checkFault(fault);
  for (const fault of calls) checkCallFault(fault, planned);
  if (all && calls.length === 0) throw new RunRefused('--all is for calls: every access has a point anyway.');
  if (others.length === 0 && device !== undefined)
    throw new RunRefused(`--device ${device}: expected no device, because only calls fail.`);
  return [
    ...(others.length === 0 ? [] : [deviceAccesses(deviceOf(planned, device), others)]),
    ...(calls.length === 0 ? [] : [driverCalls({ faults: calls, all })]),
  ];
}

function deviceOf(planned: PlannedTest, device: string | undefined): string {
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === undefined)
    throw new RunRefused(
      `${planned.id} has no device model to sweep: add one to info/devices ` +
        '(docs/device-models.md), or let calls of its driver fail: --fault call-fail.',
    );
  if (device === undefined && ids.length > 1)
    throw new RunRefused(
      `${planned.id} has ${ids.length} device models: choose one with --device ${ids.join(' or --device ')}.`,
    );
  if (device !== undefined && !ids.includes(device))
    throw new RunRefused(`--device ${device}: expected a device model of ${planned.id}: ${ids.join(', ')}.`);
  return device ?? only;
}

function checkFault({ text }: SweepFault): void {
  refusing(() => {
    const { trigger, device, id, effect } = parseFault(text);
    requireNoTrigger(text, trigger);
    if (device !== undefined || id !== effect.kind)
      throw new RunRefused(`--fault "${text}": expected no device or id, because a sweep sets them itself.`);
  });
}

function checkCallFault({ text }: SweepFault, { id: test, suite }: PlannedTest): void {
  refusing(() => {
    const fault = parseCallFault(text);
    requireNoTrigger(text, fault.trigger);
    if (/\sid=/.test(text)) throw new RunRefused(`--fault "${text}": expected no id, because a sweep sets it itself.`);
    if (suite.moduleDirectories.length === 0)
      throw new RunRefused(
        `--fault "${text}": the calls of the suite's own modules can fail, and the suite of ${test} builds none. ` +
          'Add info/modules to it: the directories of its drivers, one in each line (docs/suite-format.md).',
      );
    selectCalls(fault, knownFunctions(suite));
  });
}

function requireNoTrigger(text: string, trigger: FaultTrigger): void {
  if (trigger.kind !== 'always')
    throw new RunRefused(
      `--fault "${text}": expected no nth, from, every or probability, because a sweep sets the access itself.`,
    );
}

function refusing(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}
