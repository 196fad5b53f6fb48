import type { Bits, Field } from '../definition/register.ts';

const masks = Array.from({ length: 9 }, (_, bytes) => (1n << BigInt(8 * bytes)) - 1n);

/** All ones in this many bytes. */
export function widthMask(bytes: number): bigint {
  return masks[bytes] ?? (1n << BigInt(8 * bytes)) - 1n;
}

export function bitsOf(bits: Bits): { readonly high: number; readonly low: number } {
  return typeof bits === 'number' ? { high: bits, low: bits } : { high: bits[0], low: bits[1] };
}

export function fieldMask({ bits }: Field): bigint {
  const { high, low } = bitsOf(bits);
  return ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);
}

/** Little-endian, as on PCI. */
export function bytesOf(value: bigint, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  if (length === 4) {
    bytes.writeUInt32LE(Number(BigInt.asUintN(32, value)));
    return bytes;
  }
  let rest = BigInt.asUintN(8 * length, value);
  for (let index = 0; index < length; index++) {
    bytes[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

export function valueOf(bytes: Uint8Array): bigint {
  if (bytes.length === 4) return BigInt(wordOf(bytes));
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[index] ?? 0);
  return value;
}

/** The number in the first four bytes. */
function wordOf([first = 0, second = 0, third = 0, fourth = 0]: Uint8Array): number {
  return (first | (second << 8) | (third << 16) | (fourth << 24)) >>> 0;
}

/** The value for the model. A register of 8 bytes may exceed 53 bits, so its values are always bigint. */
export function outward(value: bigint, width: number): number | bigint {
  return width === 8 ? value : Number(value);
}

/** `~x` and `-1` are negative numbers that stand for bits. */
export function inward(value: number | bigint, width: number): bigint {
  return BigInt.asUintN(8 * width, typeof value === 'bigint' ? value : BigInt(Math.trunc(value)));
}

/** For people, and for numbers in events that may be large. What is no address or mask is shown as it is. */
export function hex(value: number | bigint): string {
  return value < 0 || (typeof value === 'number' && !Number.isInteger(value))
    ? String(value)
    : `0x${value.toString(16)}`;
}
