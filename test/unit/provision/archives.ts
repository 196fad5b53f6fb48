import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** A member of an archive that a test makes: a file with content, or something else. */
export type Member = Partial<Header> & { readonly name: string; readonly content?: string | Uint8Array };

/** A tar archive, with whatever names and targets. */
export async function tarOf(...members: readonly Member[]): Promise<Buffer> {
  const archive = pack();
  const pieces: Buffer[] = [];
  archive.on('data', (piece) => pieces.push(piece as Buffer));
  for (const { content = '', ...header } of members) archive.entry(header, Buffer.from(content));
  archive.finalize();
  await once(archive, 'end');
  return Buffer.concat(pieces);
}

/** A Debian package with these files. */
export async function debOf(...members: readonly Member[]): Promise<Buffer> {
  const data = gzipSync(await tarOf(...members));
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    arMember('debian-binary', Buffer.from('2.0\n')),
    arMember('control.tar.gz', gzipSync('odd')),
    arMember('data.tar.gz', data),
  ]);
}

function arMember(name: string, content: Buffer): Buffer {
  const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}`;
  return Buffer.concat([
    Buffer.from(`${header}${String(content.length).padEnd(10)}\`\n`),
    content,
    Buffer.alloc(content.length % 2, '\n'),
  ]);
}

export interface CpioMember {
  readonly name: string;
  readonly mode?: number;
  readonly content?: string | Uint8Array;
  readonly inode?: number;
  readonly names?: number;
}

/** A cpio archive in the `newc` format. */
export function cpioOf(...members: readonly CpioMember[]): Buffer {
  return Buffer.concat([...members, { name: 'TRAILER!!!', mode: 0 }].map(cpioMember));
}

function cpioMember({ name, mode = 0o100644, content = '', inode = 0, names = 1 }: CpioMember): Buffer {
  const bytes = Buffer.from(content);
  const path = Buffer.from(`${name}\0`);
  const fields = [inode, mode, 0, 0, names, 0, bytes.length, 0, 0, 0, 0, path.length, 0];
  const head = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`);
  return Buffer.concat([aligned(Buffer.concat([head, path])), aligned(bytes)]);
}

function aligned(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

/** An rpm package with this payload, with signatures of a length that has to be padded. */
export function rpmOf(payload: Uint8Array): Buffer {
  const lead = Buffer.alloc(96);
  lead.writeUInt32BE(0xedabeedb, 0);
  const signatures = rpmHeader(1, 5);
  const padding = Buffer.alloc((8 - (signatures.length % 8)) % 8);
  return Buffer.concat([lead, signatures, padding, rpmHeader(2, 33), payload]);
}

function rpmHeader(entries: number, dataBytes: number): Buffer {
  const header = Buffer.alloc(16 + entries * 16 + dataBytes, 1);
  header.writeUInt32BE(0x8eade801, 0);
  header.writeUInt32BE(0, 4);
  header.writeUInt32BE(entries, 8);
  header.writeUInt32BE(dataBytes, 12);
  return header;
}
