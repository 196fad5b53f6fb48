import { createGunzip } from 'node:zlib';
import { readPart } from '../../host/files/byte-streams.ts';
import { filterStream } from '../../host/process/filter-stream.ts';
import { isSystemError } from '../../host/system-error.ts';
import { compressionOf } from '../kernel/decompress.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { provideTools } from '../tools.ts';
import { ArchiveProblem } from './archive-entry.ts';
import type { Payload } from './package-payload.ts';
import { wholeOf } from './piece-reader.ts';

/** More than any package's dictionary has. */
const xzMemory = '--memlimit-decompress=1GiB';
const bzip2Magic = 'BZh';
/** The longest first bytes that tell how something is packed. */
const magicBytes = 6;

/**
 * A part of a file, unpacked as its first bytes say. @throws ArchiveProblem when it is damaged @throws FilterFailed
 * @throws ProvisionError when there is no program to unpack it @throws the signal's reason when it aborts
 */
export async function* unpackedStream(
  path: string,
  payload: Payload,
  context: ProvisionContext,
): AsyncGenerator<Uint8Array> {
  const start = await wholeOf(readPart(path, { ...payload, bytes: Math.min(magicBytes, payload.bytes) }));
  const compression = compressionOf(start);
  switch (compression) {
    case 'none':
      if (start.toString('latin1').startsWith(bzip2Magic)) throw new ArchiveProblem('it is packed with bzip2');
      yield* readPart(path, payload);
      return;
    case 'gzip':
      yield* gunzipped(readPart(path, payload));
      return;
    case 'xz':
    case 'zstd':
    case 'lz4': {
      const options = ['--decompress', '--stdout', ...(compression === 'xz' ? [xzMemory] : [])];
      const command = (await provideTools(context))[compression];
      yield* filterStream([...command, ...options], readPart(path, payload), context.signal);
      return;
    }
  }
}

async function* gunzipped(packed: ReturnType<typeof readPart>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    yield* gunzip;
  } catch (error) {
    // zlib's errors have codes, too, but no system call.
    throw isSystemError(error) ? error : new ArchiveProblem(error instanceof Error ? error.message : String(error));
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}
