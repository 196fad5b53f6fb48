import { type ReadBytes, readWhole } from './read-bytes.ts';

/** What a bzImage's setup header says (Linux Documentation/arch/x86/boot.rst). */
export interface BzImage {
  /** `6.1.0-56-amd64 (builder@host) #1 SMP …`; undefined where the image was built without it. */
  readonly versionText: string | undefined;
  /** Where the packed kernel lies, with whatever the build put behind it. */
  readonly payload: { readonly offset: number; readonly lengthBytes: number };
}

const offsets = {
  setupSectors: 0x1f1,
  magic: 0x202,
  protocol: 0x206,
  versionText: 0x20e,
  payloadOffset: 0x248,
  payloadLength: 0x24c,
  preferredAddress: 0x258,
  neededBytes: 0x260,
};
const headerEnd = 0x250;
const magic = 'HdrS';
/** The first protocol that tells where the payload is (Linux 2.6.26). */
const firstWithPayload = 0x0208;
/** The first protocol that tells how much memory the kernel needs, and where (Linux 2.6.31). */
const firstWithNeed = 0x020a;
const sectorBytes = 512;
/** Release, builder and build are of at most 64 characters each. */
const maxVersionBytes = 512;

/** Reads the header; undefined when it is no bzImage, cut short, or too old to say where its payload is. */
export function readBzImage(read: ReadBytes): BzImage | undefined {
  const header = readWhole(read, 0, headerEnd);
  if (header?.toString('latin1', offsets.magic, offsets.magic + magic.length) !== magic) return undefined;
  if (header.readUInt16LE(offsets.protocol) < firstWithPayload) return undefined;
  const payload = payloadOf(header);
  const end = payload.offset + payload.lengthBytes;
  if (readWhole(read, end - 1, 1) === undefined) return undefined;
  return { versionText: versionTextOf(read, header.readUInt16LE(offsets.versionText)), payload };
}

/** The packed kernel. */
export function readPayload(read: ReadBytes, { payload }: BzImage): Buffer {
  return read(payload.offset, payload.lengthBytes);
}

/**
 * Up to which address the kernel needs memory while it unpacks itself, in bytes. Undefined: no bzImage, or too old to
 * say it.
 */
export function readLoadedEnd(read: ReadBytes): number | undefined {
  const header = readWhole(read, 0, offsets.neededBytes + 4);
  if (header === undefined || readBzImage(read) === undefined) return undefined;
  if (header.readUInt16LE(offsets.protocol) < firstWithNeed) return undefined;
  return Number(header.readBigUInt64LE(offsets.preferredAddress)) + header.readUInt32LE(offsets.neededBytes);
}

function payloadOf(header: Buffer): BzImage['payload'] {
  // Zero means four, for the sake of very old boot loaders.
  const setupSectors = header[offsets.setupSectors] || 4;
  return {
    offset: (setupSectors + 1) * sectorBytes + header.readUInt32LE(offsets.payloadOffset),
    lengthBytes: header.readUInt32LE(offsets.payloadLength),
  };
}

function versionTextOf(read: ReadBytes, pointer: number): string | undefined {
  if (pointer === 0) return undefined;
  const text = read(pointer + sectorBytes, maxVersionBytes);
  const end = text.indexOf(0);
  return end === -1 ? undefined : text.toString('latin1', 0, end);
}

/** `6.1.0-56-amd64`; undefined where the image does not say it. */
export function releaseOf({ versionText }: BzImage): string | undefined {
  return versionText?.split(' ')[0] || undefined;
}
