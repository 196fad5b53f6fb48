import { complaints } from './complaints.ts';
import { faults } from './faults.ts';
import { kernelState } from './kernel-state.ts';
import { locking } from './locking.ts';
import { panics } from './panics.ts';
import type { ReportKind } from './report-kind.ts';
import { sanitizers } from './sanitizers.ts';
import { stalls } from './stalls.ts';
import { warnings } from './warnings.ts';

/** Every kind of report, in the order in which a line is tested. */
export const catalogue: readonly ReportKind[] = [
  ...sanitizers,
  ...faults,
  ...stalls,
  ...locking,
  ...warnings,
  ...kernelState,
  ...complaints,
  ...panics,
];

/**
 * Short strings, one of which occurs in every header and in every line about a boot. There are few of them, so that
 * most lines are dismissed fast; the longer needles of the kinds are tried after them.
 */
export const stems = new RegExp(
  [
    'BUG|WARN|INFO:|anic|PANIC|fault|andle|rror|Oops|LOCK|UBSAN|stack|opcode|bject [0(]|memleak|VFS:|cared|etdevice:',
    'locked|die for|\\[#|divide|segment:|CFI|bogus|duplica|already |rying to|MD-Vi|DMA-API|WATCHDOG|refcount_t|iounmap',
    'mismatch|EEXIST|\\(Fatal|smmu-v3|Linux version|eboot|tarting new|: Resetting|Restarting sys|-- Boot',
  ].join('|'),
);
