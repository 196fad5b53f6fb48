/**
 * Where an entry of the timeline comes from. `machine`: what we did with it, from launch to end. `monitor`: QEMU's
 * events.
 */
export const timelineSources = ['machine', 'stage', 'console', 'hw', 'monitor', 'device'] as const;

export type TimelineSource = (typeof timelineSources)[number];

/**
 * One line of `timeline.jsonl`: everything that was seen of a machine, in the order in which it happened, on one
 * monotonic clock.
 */
export interface TimelineEntry {
  /** Milliseconds since QEMU was launched, to the microsecond; negative for what happened to a device model before. */
  readonly atMs: number;
  readonly source: TimelineSource;
  /** For people, in one line. It may be the guest's word: untrusted. */
  readonly text: string;
  /** The device model that it is about. */
  readonly device?: string;
  /** The same for programs, where there is more to it than text: an access of a register, an event of QEMU. */
  readonly data?: Readonly<Record<string, unknown>>;
}
