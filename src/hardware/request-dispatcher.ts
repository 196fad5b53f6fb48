import { bounds } from '../bounds/bounds.ts';
import { DeviceHostError } from '../device-host/device-host-error.ts';
import { FaultError } from '../device/fault/fault-set.ts';
import { FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { isSystemError } from '../host/system-error.ts';
import { QmpError } from '../machine/qmp/message.ts';
import { HwRefusal, HwUsage } from './answerers.ts';
import { hwCommands } from './commands.ts';
import { RequestDeadline, withinDeadline } from './deadline.ts';
import { describeDriver } from './drivers/allowed-drivers.ts';
import { done, type GuestQuestion, type Hardware, hwLimits, type HwLimits, type HwResult } from './hardware.ts';
import type { RequestLine } from './request-lines.ts';

/** A call of the guest's `hw`. `id` identifies the call, so that the answer reaches it. */
export interface HwRequest {
  readonly id: string;
  readonly words: readonly string[];
}

/** `id` is undefined if even that is unreadable. Then nobody waits for an answer. */
export interface MalformedRequest {
  readonly id: string | undefined;
  readonly problem: string;
}

const { requestBytes, words: maxWords } = bounds.hw;

/** Parses `ID<tab>WORD<tab>WORD…` strictly: anything that our own script cannot send is malformed. */
export function parseRequest({ bytes, isWhole }: RequestLine): HwRequest | MalformedRequest {
  const [first = '', ...words] = decode(bytes).split('\t');
  const id = /^[0-9a-f-]{36}$/.test(first) ? first : undefined;
  if (id === undefined) return { id, problem: 'expected a request' };
  if (!isWhole) return { id, problem: `expected a request of at most ${requestBytes} bytes, found a longer one` };
  if (words.length > maxWords) return { id, problem: `expected at most ${maxWords} words, found ${words.length}` };
  if (words.some((word) => hasControlCharacter(word)))
    return { id, problem: 'expected text, found a control character or bytes that are not UTF-8' };
  return { id, words };
}

/** Bytes that are not UTF-8 become a character that no request contains. */
function decode(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\ufffd', '\0');
}

function hasControlCharacter(word: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f]/.test(word);
}

/**
 * The text of `hw help`: all requests, one request, or the properties of a device: `hw help plug DRIVER`. @throws
 * HwUsage
 */
function helpText([name, driver]: readonly string[]): string {
  if (name === undefined)
    return [...hwCommands].map(([command, { usage, about }]) => `hw ${command} ${usage}\n    ${about}`).join('\n');
  const command = hwCommands.get(name);
  if (command === undefined) throw new HwUsage(`unknown request ${JSON.stringify(name)}`);
  if (name === 'plug' && driver !== undefined) return describeDriver(driver).join('\n');
  return `hw ${name} ${command.usage}\n    ${command.about}`;
}

/** One line; for an unknown request, the names of all requests. */
function usageOf(name: string): string {
  const command = hwCommands.get(name);
  return command === undefined ? `hw ${[...hwCommands.keys(), 'help'].join('|')} …` : `hw ${name} ${command.usage}`;
}

/** The answer to a request. `refused`: it is forbidden or failed; `usage`: it is malformed. */
export interface HwAnswer {
  readonly outcome: 'done' | 'refused' | 'usage';
  /** The result, or the reason. */
  readonly text: string;
  readonly guestPath?: string;
  readonly isUnannounced?: boolean;
  /** The answer is not complete: the guest is asked first. */
  readonly question?: GuestQuestion;
}

/** What handling a request needs. */
export interface HwDispatcher {
  /** Resolves when the monitor answers. */
  readonly hardware: Promise<Hardware>;
  readonly limits?: Pick<HwLimits, 'requestMs'>;
}

/** Carries out a guest's request, if it is allowed. The answer comes within a time limit, and no error is thrown. */
export async function answerRequest(
  words: readonly string[],
  { hardware, limits = hwLimits }: HwDispatcher,
): Promise<HwAnswer> {
  using deadline = new RequestDeadline(limits.requestMs);
  try {
    return { outcome: 'done', ...(await perform(words, hardware, deadline)) };
  } catch (error) {
    return refusalOf(words, error);
  }
}

function refusalOf([name = '']: readonly string[], error: unknown): HwAnswer {
  if (error instanceof HwUsage) return { outcome: 'usage', text: `${error.message}\nusage: ${usageOf(name)}` };
  return { outcome: 'refused', text: reasonOf(error) };
}

/** The answer to a request whose question the guest has answered. No error is thrown. */
export async function concludeRequest(
  words: readonly string[],
  question: GuestQuestion,
  answers: readonly (readonly string[])[],
  { limits = hwLimits }: Pick<HwDispatcher, 'limits'> = {},
): Promise<HwAnswer> {
  using deadline = new RequestDeadline(limits.requestMs);
  try {
    return { outcome: 'done', ...(await deadline.wait(Promise.resolve(question.conclude(answers)), 'QEMU')) };
  } catch (error) {
    return refusalOf(words, error);
  }
}

async function perform(
  [name = 'help', ...words]: readonly string[],
  hardware: Promise<Hardware>,
  deadline: RequestDeadline,
): Promise<HwResult> {
  if (name === 'help' || name === '--help') return { ...done, text: helpText(words) };
  const command = hwCommands.get(name);
  if (command === undefined) throw new HwUsage(`unknown request ${JSON.stringify(name)}`);
  return await command.run(words, withinDeadline(await deadline.wait(hardware, "QEMU's monitor"), deadline));
}

/**
 * A guest must not be able to end a run, not even by finding a bug of ours. The error goes to the caller of the
 * request.
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
  if (isSystemError(error)) return `the host failed: ${error.message}`;
  return internalError(error);
}

export function internalError(error: unknown): string {
  return `Internal error: ${error instanceof Error ? error.message : String(error)}`;
}
