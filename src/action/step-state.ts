import type { CacheKnowledge } from './cache-client.ts';

/** What `main` leaves to `post`. */
export interface StepState {
  /** Undefined: there is nothing to save. */
  readonly cache: { readonly request: string; readonly assets: readonly string[]; readonly documents: readonly string[]; readonly known: CacheKnowledge } | undefined;
  /** Results that are still to be uploaded: the job was cancelled, and there may be more time now. */
  readonly upload: { readonly directory: string; readonly name: string; readonly retentionDays: number | undefined } | undefined;
}

export const stateName = 'step';

/** A state as `main` of this version wrote it; undefined when `main` wrote none. */
export function parseState(text: string | undefined): StepState | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as StepState);
}

export function formatState(state: StepState): string {
  return JSON.stringify(state);
}

