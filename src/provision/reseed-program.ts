/**
 * A program of a few instructions, for which no other program of the guest stands in: it makes the kernel draw a new key
 * from its random pool at once. What is written to /dev/urandom is mixed into the pool, but the key that random bytes come
 * from follows only at the next reseed, up to a minute later; until then clones of one machine draw the same bytes.
 *
 * ioctl(0, RNDRESEEDCRNG) on its standard input; its exit status is the error number, 0 when all is well.
 * Source: Linux, include/uapi/linux/random.h (the request, since 4.17) and the x86-64 system call table.
 */
export function reseedProgram(): Buffer {
  const code = Buffer.from([
    0x31, 0xff, // xor edi, edi: descriptor 0
    0xbe, 0x07, 0x52, 0x00, 0x00, // mov esi, RNDRESEEDCRNG
    0x31, 0xd2, // xor edx, edx
    0xb8, 0x10, 0x00, 0x00, 0x00, // mov eax, 16: ioctl
    0x0f, 0x05, // syscall
    0x89, 0xc7, // mov edi, eax
    0xf7, 0xdf, // neg edi: errors are negative
    0xb8, 0x3c, 0x00, 0x00, 0x00, // mov eax, 60: exit
    0x0f, 0x05, // syscall
  ]);
  return Buffer.concat([elfHeader(), loadedSegment(headerBytes + segmentBytes + code.length), code]);
}

const headerBytes = 64;
const segmentBytes = 56;
const address = 0x400000n;

/** ELF64, little-endian, an executable for x86-64 with one segment and no sections. */
function elfHeader(): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(2, 16); // an executable
  header.writeUInt16LE(62, 18); // x86-64
  header.writeUInt32LE(1, 20); // version
  header.writeBigUInt64LE(address + BigInt(headerBytes + segmentBytes), 24); // entry
  header.writeBigUInt64LE(BigInt(headerBytes), 32); // program headers
  header.writeUInt16LE(headerBytes, 52);
  header.writeUInt16LE(segmentBytes, 54);
  header.writeUInt16LE(1, 56); // how many of them
  return header;
}

/** The whole file, readable and executable. */
function loadedSegment(fileBytes: number): Buffer {
  const segment = Buffer.alloc(segmentBytes);
  segment.writeUInt32LE(1, 0); // to be loaded
  segment.writeUInt32LE(5, 4); // read, execute
  segment.writeBigUInt64LE(address, 16);
  segment.writeBigUInt64LE(address, 24);
  segment.writeBigUInt64LE(BigInt(fileBytes), 32);
  segment.writeBigUInt64LE(BigInt(fileBytes), 40);
  segment.writeBigUInt64LE(0x1000n, 48); // alignment
  return segment;
}
