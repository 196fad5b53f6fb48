import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { type Compression, compressionOf, decompressBytes } from './decompress.ts';

/** A packed kernel, and how large it has to come out. */
export interface PackedPayload {
  readonly compression: Exclude<Compression, 'none'>;
  readonly packed: Uint8Array;
  readonly unpackedBytes: number;
}

const trailerBytes = 4;

/**
 * The kernel that is a bzImage's payload, packed; undefined for a kind of packing that we do not know.
 * @throws ProvisionError when it cannot be unpacked, or comes out with another size.
 */
export async function unpackKernel(
  payload: Uint8Array,
  name: string,
  context: ProvisionContext,
): Promise<Buffer | undefined> {
  const split = splitPayload(payload);
  if (split === undefined) return undefined;
  const unpacked = Buffer.from(await decompressBytes(split.packed, name, context));
  if (unpacked.length === split.unpackedBytes) return unpacked;
  throw new ProvisionError(
    `${name} is damaged: its kernel should be ${split.unpackedBytes} bytes unpacked, and is ${unpacked.length}.`,
  );
}

/**
 * Takes off the unpacked size that the kernel's build puts behind the payload (Linux scripts/Makefile.lib,
 * size_append), and which xz and lz4 take for damage. gzip ends with the same number of its own, and the build adds
 * none.
 */
export function splitPayload(payload: Uint8Array): PackedPayload | undefined {
  const compression = compressionOf(payload);
  if (compression === 'none' || payload.length < trailerBytes) return undefined;
  const unpackedBytes = Buffer.from(payload.subarray(-trailerBytes)).readUInt32LE(0);
  return { compression, packed: compression === 'gzip' ? payload : payload.subarray(0, -trailerBytes), unpackedBytes };
}
