/**
 * An empty disk in the format qcow2 (QEMU docs/interop/qcow2): everything is read from the file below it, and whatever
 * is written stays in this one.
 */
const clusterBits = 16;
const clusterBytes = 2 ** clusterBits;
/** How much of a disk one cluster of the first table stands for: 8,192 tables of 8,192 clusters. */
const bytesOfTable = (clusterBytes / 8) * clusterBytes;
const headerBytes = 104;
const backingFormatExtension = 0xe2792aca;
/** Header, table and block of counts, first table. */
const clusters = 4;

export interface BackingFile {
  /** Absolute. */
  readonly path: string;
  readonly format: 'raw' | 'qcow2';
  /** The size of the disk in it, a multiple of 512. */
  readonly sizeBytes: number;
}

/** The bytes of an overlay. @throws RangeError for a disk above 4 TiB or a path above 1,023 bytes */
export function emptyOverlay({ path, format, sizeBytes }: BackingFile): Buffer {
  const tables = Math.ceil(sizeBytes / bytesOfTable);
  const name = Buffer.from(path);
  if (tables > clusterBytes / 8) throw new RangeError(`a disk of ${sizeBytes} bytes is larger than 4 TiB`);
  if (name.length > 1023) throw new RangeError('the path of a disk image has more than 1,023 bytes');
  const overlay = Buffer.alloc(clusters * clusterBytes);
  const extensionEnd = writeExtension(overlay, headerBytes, Buffer.from(format));
  overlay.write('QFI\xfb', 0, 'latin1');
  overlay.writeUInt32BE(3, 4);
  overlay.writeBigUInt64BE(BigInt(extensionEnd), 8);
  overlay.writeUInt32BE(name.length, 16);
  overlay.writeUInt32BE(clusterBits, 20);
  overlay.writeBigUInt64BE(BigInt(sizeBytes), 24);
  overlay.writeUInt32BE(tables, 36);
  overlay.writeBigUInt64BE(BigInt(3 * clusterBytes), 40);
  overlay.writeBigUInt64BE(BigInt(clusterBytes), 48);
  overlay.writeUInt32BE(1, 56);
  // Counts of 16 bits.
  overlay.writeUInt32BE(4, 96);
  overlay.writeUInt32BE(headerBytes, 100);
  name.copy(overlay, extensionEnd);
  overlay.writeBigUInt64BE(BigInt(2 * clusterBytes), clusterBytes);
  for (let cluster = 0; cluster < clusters; cluster++) overlay.writeUInt16BE(1, 2 * clusterBytes + 2 * cluster);
  return overlay;
}

/** The format of the file below, and the end of all extensions. Returns where the next thing may be. */
function writeExtension(overlay: Buffer, at: number, format: Buffer): number {
  overlay.writeUInt32BE(backingFormatExtension, at);
  overlay.writeUInt32BE(format.length, at + 4);
  format.copy(overlay, at + 8);
  return at + 8 + Math.ceil(format.length / 8) * 8 + 8;
}

/** The size of the disk in a qcow2 file, from its first bytes; undefined: they are not those of such a file. */
export function sizeInQcow2(head: Buffer): number | undefined {
  if (head.length < 32 || head.toString('latin1', 0, 4) !== 'QFI\xfb') return undefined;
  const size = head.readBigUInt64BE(24);
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : undefined;
}
