import { complaints } from './complaints.ts';
import { faults } from './faults.ts';
import { oopsLines } from './oops-lines.ts';
import { kernelState } from './kernel-state.ts';
import { ledger } from './ledger.ts';
import { locking } from './locking.ts';
import { panics } from './panics.ts';
import type { ReportKind } from './report-kind.ts';
import { sanitizers } from './sanitizers.ts';
import { stalls } from './stalls.ts';
import { warnings } from './warnings.ts';

/** Every kind of report, in the order in which a line is tested. */
export const catalogue: readonly ReportKind[] = [
  ...sanitizers,
  ...ledger,
  ...faults,
  ...oopsLines,
  ...stalls,
  ...locking,
  ...warnings,
  ...kernelState,
  ...complaints,
  ...panics,
];

/**
 * Short strings, one of which occurs in every header. There are few of them, so that most lines are dismissed fast; the
 * longer needles of the kinds are tried after them. Letters only: with a bracket the search takes twice as long.
 */
const stems = new RegExp(
  [
    'BUG|WARN|INFO:|anic|PANIC|fault|andle|rror|Oops|LOCK|UBSAN|stack|opcode|bject 0x|memleak|VFS:|cared|etdevice:',
    'locked|die for|divide|segment:|CFI|bogus|duplica|already |rying to|MD-Vi|DMA-API|WATCHDOG|refcount_t|iounmap',
    'mismatch|EEXIST|smmu-v3|an initialized|with empty name|have a ktype|ly returned|qdt-ledger',
  ].join('|'),
);

/** Whether a line has one of them, or the number of a fatal exception. */
export function hasStem(line: string): boolean {
  return stems.test(line) || line.includes('[#');
}
