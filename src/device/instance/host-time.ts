import type { TimeSource } from './model-clock.ts';

/** The host's monotonic clock: since boot, so that what several processes write down can be put in order. */
export const hostTime: TimeSource = {
  nowUs: () => Number(process.hrtime.bigint() / 1000n),
  wake: (delayUs, call) => {
    const timer = setTimeout(call, Math.ceil(delayUs / 1000));
    return () => clearTimeout(timer);
  },
};
