/** The source of a timeline entry. `machine`: what we did with it, from launch to end. `monitor`: QEMU's events. */
export const timelineSources = ['machine', 'stage', 'console', 'hw', 'monitor', 'device'] as const;

export type TimelineSource = (typeof timelineSources)[number];

/** One line of `timeline.jsonl`: an event of a machine, in order of time, on one monotonic clock. */
export interface TimelineEntry {
  /** Milliseconds since QEMU's launch, to the microsecond; negative for earlier events of a device model. */
  readonly atMs: number;
  readonly source: TimelineSource;
  /** One line for people. It may come from the guest: untrusted. */
  readonly text: string;
  /** The device model concerned. */
  readonly device?: string;
  /** Data for programs, if there is more than the text: a register access, a QEMU event. */
  readonly data?: Readonly<Record<string, unknown>>;
}
