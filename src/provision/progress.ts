import type { ProgressListener, ProvisionProgress } from './provisioned.ts';

type Activity = Extract<ProvisionProgress, { readonly kind: 'begin' }>['activity'];

export interface Step {
  /** Named as the user knows it: `debian:6.1`. */
  readonly what: string;
  readonly activity: Activity;
}

/** Reports the begin of a piece of work, and its end whatever becomes of it. */
export async function withProgress<T>(
  progress: ProgressListener,
  { what, activity }: Step,
  work: () => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  progress({ kind: 'begin', what, activity });
  try {
    return await work();
  } finally {
    progress({ kind: 'end', what, durationMs: Math.round(performance.now() - startedAt) });
  }
}
