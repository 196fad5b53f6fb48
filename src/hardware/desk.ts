import { DeviceHostError } from '../device-host/device-host-process.ts';
import { FaultError } from '../device/fault/fault-set.ts';
import { FaultSyntaxError } from '../device/fault/fault-values.ts';
import { isSystemError } from '../host/system-error.ts';
import { QmpError } from '../machine/qmp/error.ts';
import { hwCommands } from './commands.ts';
import { RequestDeadline, withinDeadline } from './deadline.ts';
import { done, hwLimits, type Hardware, type HwLimits, type HwResult } from './hardware.ts';
import { helpText, usageOf } from './help.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

/** What became of a request. `refused`: it is forbidden or could not be done; `usage`: it was wrongly asked. */
export interface HwAnswer {
  readonly outcome: 'done' | 'refused' | 'usage';
  /** What it asked for, or why not. */
  readonly text: string;
  readonly guestPath?: string;
}

/** What a request is done with. */
export interface HwDesk {
  /** There when the monitor answers. */
  readonly hardware: Promise<Hardware>;
  readonly limits?: Pick<HwLimits, 'requestMs'>;
}

/**
 * Does what a guest asks of its hardware, if it may. It is answered in bounded time, and nothing that goes wrong is
 * thrown.
 */
export async function answerRequest(
  words: readonly string[],
  { hardware, limits = hwLimits }: HwDesk,
): Promise<HwAnswer> {
  using deadline = new RequestDeadline(limits.requestMs);
  try {
    return { outcome: 'done', ...(await perform(words, hardware, deadline)) };
  } catch (error) {
    if (error instanceof HwUsage)
      return { outcome: 'usage', text: `${error.message}\nusage: ${usageOf(words[0] ?? '')}` };
    return { outcome: 'refused', text: reasonOf(error) };
  }
}

async function perform(
  [name = 'help', ...words]: readonly string[],
  hardware: Promise<Hardware>,
  deadline: RequestDeadline,
): Promise<HwResult> {
  if (name === 'help' || name === '--help') return { ...done, text: helpText(words) };
  const command = hwCommands.get(name);
  if (command === undefined) throw new HwUsage(`there is no request ${JSON.stringify(name)}`);
  return await command.run(words, withinDeadline(await deadline.wait(hardware, "QEMU's monitor"), deadline));
}

/**
 * A guest must not be able to end a run, not even by a mistake of ours that it has found: it is said where it was made.
 */
function reasonOf(error: unknown): string {
  if (
    error instanceof HwRefusal ||
    error instanceof DeviceHostError ||
    error instanceof FaultSyntaxError ||
    error instanceof FaultError
  )
    return error.message;
  if (error instanceof QmpError) return error.phase === 'execute' ? error.message : 'the machine has ended';
  if (isSystemError(error)) return `the host could not do it: ${error.message}`;
  return internalError(error);
}

export function internalError(error: unknown): string {
  return `Internal error: ${error instanceof Error ? error.message : String(error)}`;
}
