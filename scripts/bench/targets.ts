/** A promise of the project, compared with one measured run. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly found: string;
  readonly isReached: boolean;
}

export interface Figures {
  readonly bzImageMs: number;
  readonly coldMs: number;
  /** A clone that is restored, and one that is copied. */
  readonly cloneMs: number;
  readonly copyMs: number;
  /** The same with everything around it: from no results directory to one with the evidence. */
  readonly cloneWallMs: number;
  readonly floorMs: number;
  /** QEMU alone: start, restore, end. */
  readonly qemuAloneMs: number;
  /** Processor time of this process per test. */
  readonly ownCpuMs: number;
  readonly hundredTestsMs: number;
  readonly sweepMs: number;
  readonly callSweepMs: number;
  /** Processor time of a test with the helper for calls, the ledger and coverage, as a part of one without. */
  readonly helperRatio: number;
  /** Parts of what release 0.1.0 took in the same run. */
  readonly cloneShare: number;
  readonly hundredTestsShare: number;
  readonly laterHundredShare: number;
  readonly peakKiBOfTen: number;
  readonly peakKiBOfThousand: number;
  /** From the start of the process until it has said its help, or has planned the tests of a job. */
  readonly helpMs: number;
  readonly plannedMs: number;
  /** `run` of one test, from the start of the process to its end. */
  readonly warmRunMs: number;
  /** For a device model: from a doorbell until the driver's handler runs, and one MMIO read. */
  readonly modelInterruptUs: number;
  readonly modelReadUs: number;
  /** 512 bytes to a USB device and back; a byte to an I2C device and two bytes from it. */
  readonly usbRoundTripUs: number;
  readonly i2cRoundTripUs: number;
}

const kibibytesInMebibyte = 1024;

export function targets(of: Figures): readonly Target[] {
  const grownMiB = (of.peakKiBOfThousand - of.peakKiBOfTen) / kibibytesInMebibyte;
  return [
    atLeast('a clone is faster than our own cold start', 5, of.coldMs / of.cloneMs),
    atLeast('a clone is faster than a plain bzImage boot', 12, of.bzImageMs / of.cloneMs),
    atMost('a restored clone against the bare floor', { limit: 1.5, found: of.cloneMs / of.floorMs, unit: 'times' }),
    atMost('a copied clone against QEMU alone, which starts, restores and is ended', {
      limit: 1.6,
      found: of.copyMs / of.qemuAloneMs,
      unit: 'times',
    }),
    atMost('our own time a test: folder, clone and evidence, less the floor', {
      limit: 60,
      found: of.cloneWallMs - of.floorMs,
      unit: 'ms',
    }),
    atMost('our own processor time a test', { limit: 60, found: of.ownCpuMs, unit: 'ms' }),
    atMost('100 trivial tests, two at a time', { limit: 35, found: of.hundredTestsMs / 1000, unit: 's' }),
    atMost('200 points of a sweep, two at a time', { limit: 60, found: of.sweepMs / 1000, unit: 's' }),
    atMost('200 points over calls, two at a time', { limit: 60, found: of.callSweepMs / 1000, unit: 's' }),
    atMost('a test with the helper for calls, ledger and coverage, against one without: processor time', {
      limit: 1.3,
      found: of.helperRatio,
      unit: 'times',
    }),
    atMost("a clone, against release 0.1.0's", { limit: 0.55, found: of.cloneShare, unit: 'times' }),
    atMost("100 trivial tests in a first run, against release 0.1.0's", {
      limit: 0.6,
      found: of.hundredTestsShare,
      unit: 'times',
    }),
    atMost('100 trivial tests in a later run, which uses the machine that was kept, against the same', {
      limit: 0.6,
      found: of.laterHundredShare,
      unit: 'times',
    }),
    atMost('memory of our process, from 10 to 1000 tests', { limit: 20, found: grownMiB, unit: 'MiB more' }),
    atMost('`--help`, the whole process', { limit: 150, found: of.helpMs, unit: 'ms' }),
    atMost('the Action, until its tests are planned', { limit: 200, found: of.plannedMs, unit: 'ms' }),
    atMost('a run of one test, everything warm', { limit: 1.5, found: of.warmRunMs / 1000, unit: 's' }),
    atMost("a device model's doorbell to the handler of its interrupt", {
      limit: 150,
      found: of.modelInterruptUs,
      unit: 'us',
    }),
    perSecond('MMIO reads of a device model', 20_000, 1_000_000 / of.modelReadUs),
    atMost('512 bytes to a USB device model and back', { limit: 1, found: of.usbRoundTripUs / 1000, unit: 'ms' }),
    atMost('a write and a read of an I2C device model', { limit: 2, found: of.i2cRoundTripUs / 1000, unit: 'ms' }),
  ];
}

function atLeast(what: string, limit: number, found: number): Target {
  return { what, wanted: `at least ${limit} times`, found: `${found.toFixed(1)} times`, isReached: found >= limit };
}

function perSecond(what: string, limit: number, found: number): Target {
  return {
    what,
    wanted: `at least ${limit} a second`,
    found: `${found.toFixed(0)} a second`,
    isReached: found >= limit,
  };
}

interface Measured {
  readonly limit: number;
  readonly found: number;
  readonly unit: string;
}

function atMost(what: string, { limit, found, unit }: Measured): Target {
  return {
    what,
    wanted: `at most ${limit} ${unit}`,
    found: `${found.toFixed(unit === 'times' ? 2 : 1)} ${unit}`,
    isReached: found <= limit,
  };
}
