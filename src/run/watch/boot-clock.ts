/** Tells whether a guest's clock is ahead of the host's. */
export interface BootClock {
  readonly hear: (line: Buffer) => void;
  readonly isAhead: () => boolean;
}

/** More than any delay between a line's stamp and its arrival explains. */
const mostTimes = 2;
const toleranceMs = 5000;
const stampChars = 32;

/**
 * Compares the stamps of a boot's console with the time since the launch. A kernel that was disturbed while it
 * calibrated its clock can run it many times too fast, and all its timeouts with it. Linux 5.10 did so once, under TCG
 * on a busy host.
 */
export function listenForClock(sinceLaunchMs: () => number): BootClock {
  let isAhead = false;
  return {
    hear: (line) => {
      const seconds = /^(?:<\d{1,2}>)?\[ *(\d{1,9}\.\d{6})\]/.exec(line.toString('latin1', 0, stampChars))?.[1];
      if (seconds !== undefined && Number(seconds) * 1000 > mostTimes * sinceLaunchMs() + toleranceMs) isAhead = true;
    },
    isAhead: () => isAhead,
  };
}
