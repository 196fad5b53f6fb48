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

/** What a bzImage's setup header says (Linux Documentation/arch/x86/boot.rst). */
export interface BzImage {
  /** `6.1.0-56-amd64`; undefined where the image was built without it. */
  readonly release: string | undefined;
  /** The packed kernel, with whatever the build put behind it. */
  readonly payload: Uint8Array;
}

const offsets = {
  setupSectors: 0x1f1,
  magic: 0x202,
  protocol: 0x206,
  versionText: 0x20e,
  payloadOffset: 0x248,
  payloadLength: 0x24c,
};
const headerEnd = 0x250;
const magic = 'HdrS';
/** The first protocol that tells where the payload is (Linux 2.6.26). */
const firstWithPayload = 0x0208;
const sectorBytes = 512;

/** Reads the header; undefined when it is no bzImage, or one too old to say where its payload is. */
export function readBzImage(image: Buffer): BzImage | undefined {
  if (image.length < headerEnd || image.toString('latin1', offsets.magic, offsets.magic + 4) !== magic)
    return undefined;
  if (image.readUInt16LE(offsets.protocol) < firstWithPayload) return undefined;
  // Zero means four, for the sake of very old boot loaders.
  const setupSectors = image[offsets.setupSectors] || 4;
  const start = (setupSectors + 1) * sectorBytes + image.readUInt32LE(offsets.payloadOffset);
  const end = start + image.readUInt32LE(offsets.payloadLength);
  if (end > image.length) return undefined;
  return { release: releaseIn(image), payload: image.subarray(start, end) };
}

function releaseIn(image: Buffer): string | undefined {
  const pointer = image.readUInt16LE(offsets.versionText);
  if (pointer === 0) return undefined;
  const start = pointer + sectorBytes;
  const end = image.indexOf(0, start);
  return image.toString('latin1', start, end === -1 ? start : end).split(' ')[0] || undefined;
}
