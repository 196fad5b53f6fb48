/** What a relocation in debug information does with the value of its symbol. */
export type RelocationOperation =
  | { readonly kind: 'set' | 'add' | 'subtract'; readonly bytes: 1 | 2 | 4 | 8 }
  /** The lower six bits of a byte. */
  | { readonly kind: 'set-six' | 'subtract-six' }
  /** A number of as many bytes as it has there already. */
  | { readonly kind: 'set-leb' | 'subtract-leb' }
  /** A note for the linker. */
  | { readonly kind: 'nothing' };

/** By the relocation's type. */
export type RelocationOperations = Readonly<Record<number, RelocationOperation>>;

const wide: RelocationOperation = { kind: 'set', bytes: 8 };
const narrow: RelocationOperation = { kind: 'set', bytes: 4 };
/** riscv may shorten code while it links, so it writes the difference of two places as a sum. Source: its psABI. */
const riscv: RelocationOperations = {
  0: { kind: 'nothing' },
  1: narrow,
  2: wide,
  33: { kind: 'add', bytes: 1 },
  34: { kind: 'add', bytes: 2 },
  35: { kind: 'add', bytes: 4 },
  36: { kind: 'add', bytes: 8 },
  37: { kind: 'subtract', bytes: 1 },
  38: { kind: 'subtract', bytes: 2 },
  39: { kind: 'subtract', bytes: 4 },
  40: { kind: 'subtract', bytes: 8 },
  51: { kind: 'nothing' },
  52: { kind: 'subtract-six' },
  53: { kind: 'set-six' },
  54: { kind: 'set', bytes: 1 },
  55: { kind: 'set', bytes: 2 },
  56: narrow,
  60: { kind: 'set-leb' },
  61: { kind: 'subtract-leb' },
};

/** Of x86-64, arm64 and riscv64, by `e_machine`. */
const byMachine: Readonly<Record<number, RelocationOperations>> = {
  62: { 1: wide, 10: narrow, 11: narrow },
  183: { 257: wide, 258: narrow },
  243: riscv,
};

/** Undefined: an unknown architecture. */
export function operationsOf(machine: number): RelocationOperations | undefined {
  return byMachine[machine];
}

interface Relocation {
  readonly place: number;
  readonly value: bigint;
  readonly operation: RelocationOperation;
}

/** Numbers wrap around, as the linker's do. At least 8 bytes are there. */
export function applyRelocation(content: Buffer, { place, value, operation }: Relocation): void {
  switch (operation.kind) {
    case 'set':
      writeNumber(content, place, operation.bytes, value);
      return;
    case 'add':
      writeNumber(content, place, operation.bytes, readNumber(content, place, operation.bytes) + value);
      return;
    case 'subtract':
      writeNumber(content, place, operation.bytes, readNumber(content, place, operation.bytes) - value);
      return;
    case 'set-six':
      writeSix(content, place, value);
      return;
    case 'subtract-six':
      writeSix(content, place, BigInt(content.readUInt8(place)) - value);
      return;
    case 'set-leb':
      writeLeb(content, place, value);
      return;
    case 'subtract-leb':
      writeLeb(content, place, readLeb(content, place) - value);
      return;
    case 'nothing':
      return;
  }
}

function readNumber(content: Buffer, place: number, bytes: number): bigint {
  let value = 0n;
  for (let index = bytes - 1; index >= 0; index--) value = (value << 8n) | BigInt(content.readUInt8(place + index));
  return value;
}

function writeNumber(content: Buffer, place: number, bytes: number, value: bigint): void {
  for (let index = 0; index < bytes; index++)
    content.writeUInt8(Number((BigInt.asUintN(64, value) >> BigInt(8 * index)) & 0xffn), place + index);
}

function writeSix(content: Buffer, place: number, value: bigint): void {
  content.writeUInt8((content.readUInt8(place) & 0xc0) | Number(BigInt.asUintN(6, value)), place);
}

/** The most bytes that a number of 64 bits takes. */
const maxLebBytes = 10;

function lebBytes(content: Buffer, place: number): number {
  let bytes = 1;
  while (bytes < maxLebBytes && place + bytes < content.length && (content.readUInt8(place + bytes - 1) & 0x80) !== 0)
    bytes++;
  return bytes;
}

function readLeb(content: Buffer, place: number): bigint {
  let value = 0n;
  for (let index = lebBytes(content, place) - 1; index >= 0; index--)
    value = (value << 7n) | BigInt(content.readUInt8(place + index) & 0x7f);
  return value;
}

function writeLeb(content: Buffer, place: number, value: bigint): void {
  const bytes = lebBytes(content, place);
  for (let index = 0; index < bytes; index++) {
    const more = content.readUInt8(place + index) & 0x80;
    content.writeUInt8(more | Number((BigInt.asUintN(70, value) >> BigInt(7 * index)) & 0x7fn), place + index);
  }
}
