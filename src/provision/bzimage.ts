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
