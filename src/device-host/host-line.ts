import { bounds } from '../bounds/bounds.ts';
import { cutText } from '../bounds/cut-text.ts';
import { isHostShort } from '../host/system-error.ts';
import type { HostFailure, HostLine } from './control-protocol.ts';

/** A line from the process of the models: always one line, never longer than the runner reads. */
export function writeHostLine(line: HostLine, key: string): string {
  const text = serialize(line, key);
  if (text !== undefined && text.length <= bounds.models.lineBytes / maxBytesPerCharacter) return `${text}\n`;
  const message =
    text === undefined
      ? 'the answer contains a value that JSON does not support, such as a bigint'
      : `the answer is too long: ${text.length} characters`;
  return `${JSON.stringify({ key, ...refusalOf(line, message) })}\n`;
}

function refusalOf(line: HostLine, message: string): HostLine {
  return 'id' in line ? { id: line.id, error: { message } } : { event: 'threw', message, stack: '' };
}

const maxBytesPerCharacter = 3;

/** Undefined: a model has a value in its controls that JSON does not support. */
function serialize(line: HostLine, key: string): string | undefined {
  try {
    return JSON.stringify({ key, ...line });
  } catch {
    return undefined;
  }
}

/** Describes anything that was thrown, limited in length. */
export function describeFailure(thrown: unknown): HostFailure {
  if (!(thrown instanceof Error)) return { message: cutText(wordsOf(thrown), bounds.models.errorChars) };
  const { message, stack } = thrown;
  return {
    message: cutText(message, bounds.models.errorChars),
    ...(typeof stack === 'string' ? { stack: cutText(stack, bounds.models.stackChars) } : {}),
    ...(isHostShort(thrown) || isHostShort(thrown.cause) ? { isHostShort: true as const } : {}),
  };
}

/** A model may throw anything, even something that cannot be converted to text. */
function wordsOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'something that is not text';
  }
}
