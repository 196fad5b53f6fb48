import { pointOutcomes, type PointResult, type SweepResult } from '../../results/sweep-result.ts';

/** `6 accesses`, `5 of 100 accesses`, `34 calls from 12 places`, `34 calls from 12 places, 5 points`. */
export function countedWords({ counted, places, swept }: SweepResult['faults'][number]): string {
  if (places === undefined)
    return swept === counted ? amountOf(counted, 'access', 'accesses') : `${swept} of ${counted} accesses`;
  const calls = `${amountOf(counted, 'call', 'calls')} from ${amountOf(places, 'place', 'places')}`;
  return swept === places ? calls : `${calls}, ${amountOf(swept, 'point', 'points')}`;
}

/** `14 reported, 1 crashed` */
export function outcomeCounts(points: readonly PointResult[]): string {
  return pointOutcomes
    .map((outcome) => [outcome, points.filter((point) => point.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}

/** `41 of 44 lines behind calls ran (93 %)`, rounded down, so that 100 % means all. */
export function errorPathWords({ lines, reached }: NonNullable<SweepResult['errorPaths']>): string {
  const share = lines === 0 ? '' : ` (${Math.floor((100 * reached) / lines)} %)`;
  return `${reached} of ${amountOf(lines, 'line', 'lines')} behind calls ran${share}`;
}

function amountOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
