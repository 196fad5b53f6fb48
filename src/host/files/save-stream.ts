import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';

/** A saved stream, or why it was not. */
export type Saved =
  | { readonly kind: 'saved'; readonly bytes: number; readonly sha256: string }
  | { readonly kind: 'too-large' };

/**
 * Writes a stream into a new file, and computes its digest on the way. A stream that is too long is left, and the file
 * is incomplete. @throws whatever the stream throws @throws SystemError
 */
export async function saveStream(pieces: AsyncIterable<Uint8Array>, path: string, maxBytes: number): Promise<Saved> {
  const hash = createHash('sha256');
  const descriptor = openSync(path, 'wx', 0o644);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > maxBytes) return { kind: 'too-large' };
      hash.update(piece);
      writeWhole(descriptor, piece);
    }
    return { kind: 'saved', bytes, sha256: hash.digest('hex') };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Writes a stream into a new file. Fails if the path exists, so that no link is followed; `isExecutable` adds the
 * execute bits. @throws whatever the stream throws @throws SystemError
 */
export async function writeStream(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  isExecutable: boolean,
): Promise<void> {
  const descriptor = openSync(path, 'wx', isExecutable ? 0o755 : 0o644);
  try {
    for await (const piece of pieces) writeWhole(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** The system may take a part only. */
function writeWhole(descriptor: number, piece: Uint8Array): void {
  for (let written = 0; written < piece.length; ) {
    written += writeSync(descriptor, piece, written, piece.length - written);
  }
}
