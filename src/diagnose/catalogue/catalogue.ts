import { faults } from './faults.ts';
import { kernelState } from './kernel-state.ts';
import { locking } from './locking.ts';
import { panics } from './panics.ts';
import type { ReportKind } from './report-kind.ts';
import { sanitizers } from './sanitizers.ts';
import { stalls } from './stalls.ts';
import { warnings } from './warnings.ts';

/** Every kind of report, in the order in which a line is tried against them. */
export const catalogue: readonly ReportKind[] = [
  ...sanitizers,
  ...faults,
  ...stalls,
  ...locking,
  ...warnings,
  ...kernelState,
  ...panics,
];

/**
 * Words of which every header has one: few and plain, so that a line is dismissed fast. The longer needles of the kinds
 * come after.
 */
export const stems = new RegExp(
  'BUG|WARN|INFO:|anic|PANIC|fault|andle|rror|Oops|LOCK|UBSAN|stack|opcode|bject 0x|memleak|' +
    'VFS:|cared|etdevice:|locked|die for',
);
