import { readPart } from '../../host/files/byte-streams.ts';
import { fileSize } from '../../host/files/file-facts.ts';
import { ArchiveProblem } from './archive-entry.ts';
import { wholeOf } from './piece-reader.ts';

/** Where the files of a package lie in it, packed. */
export interface Payload {
  readonly offset: number;
  readonly bytes: number;
}

const rpm = {
  lead: 96,
  magic: 'edabeedb',
  header: 16,
  headerMagic: '8eade801',
  entry: 16,
  maxBytes: 256 * 1024 * 1024,
};
const ar = { magic: '!<arch>\n', header: 60, endMark: '`\n', maxMembers: 16 };

/**
 * The payload of an rpm package, which lies behind a lead, the signatures and a header, each with its size. @throws
 * ArchiveProblem
 */
export async function rpmPayload(path: string): Promise<Payload> {
  const size = fileSize(path);
  if (size < rpm.lead || (await bytesAt(path, 0, 4)).toString('hex') !== rpm.magic)
    throw new ArchiveProblem('it is not an rpm package');
  const signatures = await headerBytes(path, rpm.lead);
  // Only the signatures are aligned.
  const header = rpm.lead + signatures + ((8 - (signatures % 8)) % 8);
  const offset = header + (await headerBytes(path, header));
  if (offset >= size) throw new ArchiveProblem('it ends too early');
  return { offset, bytes: size - offset };
}

async function headerBytes(path: string, offset: number): Promise<number> {
  const start = await bytesAt(path, offset, rpm.header);
  if (start.toString('hex', 0, 4) !== rpm.headerMagic) throw new ArchiveProblem('its header is damaged');
  const bytes = rpm.header + start.readUInt32BE(8) * rpm.entry + start.readUInt32BE(12);
  if (bytes > rpm.maxBytes) throw new ArchiveProblem('its header is too long');
  return bytes;
}

/** The payload of a Debian package: the member `data.tar…` of an ar archive (deb(5)). @throws ArchiveProblem */
export async function debPayload(path: string): Promise<Payload> {
  const size = fileSize(path);
  if (size < ar.magic.length || (await bytesAt(path, 0, ar.magic.length)).toString('latin1') !== ar.magic)
    throw new ArchiveProblem('it is not a Debian package');
  let offset = ar.magic.length;
  for (let count = 0; count < ar.maxMembers && offset < size; count++) {
    const header = (await bytesAt(path, offset, ar.header)).toString('latin1');
    const bytes = Number(/^\d+$/.exec(header.slice(48, 58).trimEnd())?.[0] ?? Number.NaN);
    if (header.slice(58) !== ar.endMark || Number.isNaN(bytes))
      throw new ArchiveProblem('its list of members is damaged');
    offset += ar.header;
    if (offset + bytes > size) throw new ArchiveProblem('it ends too early');
    if (header.startsWith('data.tar')) return { offset, bytes };
    offset += bytes + (bytes % 2);
  }
  throw new ArchiveProblem('it has no data.tar');
}

async function bytesAt(path: string, offset: number, bytes: number): Promise<Buffer> {
  const found = await wholeOf(readPart(path, { offset, bytes }));
  if (found.length < bytes) throw new ArchiveProblem('it ends too early');
  return found;
}
