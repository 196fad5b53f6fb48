/**
 * How long the process of the models may take for what it does, milliseconds. Generous: they only tell a busy host from
 * a process that is lost.
 */
export interface DeviceHostLimits {
  /** From its launch until it is there. */
  readonly startMs: number;
  /** A model may run on in one call: meanwhile its machine stands still. */
  readonly hangMs: number;
  /** The top level of a model's file may await something. */
  readonly loadMs: number;
  /** Until a device is made, its model loaded and its relay started. */
  readonly createMs: number;
  /** Until anything else is answered. More than `hangMs`, so that a model that hangs is named. */
  readonly answerMs: number;
  /** Between two questions whether it is still there. */
  readonly pulseMs: number;
}

export const deviceHostLimits: DeviceHostLimits = {
  startMs: 30_000,
  hangMs: 5_000,
  loadMs: 10_000,
  createMs: 30_000,
  answerMs: 15_000,
  pulseMs: 2_000,
};
