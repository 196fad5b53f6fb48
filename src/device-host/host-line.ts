import { bounds } from '../bounds/bounds.ts';
import { cutText } from '../bounds/cut-text.ts';
import { isHostShort } from '../host/system-error.ts';
import type { HostFailure, HostLine } from './control-protocol.ts';

/** What the process of the models writes: always one line, never longer than the runner reads. */
export function writeHostLine(line: HostLine, key: string): string {
  const text = serialize(line, key);
  if (text !== undefined && text.length <= bounds.models.lineBytes / maxBytesPerCharacter) return `${text}\n`;
  const message =
    text === undefined
      ? 'the answer holds a value that is no JSON, such as a bigint'
      : `the answer has ${text.length} characters, which is too long`;
  return `${JSON.stringify({ key, ...refusalOf(line, message) })}\n`;
}

function refusalOf(line: HostLine, message: string): HostLine {
  return 'id' in line ? { id: line.id, error: { message } } : { event: 'threw', message, stack: '' };
}

const maxBytesPerCharacter = 3;

/** Undefined: a model has put something into its controls that JSON does not have. */
function serialize(line: HostLine, key: string): string | undefined {
  try {
    return JSON.stringify({ key, ...line });
  } catch {
    return undefined;
  }
}

/** Whatever was thrown, in bounded words. */
export function describeFailure(thrown: unknown): HostFailure {
  if (!(thrown instanceof Error)) return { message: cutText(wordsOf(thrown), bounds.models.errorChars) };
  const { message, stack } = thrown;
  return {
    message: cutText(message, bounds.models.errorChars),
    ...(typeof stack === 'string' ? { stack: cutText(stack, bounds.models.stackChars) } : {}),
    ...(isHostShort(thrown) || isHostShort(thrown.cause) ? { isHostShort: true as const } : {}),
  };
}

/** A model may throw anything, also what cannot be made text. */
function wordsOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'something that is no text';
  }
}
