/**
 * Time limits, in milliseconds, for steps that should be quick. Generous: they only tell a slow host from a dead guest.
 */
export interface WatchLimits {
  /** From a clone's launch until its guest is first heard. */
  readonly restoreMs: number;
  /**
   * From then, or from ready, until the first stage: the guest only mounts a folder. If the folder is sent to it, from
   * the last piece that it received.
   */
  readonly prepareMs: number;
  /** For a disk image that did not come up to say why, after the deadline of the boot. */
  readonly explainMs: number;
  /** For kmemleak's two scans of all memory, which a slow emulator may take long for. */
  readonly leakScanMs: number;
  /** From a guest's rest until everything that it said before is here. After that it powers off. */
  readonly restMs: number;
  /** From the agent's last message until a guest that powers off is gone. */
  readonly powerOffMs: number;
  /** The heartbeat comes once per second; a busy host may delay it. */
  readonly heartbeatGraceMs: number;
  /** A dying machine loses its agent first. The process gets this much time to report the cause. */
  readonly settleMs: number;
  /** How long a guest that suspends may keep the control port closed. */
  readonly suspendMs: number;
  /** For all questions to a machine that hangs. */
  readonly postMortemMs: number;
  /** For a panicking kernel to print its reason and reset. */
  readonly panicMs: number;
  /**
   * After a bug that killed a task, its report is complete when it has its last line and the console was quiet this
   * long, or after the given maximum.
   */
  readonly bugQuietMs: number;
  readonly bugMostMs: number;
  /** The same without that line: a busy host may stop the machine in the middle of a report. */
  readonly openBugQuietMs: number;
  readonly openBugMostMs: number;
  /** Like `powerOffMs`, after such a bug: the power-off may wait for what the killed task held. */
  readonly bugPowerOffMs: number;
  /** How long output may take to arrive after the process has ended. */
  readonly drainMs: number;
}

export const watchLimits: WatchLimits = {
  restoreMs: 20_000,
  prepareMs: 60_000,
  explainMs: 30_000,
  leakScanMs: 120_000,
  restMs: 1_500,
  powerOffMs: 20_000,
  heartbeatGraceMs: 5_000,
  settleMs: 1_000,
  suspendMs: 10_000,
  postMortemMs: 10_000,
  panicMs: 10_000,
  bugQuietMs: 500,
  bugMostMs: 2_000,
  openBugQuietMs: 5_000,
  openBugMostMs: 10_000,
  bugPowerOffMs: 2_000,
  drainMs: 5_000,
};
