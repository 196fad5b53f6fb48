import { FaultSyntaxError } from '../../device/fault/fault-spec.ts';
import { parseFault } from '../../device/fault/parse-fault.ts';
import { devicesOf } from '../../plan/device-args.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { RunRefused } from '../load-suites.ts';

export interface SweepRequest {
  readonly planned: PlannedTest;
  readonly device: string | undefined;
  readonly faults: readonly string[];
}

/**
 * Finds the device to sweep. @throws RunRefused when there is none, or when a fault is invalid or has its own trigger
 */
export function checkSweep({ planned, device, faults }: SweepRequest): string {
  for (const text of faults) checkFault(text);
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === undefined)
    throw new RunRefused(
      `${planned.id} has no device model to sweep: add one to info/devices ` + '(docs/device-models.md).',
    );
  if (device === undefined && ids.length > 1)
    throw new RunRefused(
      `${planned.id} has ${ids.length} device models: choose one with --device ${ids.join(' or --device ')}.`,
    );
  if (device !== undefined && !ids.includes(device))
    throw new RunRefused(`--device ${device}: expected a device model of ${planned.id}: ${ids.join(', ')}.`);
  return device ?? only;
}

function checkFault(text: string): void {
  try {
    const { trigger, device, id, effect } = parseFault(text);
    if (trigger.kind !== 'always')
      throw new RunRefused(
        `--fault "${text}": expected no nth, from, every or probability, because a sweep sets the access itself.`,
      );
    if (device !== undefined || id !== effect.kind)
      throw new RunRefused(`--fault "${text}": expected no device or id, because a sweep sets them itself.`);
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}
