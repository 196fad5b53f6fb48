import type { Readable } from 'node:stream';
import type { Extract } from 'tar-stream';

export interface Feeding {
  readonly endMark: Buffer;
  /** Aborts, with a text for a reason, when no more is coming. */
  readonly signal: AbortSignal;
  /** Told how many bytes the archive has by now; false: it gets no more. */
  readonly mayGoOn: (fedBytes: number) => boolean;
}

/**
 * Feeds an archive from a channel until the end mark, which the archive never sees, no faster than it is unpacked.
 * An archive that has failed gets no more, but the channel is read on to the mark: the sender must not be stuck.
 * Settles with what went wrong, if anything did.
 */
export function feedArchive(
  source: Readable,
  archive: Extract,
  { endMark, signal, mayGoOn }: Feeding,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let held: Buffer = Buffer.alloc(0);
    let fedBytes = 0;
    const feed = (bytes: Buffer): void => {
      if (archive.destroyed) return;
      fedBytes += bytes.length;
      if (!mayGoOn(fedBytes)) archive.destroy(new Error('more headers than any archive has'));
      else if (!archive.write(bytes)) source.pause();
    };
    const onData = (chunk: Buffer): void => {
      const bytes = Buffer.concat([held, chunk]);
      const end = bytes.indexOf(endMark);
      const cut = end === -1 ? Math.max(0, bytes.length - endMark.length + 1) : end;
      held = bytes.subarray(cut);
      feed(bytes.subarray(0, cut));
      if (end !== -1) finish(undefined);
    };
    const readOn = (): void => void source.resume();
    const onClose = (): void => finish('the files port closed before the artifacts were complete');
    const onAbort = (): void => finish(String(signal.reason));
    const finish = (reason: string | undefined): void => {
      source.off('data', onData).off('end', onClose).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (!archive.destroyed) archive.end(null);
      readOn();
      resolve(reason);
    };
    // Whoever iterates over the archive learns of its errors; here they only end the feeding.
    archive.on('error', readOn).on('close', readOn).on('drain', readOn);
    source.on('data', onData).on('end', onClose).on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (source.destroyed || source.readableEnded) onClose();
  });
}
