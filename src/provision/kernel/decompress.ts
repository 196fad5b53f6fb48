import { gunzipSync } from 'node:zlib';
import { filterBytes } from '../../host/files/compress-file.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { lastLines } from '../required-program.ts';
import { provideTools } from '../tools.ts';

export type Compression = 'gzip' | 'xz' | 'zstd' | 'lz4' | 'none';

/** First bytes; LZ4 in its frame format and in the legacy one that kernels use. */
const magics: readonly (readonly [Exclude<Compression, 'none'>, string])[] = [
  ['gzip', '1f8b'],
  ['xz', 'fd377a585a00'],
  ['zstd', '28b52ffd'],
  ['lz4', '04224d18'],
  ['lz4', '02214c18'],
];

/** A file's content, unpacked when its first bytes say that it is packed. @throws ProvisionError when it is damaged. */
export async function decompress(path: string, context: ProvisionContext): Promise<Uint8Array> {
  const packed = readWholeFile(path);
  return await decompressBytes(packed, path, context);
}

/** The same of bytes; `name` is for the error. */
export async function decompressBytes(
  packed: Uint8Array,
  name: string,
  context: ProvisionContext,
): Promise<Uint8Array> {
  const compression = compressionOf(packed);
  switch (compression) {
    case 'none':
      return packed;
    case 'gzip':
      return gunzip(packed, name);
    case 'xz':
    case 'zstd':
    case 'lz4':
      return await filter((await provideTools(context))[compression], packed, name, context.signal);
  }
}

export function compressionOf(bytes: Uint8Array): Compression {
  const start = Buffer.from(bytes.subarray(0, 6)).toString('hex');
  return magics.find(([, magic]) => start.startsWith(magic))?.[0] ?? 'none';
}

function gunzip(packed: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(packed);
  } catch (error) {
    throw new ProvisionError(
      `${name} could not be unpacked: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

async function filter(
  command: readonly [string, ...string[]],
  packed: Uint8Array,
  name: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { exitCode, bytes, complaint } = await filterBytes([...command, '--decompress', '--stdout'], packed, signal);
  if (exitCode === 0) return bytes;
  throw new ProvisionError(
    `${name} could not be unpacked: ${lastLines(complaint) || 'the program that unpacks it was killed'}`,
  );
}
