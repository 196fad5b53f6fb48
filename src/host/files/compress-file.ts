import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { requireStarted, startKept } from '../process/kept-process.ts';

export interface FilterResult {
  readonly exitCode: number | undefined;
  readonly bytes: Buffer;
  /** What it wrote on standard error. */
  readonly complaint: string;
}

/**
 * Runs a program that turns standard input into standard output, as `xz --decompress` does. In a process group of its
 * own that is killed when `signal` aborts, and when this process ends in whatever way.
 * @throws CommandNotStarted when there is no such program; SystemError when the host has no process or descriptor left;
 *   the signal's reason when it aborts.
 */
export async function filterBytes(
  argv: readonly [string, ...string[]],
  input: Uint8Array,
  signal?: AbortSignal,
): Promise<FilterResult> {
  signal?.throwIfAborted();
  const { child, kill, ended } = startKept({ argv, stdio: ['pipe', 'pipe', 'pipe'] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error('Internal error: a filter was started without pipes');
  const pieces: Buffer[] = [];
  const complaints: string[] = [];
  stdout.on('data', (piece: Buffer) => pieces.push(piece));
  stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  signal?.addEventListener('abort', kill, { once: true });
  try {
    // A program that stops reading early (EPIPE) says why by its exit status.
    const fed = pipeline(Readable.from([input]), stdin).catch(() => undefined);
    const { exitCode } = await ended;
    await fed;
    signal?.throwIfAborted();
    requireStarted(argv[0], exitCode, complaints.join(''));
    return { exitCode, bytes: Buffer.concat(pieces), complaint: complaints.join('') };
  } finally {
    signal?.removeEventListener('abort', kill);
  }
}

/**
 * Replaces a file by its compressed self and returns that one's path: `.zst` where Node has it (22.15), else `.gz`. All
 * of it or nothing: where it cannot be done, neither is there, also after a kill.
 * @throws SystemError; the signal's reason when it aborts
 */
export async function compressFile(path: string, signal?: AbortSignal): Promise<string> {
  const { createZstdCompress } = zlib as { createZstdCompress?: () => Transform };
  const [extension, compressor] =
    createZstdCompress === undefined ? ['gz', zlib.createGzip({ level: 1 })] : ['zst', createZstdCompress()];
  const compressed = `${path}.${extension}`;
  const part = `${compressed}.part`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(part, { mode: 0o644 }), { signal });
    renameSync(part, compressed);
    return compressed;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    for (const left of [path, part]) rmSync(left, { force: true });
  }
}
