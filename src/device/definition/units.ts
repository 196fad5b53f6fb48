// Data sheets speak in KiB and ms; so do models: `size: 4 * KiB`, `clock.after(100 * ms, …)`.
export const KiB = 1024;
export const MiB = 1024 * KiB;

/** Microseconds, the unit of every time a model gives or is given. */
export const us = 1;
export const ms = 1000 * us;
export const seconds = 1000 * ms;
