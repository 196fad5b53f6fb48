import type { FaultReport } from '../../device/fault/fault-spec.ts';

/**
 * What became of a fault: `fired at 1 of 3 accesses, first at read of STATUS`, `never fired; it counted 4 accesses`.
 */
export function faultWords({ fired, counted, first, isCleared }: FaultReport): string {
  if (fired > 0)
    return `fired at ${fired} of ${accesses(counted)}${first === undefined ? '' : `, first at ${first.access}`}`;
  return (
    `never fired${isCleared ? ' before it was cleared' : ''}; ` +
    (counted === 0 ? 'there was no access that it counts' : `it counted ${accesses(counted)}`)
  );
}

function accesses(count: number): string {
  return `${count} ${count === 1 ? 'access' : 'accesses'}`;
}
