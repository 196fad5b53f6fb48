import { randomBytes } from 'node:crypto';

/** Wall clock. Durations use `performance.now()`, which does not jump. */
export function now(): Date {
  return new Date();
}

/** Microseconds on the host's monotonic clock. It counts from boot, so times of several processes can be compared. */
export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** 128 random bits in hexadecimal. */
export function secretToken(): string {
  return randomBytes(16).toString('hex');
}

/** 32 random bits, for values that only need to vary. */
export function randomSeed(): number {
  return randomBytes(4).readUInt32LE();
}
