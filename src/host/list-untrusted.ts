import type { PlaceInside } from './read-inside.ts';
import { walkUntrusted, type WalkLimits } from './walk-untrusted.ts';

export interface ListedFiles {
  /** Paths below the place, sorted by directory. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** What is no plain file, or cannot be had, and why. */
  readonly leftOut: readonly string[];
}

/** The plain files below a place that others filled; no link is followed. */
export async function listUntrusted(place: PlaceInside, limits: WalkLimits): Promise<ListedFiles> {
  const files: { readonly path: string; readonly sizeBytes: number }[] = [];
  const leftOut: string[] = [];
  for await (const found of walkUntrusted(place, limits)) {
    if (found.kind === 'file') files.push({ path: found.path, sizeBytes: found.sizeBytes });
    else leftOut.push(found.what);
  }
  return { files, leftOut };
}
