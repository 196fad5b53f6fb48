import { join } from 'node:path';
import { appendToFile, makeParent } from '../host/files/file-changes.ts';

/**
 * A failure of our own code: the first line of the error, and the path of its stack, relative to the results directory.
 */
export interface InternalError {
  readonly detail: string;
  readonly log: string;
}

/**
 * Saves the stack beside the other logs. If it cannot be written, only the message remains. @param directory relative
 * to the results directory
 */
export function keepStack(
  error: unknown,
  { outDirectory }: { readonly outDirectory: string },
  directory: string,
): InternalError {
  const log = join(directory, 'internal-error.log');
  const [message, stack] =
    error instanceof Error ? [error.message, error.stack ?? error.message] : [String(error), String(error)];
  const detail = firstLine(message);
  try {
    const path = join(outDirectory, log);
    makeParent(path);
    appendToFile(path, `${stack}\n`);
    return { detail, log };
  } catch {
    return { detail, log: 'no file' };
  }
}

const maxDetail = 500;

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/^Internal error: /, '').slice(0, maxDetail);
}
