import { randomBytes } from 'node:crypto';

/** 128 random bits in hexadecimal. */
export function secretToken(): string {
  return randomBytes(16).toString('hex');
}

/** 32 random bits, for what only has to differ from time to time. */
export function randomSeed(): number {
  return randomBytes(4).readUInt32LE();
}
