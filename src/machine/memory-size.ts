/** What QEMU gives a machine that asks for none. */
const defaultBytes = 128 * 1024 * 1024;

/**
 * The guest's memory in bytes, from the value of `-m`: `256`, `256M`, `1G`, `size=512M`.
 * Undefined: more than a size (slots for more memory), or nothing that we can read.
 */
export function memoryBytes(text: string | undefined): number | undefined {
  if (text === undefined) return defaultBytes;
  const match = /^(?:size=)?(\d+)([bkmgt]?)$/i.exec(text);
  if (match?.[1] === undefined) return undefined;
  // Without a unit it is megabytes.
  const exponent = { b: 0, k: 1, m: 2, g: 3, t: 4 }[(match[2] === '' ? 'm' : match[2])?.toLowerCase() ?? 'm'];
  return exponent === undefined ? undefined : Number(match[1]) * 1024 ** exponent;
}
