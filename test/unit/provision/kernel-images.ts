import { gzipSync } from 'node:zlib';

/** An x86 bzImage as small as the header allows, carrying a payload. */
export function bzImage(payload: Uint8Array, release = '6.1.0-test', protocol = 0x020f): Buffer {
  const setupSectors = 3;
  const payloadOffset = 64;
  const start = (setupSectors + 1) * 512 + payloadOffset;
  // Something that looks like a packed kernel lies before the real one, as in real images: nobody may fall for it.
  const image = Buffer.concat([Buffer.alloc(start, gzipSync('a decoy')), payload, Buffer.from('the rest')]);
  image.fill(0, 0x1f1, 0x268);
  image[0x1f1] = setupSectors;
  image.write('HdrS', 0x202, 'latin1');
  image.writeUInt16LE(protocol, 0x206);
  image.writeUInt16LE(0x300 - 512, 0x20e);
  image.write(`${release} (someone@somewhere) #1 SMP\0`, 0x300, 'latin1');
  image.writeUInt32LE(payloadOffset, 0x248);
  image.writeUInt32LE(payload.length, 0x24c);
  return image;
}

/** A little-endian ELF file whose only segment holds these notes. */
export function elfWithNotes(
  notes: readonly { readonly owner: string; readonly type: number; readonly content?: string }[],
  bits: 32 | 64 = 64,
): Buffer {
  const [header, entry] = bits === 64 ? [64, 56] : [52, 32];
  const segment = Buffer.concat(
    notes.map(({ owner, type, content = 'entry point' }) => note(`${owner}\0`, type, content)),
  );
  const file = Buffer.concat([Buffer.alloc(header + entry), segment, Buffer.alloc(64)]);
  file.writeUInt32BE(0x7f454c46, 0);
  file[4] = bits === 64 ? 2 : 1;
  file[5] = 1;
  const at = header;
  file.writeUInt32LE(4, at);
  if (bits === 64) {
    file.writeBigUInt64LE(BigInt(header), 32);
    file.writeUInt16LE(entry, 54);
    file.writeUInt16LE(1, 56);
    file.writeBigUInt64LE(BigInt(header + entry), at + 8);
    file.writeBigUInt64LE(BigInt(segment.length), at + 32);
  } else {
    file.writeUInt32LE(header, 28);
    file.writeUInt16LE(entry, 42);
    file.writeUInt16LE(1, 44);
    file.writeUInt32LE(header + entry, at + 4);
    file.writeUInt32LE(segment.length, at + 16);
  }
  return file;
}

function note(owner: string, type: number, content: string): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt32LE(owner.length, 0);
  head.writeUInt32LE(content.length, 4);
  head.writeUInt32LE(type, 8);
  return Buffer.concat([head, padded(owner), padded(content)]);
}

function padded(text: string): Buffer {
  return Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc((4 - (text.length % 4)) % 4)]);
}
