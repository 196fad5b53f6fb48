import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { CommandNotStarted, killGroup } from './command.ts';

export interface FilterResult {
  readonly exitCode: number | undefined;
  readonly bytes: Buffer;
  /** What it wrote on standard error. */
  readonly complaint: string;
}

/**
 * Runs a program that turns standard input into standard output, as `xz --decompress` does. In a process group of its
 * own that is killed when `signal` aborts.
 * @throws CommandNotStarted when there is no such program; the signal's reason when it aborts.
 */
export async function filterBytes(argv: readonly [string, ...string[]], input: Uint8Array, signal?: AbortSignal): Promise<FilterResult> {
  signal?.throwIfAborted();
  const [program, ...args] = argv;
  const child = spawn(program, args, { detached: true, stdio: 'pipe' });
  const pieces: Buffer[] = [];
  const complaints: string[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const kill = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
  };
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', (cause) => reject(new CommandNotStarted(program, cause)));
      child.once('close', (code) => resolve(code));
    });
    // A program that stops reading early (EPIPE) says why by its exit status.
    const fed = pipeline(Readable.from([input]), child.stdin).catch(() => undefined);
    const exitCode = await ended;
    await fed;
    signal?.throwIfAborted();
    return { exitCode: exitCode ?? undefined, bytes: Buffer.concat(pieces), complaint: complaints.join('') };
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}
