import type { RunRecord, StageRecord } from '../run/evidence/run-record.ts';
import type { Outcome } from './verdict.ts';

/** What a driver must do when its hardware fails once. */
export const handledInWords = 'handled: no crash, no hang, nothing left behind';

/**
 * Why a fault was not handled; undefined: it was. The driver may fail in any way, even in its probe, but the kernel
 * must survive, and teardown must succeed.
 */
export function unhandled(
  { ending, stages }: Pick<RunRecord, 'ending' | 'stages'>,
  outcome: Outcome,
): string | undefined {
  switch (outcome) {
    case 'crash':
    case 'hang':
    case 'timeout':
      return '';
    case 'pass':
    case 'fail':
    case 'skip':
      return leftBehind(stages);
    case 'error':
      return ending.kind === 'completed' && setupFailed(stages) ? undefined : '';
  }
}

/** Finds a teardown that succeeds without the fault and fails with it. */
function leftBehind(stages: readonly StageRecord[]): string | undefined {
  if (setupFailed(stages)) return undefined;
  const failed = stages.find(({ name, exitStatus }) => name.endsWith('teardown') && exitStatus !== 0);
  return failed === undefined
    ? undefined
    : `something was left behind: ${failed.name} ended with exit status ${failed.exitStatus ?? 'none'}`;
}

function setupFailed(stages: readonly StageRecord[]): boolean {
  return stages.some(({ name, exitStatus }) => name.endsWith('setup') && exitStatus !== 0);
}
