/** How a point of a sweep ended. */
export type PointOutcome = 'absorbed' | 'reported' | 'silent' | 'leaked' | 'crashed' | 'hung' | 'missed' | 'unjudged';

/** What a driver did when its hardware failed at one point. */
export interface PointVerdict {
  readonly outcome: PointOutcome;
  /** What the fault hit: `read of STATUS`. Absent: nothing. */
  readonly access?: string;
  /** The evidence, with the line that shows it. */
  readonly why: string;
}

/** What a driver must do when its hardware fails once. */
export const handledInWords = 'handled: no crash, no hang, nothing left behind, no wrong data without an error';

export function isHandled(outcome: PointOutcome): boolean {
  return outcome === 'absorbed' || outcome === 'reported' || outcome === 'missed';
}
