/** Reads these bytes of a file; fewer where the file ends before. */
export type ReadBytes = (offset: number, lengthBytes: number) => Buffer;

/** The same of a file that is in memory already; nothing is copied. */
export function bytesOf(file: Buffer): ReadBytes {
  return (offset, lengthBytes) => file.subarray(offset, offset + lengthBytes);
}

/** Undefined: the file ends before. */
export function readWhole(read: ReadBytes, offset: number, lengthBytes: number): Buffer | undefined {
  const bytes = read(offset, lengthBytes);
  return bytes.length === lengthBytes ? bytes : undefined;
}

/** A text that ends with a NUL, at most so long; what lies outside is empty. */
export function textAt(bytes: Buffer, offset: number, maxBytes: number): string {
  const text = bytes.subarray(offset, offset + maxBytes);
  const end = text.indexOf(0);
  return text.toString('latin1', 0, end < 0 ? text.length : end);
}
