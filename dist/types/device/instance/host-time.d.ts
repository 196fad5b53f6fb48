import type { TimeSource } from './model-clock.ts';
/** The host's monotonic clock: since boot, so that what several processes write down can be put in order. */
export declare const hostTime: TimeSource;
