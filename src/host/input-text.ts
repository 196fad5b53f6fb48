import { createReadStream } from 'node:fs';
import { isSystemError } from './system-error.ts';

/** The text of a file, or of standard input for `-`, piece by piece; bytes that are no UTF-8 become U+FFFD. */
export async function readInput(
  name: string,
  onText: (text: string) => void,
): Promise<{ readonly kind: 'read' } | { readonly kind: 'unreadable'; readonly reason: string }> {
  const stream = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
  stream.setEncoding('utf8');
  try {
    for await (const text of stream) onText(String(text));
    return { kind: 'read' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'unreadable', reason: error.message };
  }
}
