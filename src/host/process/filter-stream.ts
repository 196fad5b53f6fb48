import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { requireStarted, startKept } from './kept-process.ts';

/** The program did not convert its whole input. */
export class FilterFailed extends Error {
  override readonly name = 'FilterFailed';
}

const maxComplaintChars = 4000;

/**
 * What a program such as `xz --decompress` makes of a stream, piece by piece. It is killed with its process group when
 * the reader leaves early, when `signal` aborts and when this process ends. @throws FilterFailed after the last piece
 * @throws CommandNotStarted @throws SystemError @throws the signal's reason when it aborts
 */
export async function* filterStream(
  argv: readonly [string, ...string[]],
  input: Readable,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal.throwIfAborted();
  const { child, kill, ended } = startKept({ argv, stdio: ['pipe', 'pipe', 'pipe'] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error('Internal error: a filter was started without pipes');
  let complaint = '';
  stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, maxComplaintChars);
  });
  signal.addEventListener('abort', kill, { once: true });
  // If the program stops reading early (EPIPE), its exit status says why.
  const fed = pipeline(input, stdin).catch((error: unknown) => error);
  // The reader may leave before it ended.
  ended.catch(() => undefined);
  try {
    for await (const piece of stdout) yield piece as Uint8Array;
    const { exitCode } = await ended;
    await fed;
    signal.throwIfAborted();
    requireStarted(argv[0], exitCode, complaint);
    if (exitCode !== 0) throw new FilterFailed(complaint.trim() || 'the program that unpacks it was killed');
  } finally {
    signal.removeEventListener('abort', kill);
    input.destroy();
    kill();
  }
}
