import type { CellResult } from './results.ts';

/** The release of a cell's kernel for people. */
export function releaseWords({ release }: CellResult['kernel']): string {
  return release ?? 'not there';
}
