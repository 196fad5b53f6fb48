// The part of ACPI's machine language that a table of devices needs: named objects and their data. Methods are in
// aml-method.ts.
// Encoding: Advanced Configuration and Power Interface Specification 6.5, chapter 20.

/** What a name stands for, or an item of a list. */
export interface AmlData {
  readonly kind: 'data';
  readonly bytes: Buffer;
}

/** What stands in a table, a scope or a device. */
export interface AmlObject {
  readonly kind: 'object';
  readonly bytes: Buffer;
}

const op = {
  zero: 0x00,
  one: 0x01,
  name: 0x08,
  byte: 0x0a,
  word: 0x0b,
  dword: 0x0c,
  text: 0x0d,
  scope: 0x10,
  buffer: 0x11,
  list: 0x12,
  longList: 0x13,
  twoSegments: 0x2e,
  segments: 0x2f,
  root: 0x5c,
} as const;
const deviceOp = [0x5b, 0x82] as const;

/**
 * A number from -2147483648 to 4294967295. There are no wider ones: the machine's first table has revision 1, and the
 * kernel then cuts the numbers of all tables to 32 bits.
 */
export function integer(value: number): AmlData {
  const bits = value >>> 0;
  if (bits === 0) return data(op.zero);
  if (bits === 1) return data(op.one);
  if (bits <= 0xff) return data(op.byte, bits);
  if (bits <= 0xffff) return data(op.word, little(2, bits));
  return data(op.dword, little(4, bits));
}

/** Without the character 0, which ends it. */
export function text(value: string): AmlData {
  return data(op.text, Buffer.from(`${value}\0`));
}

export function bytes(value: Uint8Array): AmlData {
  // Not the short operators for 0 and 1, as Intel's compiler does it.
  const length = value.length <= 0xff ? Buffer.of(op.byte, value.length) : integer(value.length).bytes;
  return data(op.buffer, packaged(length, Buffer.from(value)));
}

/** The object of this path, in a list. */
export function reference(path: string): AmlData {
  return data(namePath(path));
}

export function list(items: readonly AmlData[]): AmlData {
  const content = items.map((item) => item.bytes);
  return items.length <= 0xff
    ? data(op.list, packaged(Buffer.of(items.length), ...content))
    : data(op.longList, packaged(integer(items.length).bytes, ...content));
}

/** `name`: one segment. */
export function named(name: string, value: AmlData): AmlObject {
  return object(op.name, namePath(name), value.bytes);
}

/** Objects for a place that is there already, such as `\_SB`. */
export function scope(path: string, content: readonly AmlObject[]): AmlObject {
  return object(op.scope, packaged(namePath(path), ...content.map((one) => one.bytes)));
}

export function device(name: string, content: readonly AmlObject[]): AmlObject {
  return object(...deviceOp, packaged(namePath(name), ...content.map((one) => one.bytes)));
}

/** `\_SB.QDTB.B001`, `_HID`: up to four characters a segment, shorter ones are filled up. */
export function namePath(path: string): Buffer {
  const isAbsolute = path.startsWith('\\');
  const segments = path.slice(isAbsolute ? 1 : 0).split('.');
  if (!segments.every((segment) => /^[A-Z_][A-Z0-9_]{0,3}$/.test(segment)))
    throw new Error(`Internal error: ${path} is no path of ACPI`);
  const prefix = segments.length === 1 ? [] : segments.length === 2 ? [op.twoSegments] : [op.segments, segments.length];
  const names = segments.map((segment) => segment.padEnd(4, '_')).join('');
  return Buffer.from([...(isAbsolute ? [op.root] : []), ...prefix, ...Buffer.from(names)]);
}

/** A number of so many bytes, the lowest first. */
export function little(width: 1 | 2 | 4, value: number): Buffer {
  const all = Buffer.alloc(width);
  all.writeUIntLE(value, 0, width);
  return all;
}

type Part = number | Buffer;

function data(...parts: readonly Part[]): AmlData {
  return { kind: 'data', bytes: joined(parts) };
}

function object(...parts: readonly Part[]): AmlObject {
  return { kind: 'object', bytes: joined(parts) };
}

function joined(parts: readonly Part[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : part)));
}

/** In front of the content its length, which counts itself: 6 bits in one byte, or 4 bits and up to three bytes. */
export function packaged(...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length + 1 < 64) return Buffer.concat([Buffer.of(content.length + 1), content]);
  for (const more of [1, 2, 3]) {
    const length = content.length + 1 + more;
    if (length >= 2 ** (4 + 8 * more)) continue;
    const rest = Buffer.alloc(more);
    rest.writeUIntLE(length >>> 4, 0, more);
    return Buffer.concat([Buffer.of((more << 6) | (length & 0xf)), rest, content]);
  }
  throw new Error(`Internal error: ${content.length} bytes are too many for an object of ACPI`);
}
