import { bounds } from '../bounds/bounds.ts';
import { DeviceHostError } from '../device-host/device-host-process.ts';
import { FaultError } from '../device/fault/fault-set.ts';
import { FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { isSystemError } from '../host/system-error.ts';
import { QmpError } from '../machine/qmp/message.ts';
import { HwRefusal, HwUsage } from './answerers.ts';
import { hwCommands } from './commands.ts';
import { RequestDeadline, withinDeadline } from './deadline.ts';
import { describeDriver } from './drivers/allowed-drivers.ts';
import { done, type Hardware, hwLimits, type HwLimits, type HwResult } from './hardware.ts';
import type { RequestLine } from './request-lines.ts';

/** What the guest's `hw` was called with. `id`: of this call, so that the answer finds it. */
export interface HwRequest {
  readonly id: string;
  readonly words: readonly string[];
}

/** `id` is undefined where not even that can be read: nobody waits for the answer then. */
export interface MalformedRequest {
  readonly id: string | undefined;
  readonly problem: string;
}

const { requestBytes, words: maxWords } = bounds.hw;

/** Reads `ID<tab>WORD<tab>WORD…`, strictly: what our own script cannot have sent is malformed. */
export function parseRequest({ bytes, isWhole }: RequestLine): HwRequest | MalformedRequest {
  const [first = '', ...words] = decode(bytes).split('\t');
  const id = /^[0-9a-f-]{36}$/.test(first) ? first : undefined;
  if (id === undefined) return { id, problem: 'what came is no request' };
  if (!isWhole) return { id, problem: `expected a request of at most ${requestBytes} bytes, found a longer one` };
  if (words.length > maxWords) return { id, problem: `expected at most ${maxWords} words, found ${words.length}` };
  if (words.some((word) => hasControlCharacter(word)))
    return { id, problem: 'expected text, found a control character, or bytes that are no UTF-8' };
  return { id, words };
}

/** What is no UTF-8 becomes a character that no request has. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\ufffd', '\0');
}

function hasControlCharacter(word: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f]/.test(word);
}

/**
 * What `hw help` prints: everything there is, one request, or what can be said of a device: `hw help plug DRIVER`.
 * @throws HwUsage
 */
function helpText([name, driver]: readonly string[]): string {
  if (name === undefined)
    return [...hwCommands].map(([command, { usage, about }]) => `hw ${command} ${usage}\n    ${about}`).join('\n');
  const command = hwCommands.get(name);
  if (command === undefined) throw new HwUsage(`there is no request ${JSON.stringify(name)}`);
  if (name === 'plug' && driver !== undefined) return describeDriver(driver).join('\n');
  return `hw ${name} ${command.usage}\n    ${command.about}`;
}

/** One line; of what there is not, the names of those that there are. */
function usageOf(name: string): string {
  const command = hwCommands.get(name);
  return command === undefined ? `hw ${[...hwCommands.keys(), 'help'].join('|')} …` : `hw ${name} ${command.usage}`;
}

/** What became of a request. `refused`: it is forbidden or could not be done; `usage`: it was wrongly asked. */
export interface HwAnswer {
  readonly outcome: 'done' | 'refused' | 'usage';
  /** What it asked for, or why not. */
  readonly text: string;
  readonly guestPath?: string;
}

/** What a request is done with. */
export interface HwDispatcher {
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
  { hardware, limits = hwLimits }: HwDispatcher,
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
