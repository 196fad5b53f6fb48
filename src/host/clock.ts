import { randomBytes } from 'node:crypto';

/** Wall clock. Durations are measured with `performance.now()`, which does not jump. */
export function now(): Date {
  return new Date();
}

/**
 * Microseconds on the host's monotonic clock: since boot, so that what several processes of the host write down can be
 * put in order.
 */
export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

/** 128 random bits in hexadecimal. */
export function secretToken(): string {
  return randomBytes(16).toString('hex');
}

/** 32 random bits, for what only has to differ from time to time. */
export function randomSeed(): number {
  return randomBytes(4).readUInt32LE();
}
