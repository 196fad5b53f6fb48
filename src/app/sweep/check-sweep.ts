import { parseFault } from '../../device/fault/parse-fault.ts';
import { FaultSyntaxError } from '../../device/fault/fault-values.ts';
import type { PlannedTest } from '../../plan/plan.ts';
import { devicesOf } from '../../plan/test-devices.ts';
import { RunRefused } from '../run-refused.ts';

export interface SweepRequest {
  readonly planned: PlannedTest;
  readonly device: string | undefined;
  readonly faults: readonly string[];
}

/** The device to be swept. @throws RunRefused when there is none, or a fault is none or has a trigger of its own. */
export function checkSweep({ planned, device, faults }: SweepRequest): string {
  for (const text of faults) checkFault(text);
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === undefined)
    throw new RunRefused(
      `${planned.id} has no device model whose accesses could be swept: name one in info/devices ` +
        '(docs/device-models.md).',
    );
  if (device === undefined && ids.length > 1)
    throw new RunRefused(`${planned.id} has ${ids.length} device models: give --device ${ids.join(' or --device ')}.`);
  if (device !== undefined && !ids.includes(device))
    throw new RunRefused(`--device ${device}: ${planned.id} has no such device model; it has ${ids.join(', ')}.`);
  return device ?? only;
}

function checkFault(text: string): void {
  try {
    const { trigger, device, id, effect } = parseFault(text);
    if (trigger.kind !== 'always')
      throw new RunRefused(
        `--fault "${text}": a sweep goes through every access itself; leave out nth, from, every and probability.`,
      );
    if (device !== undefined || id !== effect.kind)
      throw new RunRefused(
        `--fault "${text}": a sweep says itself whose the fault is and what it is called; leave out device and id.`,
      );
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}
