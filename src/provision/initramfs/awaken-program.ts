/**
 * A tiny program that sets the clock and makes the kernel derive a new random key at once. Data written to /dev/urandom
 * is mixed into the pool, but the key for random bytes follows only at the next reseed, up to a minute later; until
 * then, clones of one machine draw the same bytes. It is one program, because under emulation the start of a program
 * costs more than its work, and small, because every clone translates it anew.
 * `awaken SECONDS`, with /dev/urandom as standard input. Exit status 1: the clock was not set; 2: the kernel did not
 * reseed. Source: Linux, include/uapi/linux/random.h (RNDRESEEDCRNG, since 4.17) and the x86-64 system call table.
 */
export function awakenProgram(): Buffer {
  const code = Buffer.from([...readSeconds, ...setClock, ...reseed, ...exit]);
  return Buffer.concat([elfHeader(), loadedSegment(headerBytes + segmentBytes + code.length), code]);
}

/** Parses the digits of the first argument into rax. */
const readSeconds: readonly number[] = [
  0x48,
  0x8b,
  0x74,
  0x24,
  0x10, // mov rsi, [rsp+16]
  0x31,
  0xc0, // xor eax, eax
  0x0f,
  0xb6,
  0x0e, // next: movzx ecx, byte [rsi]
  0x83,
  0xe9,
  0x30, // sub ecx, '0'
  0x83,
  0xf9,
  0x09, // cmp ecx, 9
  0x77,
  0x0d, // ja: not a digit
  0x48,
  0x8d,
  0x04,
  0x80, // lea rax, [rax+rax*4]
  0x48,
  0x8d,
  0x04,
  0x41, // lea rax, [rcx+rax*2]
  0x48,
  0xff,
  0xc6, // inc rsi
  0xeb,
  0xe8, // jmp next
];

/** clock_settime(CLOCK_REALTIME, {rax, 0}); edi is 1 on failure. */
const setClock: readonly number[] = [
  0x6a,
  0x00, // push 0
  0x50, // push rax
  0x48,
  0x89,
  0xe6, // mov rsi, rsp
  0x31,
  0xff, // xor edi, edi
  0xb8,
  0xe3,
  0x00,
  0x00,
  0x00, // mov eax, 227
  0x0f,
  0x05, // syscall
  0xbf,
  0x01,
  0x00,
  0x00,
  0x00, // mov edi, 1
  0x85,
  0xc0, // test eax, eax
  0x75,
  0x1b, // jnz exit
];

/** ioctl(0, RNDRESEEDCRNG); edi is 2 on failure, otherwise 0. */
const reseed: readonly number[] = [
  0x31,
  0xff, // xor edi, edi
  0xbe,
  0x07,
  0x52,
  0x00,
  0x00, // mov esi, RNDRESEEDCRNG
  0x31,
  0xd2, // xor edx, edx
  0xb8,
  0x10,
  0x00,
  0x00,
  0x00, // mov eax, 16
  0x0f,
  0x05, // syscall
  0x31,
  0xff, // xor edi, edi
  0x85,
  0xc0, // test eax, eax
  0x74,
  0x05, // jz exit
  0xbf,
  0x02,
  0x00,
  0x00,
  0x00, // mov edi, 2
];

const exit: readonly number[] = [
  0xb8,
  0x3c,
  0x00,
  0x00,
  0x00, // mov eax, 60
  0x0f,
  0x05, // syscall
];

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
  header.writeUInt16LE(1, 56); // their number
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
