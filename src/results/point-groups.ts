import type { PointOutcome, PointResult } from './sweep-result.ts';

/** Points of one fault that came to the same at equal accesses, for the same reason. */
export interface PointGroup {
  readonly fault: string;
  readonly outcome: PointOutcome;
  /** Undefined: they hit nothing. */
  readonly access: string | undefined;
  readonly why: string;
  readonly points: readonly PointResult[];
}

/** What a point is about: `misc_register in edu_probe (driver/edu.c:120), reached 40 times`. */
export function accessWords({ access, reached, time }: Pick<PointResult, 'access' | 'reached' | 'time'>): string {
  const words = access ?? 'no access';
  if (reached === undefined || reached === 1) return words;
  return time === undefined ? `${words}, reached ${reached} times` : `${words}, time ${time} of ${reached}`;
}

/** The number of a point, as `--point` takes it: `3`, or `3.2`. */
export function pointNumber({ nth, time }: Pick<PointResult, 'nth' | 'time'>): string {
  return time === undefined ? `${nth}` : `${nth}.${time}`;
}

/** In the order of their first points. Values that a test measured may differ within a group; the first is shown. */
export function groupPoints(points: readonly PointResult[]): readonly PointGroup[] {
  const groups = new Map<string, PointResult[]>();
  for (const point of points) {
    const key = pointKey(point);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { fault, outcome, access, why } = first;
    return [{ fault, outcome, access, why, points: group }];
  });
}

/** Equal for points that are shown as one. */
export function pointKey({
  fault,
  outcome,
  access,
  why,
}: Pick<PointResult, 'fault' | 'outcome' | 'access' | 'why'>): string {
  return JSON.stringify([fault, outcome, access === undefined ? '' : placeOf(access), shapeOf(why)]);
}

/** A call is named by its line. */
function placeOf(access: string): string {
  return / in \S+ \(\S+:\d+\)$/.test(access) ? access : shapeOf(access);
}

/** Addresses, process ids and measured values differ; the offset of a register is its name. */
function shapeOf(text: string): string {
  return text.replaceAll(/(?<!\+)\b(?:0x[\da-f]+|\d+)\b/gi, '#');
}

/** The numbers of points: `3`, `4–6, 9`. */
export function numbersOf(points: readonly Pick<PointResult, 'nth'>[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const { nth } of points) {
    const run = runs.at(-1);
    if (run !== undefined && nth - run.last <= 1 && nth >= run.last) run.last = nth;
    else runs.push({ first: nth, last: nth });
  }
  const shown = runs.slice(0, maxRuns).map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return runs.length > maxRuns ? `${shown.join(', ')}, …` : shown.join(', ');
}

const maxRuns = 5;
