/** How long may take what should be quick, milliseconds. Generous: they only tell a slow host from a dead guest. */
export interface WatchLimits {
  /** From a clone's launch until its guest is first heard. */
  readonly restoreMs: number;
  /**
   * From then, or from ready, until the first stage: the guest mounts a folder and no more. Where the folder is sent to
   * it, from the last piece that it took.
   */
  readonly prepareMs: number;
  /** From the agent's last word until the machine is gone. */
  readonly powerOffMs: number;
  /** The heartbeat comes once a second; a busy host may delay it. */
  readonly heartbeatGraceMs: number;
  /** A machine that dies loses its agent first: this long the process may take to say more. */
  readonly settleMs: number;
  /** For everything that is asked of a machine that hangs. */
  readonly postMortemMs: number;
  /** A kernel that panics has this long to say why and to reset. */
  readonly panicMs: number;
  /**
   * After a bug that killed a task, its report is at its end when the console was quiet so long, or after so long at
   * most.
   */
  readonly bugQuietMs: number;
  readonly bugMostMs: number;
  /** As `powerOffMs`, where such a bug was seen: what the task held, the power-off may wait for. */
  readonly bugPowerOffMs: number;
  /** After the process has ended, what it wrote is on its way to us at most this long. */
  readonly drainMs: number;
}

export const watchLimits: WatchLimits = {
  restoreMs: 20_000,
  prepareMs: 60_000,
  powerOffMs: 20_000,
  heartbeatGraceMs: 5_000,
  settleMs: 1_000,
  postMortemMs: 10_000,
  panicMs: 10_000,
  bugQuietMs: 500,
  bugMostMs: 2_000,
  bugPowerOffMs: 2_000,
  drainMs: 5_000,
};
