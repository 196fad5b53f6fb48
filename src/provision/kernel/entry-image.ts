import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { Architecture } from '../../architecture/architecture.ts';
import { architectureOfElf } from '../../architecture/architectures.ts';
import { type EntryImage, readEntryImage } from '../../binary/entry-image.ts';
import { bytesOf } from '../../binary/read-bytes.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readWholeFile } from '../../host/files/file-facts.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError, withProgress } from '../provisioned.ts';
import type { BootImage, PackedKernel } from './boot-image.ts';
import { compressionOf, decompressBytes } from './decompress.ts';

/** A kernel that is entered at its first byte, unpacked. */
export interface UnpackedEntry {
  readonly arch: Architecture;
  readonly bytes: Buffer;
  /** The file is as it is booted. */
  readonly isPlain: boolean;
}

/**
 * The kernel in a file: an Image, an Image in an EFI program, or one that is packed as a whole (`Image.gz`). Undefined:
 * it is none. @throws ProvisionError when it cannot be unpacked
 */
export async function unpackEntry(
  file: Buffer,
  name: string,
  context: ProvisionContext,
): Promise<UnpackedEntry | undefined> {
  const image = readEntryImage(bytesOf(file));
  if (image?.payload !== undefined) {
    const { offset, bytes } = image.payload;
    return entryOf(Buffer.from(await decompressBytes(file.subarray(offset, offset + bytes), name, context)), false);
  }
  if (image !== undefined) return asEntry(image, file, true);
  if (compressionOf(file) === 'none') return undefined;
  return entryOf(Buffer.from(await decompressBytes(file, name, context)), false);
}

/** The part of a file in which its header stands, also when it is packed. */
export const headBytes = 4096;

/** The beginning of a kernel's file, unpacked where it is packed by gzip as a whole (`Image.gz`). */
export function headOf(file: Buffer): Buffer {
  if (compressionOf(file) !== 'gzip') return file;
  try {
    // The end is missing, which is no damage.
    return gunzipSync(file.subarray(0, headBytes), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Whoever unpacks the whole file says what is wrong with it.
    return file;
  }
}

function entryOf(bytes: Buffer, isPlain: boolean): UnpackedEntry | undefined {
  const image = readEntryImage(bytesOf(bytes));
  return image === undefined ? undefined : asEntry(image, bytes, isPlain);
}

function asEntry({ machine }: EntryImage, bytes: Buffer, isPlain: boolean): UnpackedEntry | undefined {
  const arch = architectureOfElf(machine);
  return arch === undefined ? undefined : { arch, bytes, isPlain };
}

/** The file for QEMU to boot it: itself, or its kernel, unpacked once and stored. @throws ProvisionError */
export async function provideEntryImage(kernel: PackedKernel, context: ProvisionContext): Promise<BootImage> {
  const { title, path, sha256 } = kernel;
  if (readEntryImage(bytesOf(readWholeFile(path)))?.payload === undefined && !isPacked(path))
    return { bootImage: path, bootFormat: 'Image' };
  const directory = await context.store.provide({
    kind: 'entry-image',
    key: `1 ${sha256}`,
    signal: context.signal,
    make: (staging) =>
      withProgress(context.progress, { what: title, activity: 'extracting' }, async () => {
        const entry = await unpackEntry(readWholeFile(path), path, context);
        if (entry === undefined) throw new ProvisionError(`${path}: expected a kernel inside it, found none.`);
        writeFileAt(join(staging, 'Image'), entry.bytes);
      }),
  });
  return { bootImage: join(directory, 'Image'), bootFormat: 'Image' };
}

function isPacked(path: string): boolean {
  return compressionOf(readWholeFile(path)) !== 'none';
}
