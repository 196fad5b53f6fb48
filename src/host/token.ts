import { randomBytes } from 'node:crypto';

/** 128 random bits in hexadecimal. */
export function secretToken(): string {
  return randomBytes(16).toString('hex');
}
