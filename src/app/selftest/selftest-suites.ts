import { join } from 'node:path';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import type { Results } from '../../results/results.ts';
import { compareVerdicts, type SelftestVerdict } from './compare.ts';

/** EX_UNAVAILABLE of sysexits.h: nothing can be concluded. */
const unavailable = 69;

/** Paths of the suites of the self-test. */
export function selftestSuites(directory: string): readonly string[] {
  return ['machine', 'driver'].map((name) => join(directory, name));
}

/** What the results of these suites say about this host. */
export function judgeSelftest(results: Results, directory: string, { aborted }: AbortSignal): SelftestVerdict {
  if (aborted) return { kind: 'undecided', reason: 'it was cancelled' };
  return compareVerdicts(results, readTextIfThere(join(directory, 'driver/source/probe.c')) ?? '');
}

export function selftestExitStatus({ kind }: SelftestVerdict): number {
  switch (kind) {
    case 'right':
      return 0;
    case 'wrong':
      return 1;
    case 'undecided':
      return unavailable;
  }
}
