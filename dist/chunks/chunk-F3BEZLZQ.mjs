import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/device/register/bits.ts
function widthMask(bytes) {
  return (1n << BigInt(8 * bytes)) - 1n;
}
function bitsOf(bits) {
  return typeof bits === "number" ? { high: bits, low: bits } : { high: bits[0], low: bits[1] };
}
function fieldMask({ bits }) {
  const { high, low } = bitsOf(bits);
  return (1n << BigInt(high - low + 1)) - 1n << BigInt(low);
}
function bytesOf(value, length) {
  const bytes = Buffer.allocUnsafe(length);
  let rest = BigInt.asUintN(8 * length, value);
  for (let index = 0; index < length; index++) {
    bytes[index] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}
function valueOf(bytes) {
  let value = 0n;
  for (let index = bytes.length - 1; index >= 0; index--) value = value << 8n | BigInt(bytes[index] ?? 0);
  return value;
}
function outward(value, width) {
  return width === 8 ? value : Number(value);
}
function inward(value, width) {
  return BigInt.asUintN(8 * width, typeof value === "bigint" ? value : BigInt(Math.trunc(value)));
}

export {
  widthMask,
  bitsOf,
  fieldMask,
  bytesOf,
  valueOf,
  outward,
  inward
};
