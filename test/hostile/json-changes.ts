import { oddText } from './odd-text.ts';
import type { Random } from './random.ts';

/** A change to a JSON value. `where`: the place, as a fraction of all places. */
export interface JsonChange {
  readonly where: number;
  readonly how: 'replace' | 'remove' | 'repeat' | 'add';
  readonly name: string;
  /** As JSON, for messages. */
  readonly value: string;
}

export function jsonChange(random: Random): JsonChange {
  return {
    where: random.below(1e6) / 1e6,
    how: random.oneOf(['replace', 'replace', 'replace', 'replace', 'remove', 'repeat', 'add']),
    name: oddText(random, 1),
    value: valueOf(random),
  };
}

function valueOf(random: Random): string {
  return random.oneOf<() => string>([
    () => JSON.stringify(oddText(random)),
    () => JSON.stringify(oddText(random)),
    () => JSON.stringify(oddText(random).repeat(1 + random.below(200))),
    () =>
      random.oneOf([
        'null',
        'true',
        'false',
        '0',
        '-1',
        '1.5',
        '1e308',
        '300000000',
        '9007199254740993',
        '[]',
        '{}',
        '""',
        '69',
        '"pass"',
        '"crash"',
        '"error"',
      ]),
    () => JSON.stringify(Array.from({ length: random.below(300) }, () => oddText(random, 1))),
    () =>
      `${'['.repeat(random.below(60))}1`.replace(
        /^(\[*)1$/,
        (_all, open: string) => `${open}1${']'.repeat(open.length)}`,
      ),
    () => JSON.stringify({ [oddText(random, 1)]: oddText(random) }),
  ])();
}

interface Spot {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** Applies the changes in place, one after the other. */
export function changeJson(value: unknown, changes: readonly JsonChange[]): void {
  for (const { where, how, name, value: text } of changes) {
    const spots: Spot[] = [];
    collect(value, spots);
    const spot = spots[Math.floor(where * spots.length)];
    if (spot === undefined) return;
    const { holder, key } = spot;
    const fresh: unknown = JSON.parse(text);
    if (how === 'replace') holder[key] = fresh;
    else if (how === 'add')
      Object.defineProperty(holder, name, { value: fresh, enumerable: true, configurable: true, writable: true });
    else if (!Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else if (how === 'remove') holder.splice(Number(key), 1);
    else holder.push(structuredClone(holder[Number(key)]));
  }
}

function collect(value: unknown, spots: Spot[]): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const key of Object.keys(holder)) {
    spots.push({ holder, key });
    collect(holder[key], spots);
  }
}
