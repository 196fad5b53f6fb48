import { crc32 } from 'node:zlib';

const sectorBytes = 512;
const entryBytes = 128;
const entryCount = 128;
const tableSectors = (entryBytes * entryCount) / sectorBytes;

/** Types of partitions, as the UEFI specification and the maker of each give them. */
export const partitionTypes = {
  linux: '0FC63DAF-8483-4772-8E79-3D69D8477DE4',
  biosBoot: '21686148-6449-6E6F-744E-656564454649',
  efi: 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B',
} as const;

export interface Partition {
  readonly number: number;
  readonly type: string;
  /** PARTUUID. */
  readonly uuid: string;
  /** The first sector and how many there are, of 512 bytes. */
  readonly start: number;
  readonly sectors: number;
}

/** A GUID partition table, as pieces to write at byte offsets of a disk with so many sectors. */
export function guidTable(
  partitions: readonly Partition[],
  diskSectors: number,
): readonly { readonly at: number; readonly bytes: Buffer }[] {
  const entries = Buffer.alloc(entryBytes * entryCount);
  for (const partition of partitions) writeEntry(entries.subarray((partition.number - 1) * entryBytes), partition);
  const last = diskSectors - 1;
  const header = (own: number, other: number, table: number): Buffer => headerOf({ own, other, table, last, entries });
  return [
    { at: 0, bytes: protectiveRecord(last) },
    { at: sectorBytes, bytes: header(1, last, 2) },
    { at: 2 * sectorBytes, bytes: entries },
    { at: (last - tableSectors) * sectorBytes, bytes: entries },
    { at: last * sectorBytes, bytes: header(last, 1, last - tableSectors) },
  ];
}

function writeEntry(entry: Buffer, { type, uuid, start, sectors }: Partition): void {
  guid(type).copy(entry, 0);
  guid(uuid).copy(entry, 16);
  entry.writeBigUInt64LE(BigInt(start), 32);
  entry.writeBigUInt64LE(BigInt(start + sectors - 1), 40);
}

interface HeaderParts {
  readonly own: number;
  readonly other: number;
  readonly table: number;
  readonly last: number;
  readonly entries: Buffer;
}

function headerOf({ own, other, table, last, entries }: HeaderParts): Buffer {
  const header = Buffer.alloc(sectorBytes);
  header.write('EFI PART', 0, 'latin1');
  header.writeUInt32LE(0x10000, 8);
  header.writeUInt32LE(92, 12);
  for (const [place, sector] of [own, other, 2 + tableSectors, last - tableSectors - 1].entries())
    header.writeBigUInt64LE(BigInt(sector), 24 + 8 * place);
  guid('11111111-2222-4333-8444-555555555555').copy(header, 56);
  header.writeBigUInt64LE(BigInt(table), 72);
  header.writeUInt32LE(entryCount, 80);
  header.writeUInt32LE(entryBytes, 84);
  header.writeUInt32LE(crc32(entries), 88);
  header.writeUInt32LE(crc32(header.subarray(0, 92)), 16);
  return header;
}

/** The first three groups have their bytes reversed. */
function guid(text: string): Buffer {
  const [a = '', b = '', c = '', d = '', e = ''] = text.split('-').map((group) => Buffer.from(group, 'hex'));
  return Buffer.concat([...[a, b, c].map((group) => Buffer.from(group).reverse()), Buffer.from(d), Buffer.from(e)]);
}

function protectiveRecord(last: number): Buffer {
  const record = Buffer.alloc(sectorBytes);
  record.writeUInt8(0xee, 446 + 4);
  record.writeUInt32LE(1, 446 + 8);
  record.writeUInt32LE(last, 446 + 12);
  record.writeUInt16LE(0xaa55, 510);
  return record;
}
