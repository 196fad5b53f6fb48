import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { requireStarted, startKept } from '../process/kept-process.ts';

export interface FilterResult {
  readonly exitCode: number | undefined;
  readonly bytes: Buffer;
  /** Its output on standard error. */
  readonly complaint: string;
}

/**
 * Runs a program that converts standard input to standard output, like `xz --decompress`. Its process group is killed
 * when `signal` aborts and when this process ends. @throws CommandNotStarted when there is no such program @throws
 * SystemError when the host has no process or descriptor left @throws the signal's reason when it aborts
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
    // If the program stops reading early (EPIPE), its exit status says why.
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
 * Compresses a file, deletes it, and returns the new path: `.zst` if Node supports it (22.15), otherwise `.gz`. All or
 * nothing: if it fails, neither file remains, even after a kill. @throws SystemError @throws the signal's reason when
 * it aborts
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
